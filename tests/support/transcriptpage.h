#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace leadway::test
{

/// A message as a transcript shows it.
struct PageMessage {
    QString day;
    QString line; ///< time, channel, direction, trouble
    QString copies;
    QString subject;
    QString text;
    QStringList files;
    bool isSent = false;
};

struct PageSection {
    QString id;
    QString heading;
    QString about;
    QList<PageMessage> messages;
};

/// A transcript taken apart by Qt's XML parser, which takes nothing that is not well-formed.
struct TranscriptPage {
    QString fault; ///< what is wrong with it; empty if nothing is
    QString language;
    QString title;
    QString policy;       ///< what its pages may load
    QStringList facts;    ///< "name: value", of the first block
    QStringList contents; ///< "#c1 +34600111222"
    QList<PageSection> sections;
    QSet<QString> elements; ///< the names of all its elements
    QStringList links;      ///< what can be clicked, with how it is opened
    QStringList styles;     ///< what its elements are told one by one: nothing
};

TranscriptPage readTranscript(const QByteArray& page);

/// The text of a PDF, by poppler; empty if it cannot be read. And how many pages it has, -1 likewise.
QString pdfText(const QString& path);
int pdfPages(const QString& path);

} // namespace leadway::test
