#include "app/filerendering.h"

#include "app/headwords.h"
#include "app/savedexport.h"
#include "format/addedfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
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

bool isWhole(const Brought& brought)
{
    return !brought.isPartial &&
           std::none_of(brought.walks.begin(), brought.walks.end(), [](const WalkReport& walk) {
               return walk.stoppedWithoutProgress || walk.endedEmpty;
           });
}

FileRendering::FileRendering(const Subject& subject, SpoolReader spool, std::unique_ptr<Output> output)
    : m_subject(subject)
    , m_path(subject.path)
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
    auto output = outputFor(subject, (*spool).header().query);
    if (!output) {
        return output.error();
    }
    QFile::remove(indexOf(subject.spool)); // of a rendering that did not come to its end
    std::unique_ptr<FileRendering> rendering(
        new FileRendering(subject, std::move(*spool), std::move(*output)));
    if (subject.mailTexts) {
        rendering->m_renderer.use(*subject.mailTexts);
    }
    if (subject.saved) {
        // Where something may be missing, the next run asks for the same dates as this one.
        KnownMessages& known = *subject.saved->known;
        const std::optional<Msecs> watermark = known.state().watermark;
        const Msecs end = std::max(rendering->runEnd(), watermark.value_or(rendering->runEnd()));
        rendering->m_renderer.heed(known, subject.saved->isOnlyNew,
                                   subject.saved->isWhole ? askedFrom(end) : askedFrom(watermark));
    }
    return rendering;
}

FileRendering::~FileRendering()
{
    if (m_subject.saved) {
        m_subject.saved->known->drop(); // unless it was concluded
    }
}

Result<std::unique_ptr<Output>> FileRendering::outputFor(const Subject& subject, const MessageQuery& brought)
{
    const OutputPlace place{subject.path, markOf(subject.spool), subject.spool};
    if (subject.saved && subject.saved->isOnlyNew && canBeAddedTo(subject.format, subject.query)) {
        const KnownMessages::LeftFile& earlier = subject.saved->known->state().file;
        if (!earlier.path.isEmpty()) {
            return AddedFile::create(subject.format, place, earlier);
        }
    }
    return makeOutput(subject.format, place, fileHead(subject.account, brought, subject.format));
}

Msecs FileRendering::runEnd()
{
    return m_renderer.spool().header().query.interval.end;
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
        walk.known = m_renderer.knownOf(number);
        walk.duplicates = m_renderer.duplicatesOf(number) + walk.overlap + m_aside->repeatsOf(number);
        walk.unreadable -= m_aside->repeatsOf(number);
        ++number;
    }
    m_report.isPartial = brought.isPartial;
    m_report.isOnlyNew = m_subject.saved && m_subject.saved->isOnlyNew;
    return m_report;
}

// Nothing new is no reason for an empty file.
bool FileRendering::hasFile() const
{
    return !m_report.isOnlyNew || m_report.written() > 0;
}

Result<void> FileRendering::settle()
{
    if (hasFile()) {
        if (const auto settled = m_output->settle(); !settled) {
            return settled;
        }
        m_output->tell(m_report);
    } else {
        m_report.placement = Placement::NoFile;
    }
    return m_subject.saved ? remember() : Result<void>();
}

// What will hold once the file is in its place. A run that brought less than it was to bring moves no
// watermark; and of one that was to bring all again, nothing counts then.
Result<void> FileRendering::remember()
{
    KnownMessages& known = *m_subject.saved->known;
    KnownMessages::State after = known.state();
    if (m_report.isComplete()) {
        after.watermark = std::max(runEnd(), after.watermark.value_or(runEnd()));
    } else if (!m_report.isOnlyNew && after.watermark) {
        known.drop();
        m_subject.saved.reset();
        return {};
    }
    const KnownMessages::LeftFile placed{m_report.path, m_report.bytes, m_report.sha256};
    if (hasFile()) {
        after.file = canBeAddedTo(m_subject.format, m_subject.query) ? placed : KnownMessages::LeftFile();
    }
    return known.settle(after, hasFile() ? placed : KnownMessages::LeftFile());
}

Result<ExportReport> FileRendering::putInPlace()
{
    if (const auto settled = settle(); !settled) {
        return settled.error();
    }
    const auto unreadablePath = m_aside->commit();
    if (!unreadablePath) {
        return unreadablePath.error();
    }
    if (hasFile()) {
        if (const auto committed = m_output->commit(); !committed) {
            return committed.error();
        }
        m_aside->removeEarlier();
        m_output->tell(m_report);
    }
    if (m_subject.saved) {
        (void)m_subject.saved->known->conclude(); // if that fails, the next run finds the file in its place
        m_subject.saved.reset();
    }
    m_report.unreadablePath = *unreadablePath;
    return m_report;
}

} // namespace leadway
