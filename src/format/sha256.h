#pragma once

#include <QByteArray>

#include <memory>
#include <string_view>

namespace leadway
{

/// A SHA-256 that is fed piece by piece. OpenSSL computes it where the program was built with it, since
/// that is ten times as fast as Qt's own, which at 138 MB/s would be the slowest part of writing a file;
/// elsewhere Qt does. A value of one thread.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);

    /// Of all bytes so far, as hexadecimal digits; nothing may be added after it.
    QByteArray hex();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace leadway
