#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>

namespace leadway
{

/// The keychain of the operating system as far as a TokenStore needs it: systemkeychain.cpp asks it by
/// QtKeychain, and is the only user of that; withoutkeychain.cpp is for a build without it, where it never
/// answers otherwise than StoreUnavailable. Lives on the thread of the application object, whose event loop
/// brings the answers.
class SystemKeychain : public QObject
{
    Q_OBJECT

public:
    explicit SystemKeychain(std::chrono::milliseconds patience, QObject* parent = nullptr);
    ~SystemKeychain() override;
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// Each is called once, from the event loop, however long a person takes to unlock the keychain, and not
    /// after this object is gone. Errors: StoreLocked, StoreUnavailable.
    using Read = std::function<void(const Result<QByteArray>&)>;
    using Done = std::function<void(const Result<void>&)>;

    void read(const QString& key, Read answer);
    void write(const QString& key, const QByteArray& secret, Done answer);
    /// An entry that is not there is no error.
    void remove(const QString& key, Done answer);

Q_SIGNALS:
    /// It has not answered for `patience`: most likely it waits to be unlocked. It may still answer.
    void waitingForUnlock();

private:
    template<class Job, class Finished>
    void start(Job* job, const QString& key, Finished finished);

    std::chrono::milliseconds m_patience;
};

} // namespace leadway
