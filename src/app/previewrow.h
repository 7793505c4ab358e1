#pragma once

#include "core/channel.h"
#include "core/error.h"
#include "core/message.h"
#include "core/spool.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace leadway
{

/// One message as the table shows it; PreviewRows holds many. The whole of it stays in the preview's spool,
/// at `position`. A value; crosses from the worker's thread to the window's.
struct PreviewRow {
    SpoolPosition position;
    std::optional<Msecs> createdAt;
    QString id;
    QString contact; ///< number, address or handle of the other side, empty if the message does not say
    QString contactId;
    QString subject;
    QString text; ///< the first kPreviewLength characters of the body on one line
    QString status;
    QString messageType;
    QString callStatus;
    QString callDuration; ///< seconds as written
    Channel channel = Channel::Other;
    bool isInbound = false;
    bool isOutbound = false;
    bool hasAttachments = false;
};

constexpr qsizetype kPreviewLength = 200;

PreviewRow previewRow(const Message& message, const SpoolPosition& position);

/// What the table's surroundings need to know.
struct PreviewState {
    qint64 loaded = 0;
    std::optional<qint64> total;    ///< of the service, an estimate
    std::optional<qint64> searched; ///< messages looked at, where the query's filter leaves out some
    std::optional<Msecs> reached;   ///< how far it was looked: what is beyond may have messages
    bool isLoading = false;
    bool atEnd = false;
    std::optional<Error> error; ///< why no more rows come
    bool canGoOn = true;        ///< after an error: loadMore() tries again; if not, only a new preview helps
};

} // namespace leadway

Q_DECLARE_METATYPE(leadway::PreviewState)
