#include "app/filerendering.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace leadway
{

namespace
{

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

FileRendering::FileRendering(const Subject& subject, SpoolReader spool, std::unique_ptr<OutputFile> file)
    : m_path(subject.path)
    , m_mark(markOf(subject.spool))
    , m_file(std::move(file))
    , m_writer(makeWriter(subject.format, *m_file))
    , m_renderer(std::move(spool), subject.query, indexOf(subject.spool), *m_writer)
{
}

Result<std::unique_ptr<FileRendering>> FileRendering::create(const Subject& subject)
{
    auto spool = SpoolReader::open(subject.spool);
    if (!spool) {
        return spool.error();
    }
    auto file = OutputFile::create(subject.path, OutputFile::Readers::Usual, markOf(subject.spool));
    if (!file) {
        return file.error();
    }
    QFile::remove(indexOf(subject.spool)); // of a rendering that did not come to its end
    return std::unique_ptr<FileRendering>(new FileRendering(subject, std::move(*spool), std::move(*file)));
}

Result<bool> FileRendering::advance()
{
    return m_renderer.advance(kSlice);
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
    if (const auto settled = m_file->settle(); !settled) {
        return settled.error();
    }
    const auto unreadablePath = m_aside->commit();
    if (!unreadablePath) {
        return unreadablePath.error();
    }
    if (const auto committed = m_file->commit(); !committed) {
        return committed.error();
    }
    m_aside->removeEarlier();
    m_report.unreadablePath = *unreadablePath;
    m_report.cutCells = m_writer->cutCells();
    m_report.replacedCells = m_writer->replacedCells();
    m_report.repairedMessages = m_writer->repairedMessages();
    m_report.path = m_file->path();
    m_report.bytes = m_file->size();
    m_report.sha256 = m_file->sha256();
    return m_report;
}

} // namespace leadway
