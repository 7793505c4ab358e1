#pragma once

#include <QString>
#include <QStringList>

namespace leadway
{

/// The folder for the log: local to this computer, not roaming.
QString defaultLogFolder();

/// What the programs did, a line an event, so that it can be found out later why something went wrong. Both
/// programs write to the same files, at the same time too: log.txt, and log.1.txt with what came before it.
/// They are for this user alone and never grow beyond their bound. Whoever writes a line answers for it that
/// nothing private is in it. A log that cannot be written disturbs nobody. Belongs to one thread.
class Log
{
public:
    static constexpr qint64 kMostBytes = 5'000'000; ///< of both files together

    /// `program` is how this one is told from others in the same file: one word.
    Log(QString folder, QString program, qint64 mostBytes = kMostBytes);

    /// Adds a line, with the time, the program and its process before it. Line breaks become spaces.
    void write(const QString& event);

    /// The last lines of all programs, oldest first.
    QStringList tail(int count) const;

private:
    bool makeRoom(qint64 bytes) const;

    QString m_path;
    QString m_earlierPath;
    QString m_program;
    qint64 m_mostBytes; // of one file
};

} // namespace leadway
