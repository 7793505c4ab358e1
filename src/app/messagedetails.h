#pragma once

#include "core/channel.h"

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QUrl>

namespace leadway
{

/// A name and what stands behind it.
struct Fact {
    QString name;
    QString value;
};

/// Something attached to a message.
struct Attachment {
    QString name; ///< of the file, or the whole of what came where that is no address of a file
    QString url;  ///< as it came
    QUrl link;    ///< what may be opened on a click: http and https only, else empty
};

/// One whole message in words, for the window. A value, made anew for another language. Nothing in it is
/// HTML, whatever the service sent; it has to be shown as plain text.
struct MessageDetails {
    Channel channel = Channel::Other;
    QString title;     ///< "E-mail, sent"
    QString date;      ///< "Friday 14 November 2025, 15:45"
    QList<Fact> facts; ///< what a person wants to know, those that are there, each cut at kLongestFact
    QString text;      ///< the whole body as plain text
    QList<Attachment> attachments;
    QString contactId;
    QString conversationId;
    QList<Fact> fields; ///< everything that came, as it came and in its order; see jsonFields()
};

constexpr qsizetype kLongestFact = 2000;

/// Reads a message as it came. The times are those of `zone`. What can't be understood has its JSON as the
/// text. Pure but for the translators installed.
MessageDetails messageDetails(const QByteArray& json, const QTimeZone& zone, const QLocale& locale);

} // namespace leadway
