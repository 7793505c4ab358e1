#pragma once

#include "core/message.h"
#include "core/spool.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace leadway
{

/// What a message of a preview says, whole, for whoever shows many. A value; crosses from the worker's thread
/// to the window's.
struct MessageText {
    SpoolPosition position;
    QString text;
};

/// The body as plain text, whatever it came as.
QString bodyText(const Message& message);

/// The same of a message as it came; what is longer than `most` characters ends there with "…". Nothing of
/// what can't be understood. Pure.
QString bodyText(const QByteArray& json, qsizetype most);

} // namespace leadway

Q_DECLARE_METATYPE(leadway::MessageText)
