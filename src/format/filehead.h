#pragma once

#include <QList>
#include <QLocale>
#include <QString>

#include <utility>

namespace leadway
{

/// What a file that is read like a book says of itself in front: whose messages they are and how they were
/// chosen, in words that were made elsewhere. The same for every file of an export. A value; other formats
/// need none of it.
struct FileHead {
    QString title;                            ///< what the account is called
    QList<std::pair<QString, QString>> facts; ///< "Dates", "16 Oct – 14 Nov 2025"; in their order
    QLocale locale; ///< for the dates and numbers in it, of the language of the words
};

/// How much is in one file, known before it is written. A value.
struct FileExtent {
    qint64 messages = 0;
    qint64 sections = 0;
};

} // namespace leadway
