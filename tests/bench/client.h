#pragma once

#include "simulator/server.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace leadway::bench
{

using Account = std::shared_ptr<const simulator::Generator>;

/// Who exports: leadway-export as a person starts it, the same kept to one walk at a time, the same into CSV
/// for programs, or the loop written with the official SDK.
enum class Client { Leadway, OneWalk, ForPrograms, Sdk };

QString nameOf(Client client);

/// An export from a server of its own into a file that was read again afterwards.
struct Run {
    QString trouble; ///< empty if the export is complete; all else counts only then
    double wallSeconds = 0;
    double cpuSeconds = 0;
    double peakMegabytes = 0;
    qint64 messages = 0;
    qint64 requests = 0;
    qint64 refused = 0; ///< of the requests, with 429
    qint64 bytes = 0;
    QByteArray sha256; ///< of the file, by our own reckoning

    bool isWell() const { return trouble.isEmpty(); }
    bool hasSameFileAs(const Run& other) const { return sha256 == other.sha256 && bytes == other.bytes; }
};

/// Where the SDK is installed; empty: it is not.
void setSdkFolder(const QString& folder);
/// What runs it, in a sentence.
QString sdkRuntime();

/// Any thread may ask. `arguments` go to leadway-export.
Run run(Client client, const Account& account, const simulator::Behaviour& behaviour,
        const QStringList& arguments = {});

/// Of several runs of the same kind: the median in every figure of time and memory, the most of requests and
/// refusals. In trouble if one of them is, or if their files differ.
Run typical(const std::vector<Run>& runs);
Run repeated(int times, Client client, const Account& account, const simulator::Behaviour& behaviour);

} // namespace leadway::bench
