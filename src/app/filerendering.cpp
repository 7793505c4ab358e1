#include "app/filerendering.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace leadway
{

namespace
{

constexpr std::chrono::milliseconds kWaitingPause{10}; // while the last work is done elsewhere
constexpr qint64 kSlice = 500; // messages between two turns of the event loop: a few milliseconds

QString markOf(const QString& spool)
{
    return QFileInfo(spool).fileName();
}

QString indexOf(const QString& spool)
{
    return spool + QStringLiteral("/index.sqlite");
}

} // namespace

FileRendering::FileRendering(const Subject& subject, SpoolReader spool, std::unique_ptr<Output> output)
    : m_path(subject.path)
    , m_mark(markOf(subject.spool))
    , m_output(std::move(output))
    , m_renderer(std::move(spool), subject.query, indexOf(subject.spool), *m_output)
{
}

Result<std::unique_ptr<FileRendering>> FileRendering::create(const Subject& subject)
{
    auto spool = SpoolReader::open(subject.spool);
    if (!spool) {
        return spool.error();
    }
    auto output = makeOutput(subject.format, {subject.path, markOf(subject.spool), subject.spool});
    if (!output) {
        return output.error();
    }
    QFile::remove(indexOf(subject.spool)); // of a rendering that did not come to its end
    return std::unique_ptr<FileRendering>(new FileRendering(subject, std::move(*spool), std::move(*output)));
}

Result<bool> FileRendering::advance()
{
    return m_renderer.advance(kSlice);
}

std::chrono::milliseconds FileRendering::pause() const
{
    return m_output->isWaiting() ? kWaitingPause : std::chrono::milliseconds(0);
}

// What is written twice is half done after the first time.
qint64 FileRendering::done() const
{
    const std::optional<qint64> again = m_output->doneAgain();
    return again ? (m_renderer.done() + *again) / 2 : m_renderer.done();
}

Result<ExportReport> FileRendering::account(const Brought& brought)
{
    auto aside =
        UnreadableFile::write(m_renderer.spool(), m_renderer.unreadable(), m_path, m_mark, brought.mayRepeat);
    if (!aside) {
        return aside.error();
    }
    m_aside = std::move(*aside);
    m_report = {};
    m_report.walks = brought.walks;
    int number = 0;
    for (WalkReport& walk : m_report.walks) {
        walk.written = m_renderer.writtenOf(number);
        walk.leftOut = m_renderer.leftOutOf(number);
        walk.filtered += walk.leftOut;
        walk.unreadableLate = m_renderer.unreadableOf(number);
        walk.duplicates = m_renderer.duplicatesOf(number) + walk.overlap + m_aside->repeatsOf(number);
        walk.unreadable -= m_aside->repeatsOf(number);
        ++number;
    }
    m_report.isPartial = brought.isPartial;
    return m_report;
}

Result<ExportReport> FileRendering::putInPlace()
{
    if (const auto settled = m_output->settle(); !settled) {
        return settled.error();
    }
    const auto unreadablePath = m_aside->commit();
    if (!unreadablePath) {
        return unreadablePath.error();
    }
    if (const auto committed = m_output->commit(); !committed) {
        return committed.error();
    }
    m_aside->removeEarlier();
    m_report.unreadablePath = *unreadablePath;
    m_output->tell(m_report);
    return m_report;
}

} // namespace leadway
