#include "support/mixedrun.h"

#include "support/exportrun.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace leadway::test
{

using simulator::Generator;
using simulator::Nasty;

namespace
{

constexpr int kMostFailures = 4;
const QByteArray kEarlierFile = "the file of an earlier export\n";

QByteArray idOf(const QByteArray& line)
{
    return QJsonDocument::fromJson(line).object().value(QLatin1String("id")).toString().toUtf8();
}

// One export, run after run until it has ended.
class MixedTrial
{
public:
    explicit MixedTrial(const MixedPlan& plan)
        : m_plan(plan)
        , m_service(plan.generator, plan.behaviour, plan.mix, plan.seed)
        , m_run(m_service.baseUrl())
    {
    }

    MixedVerdict carryOut()
    {
        if (!m_service.start()) {
            m_verdict.wrong = "the service did not start";
            return m_verdict;
        }
        prepare();
        State state = go({});
        while (m_verdict.wrong.isEmpty() && !std::holds_alternative<Finished>(state) &&
               m_verdict.failures < kMostFailures) {
            checkEarlierFile();
            state = go(state);
        }
        if (m_verdict.wrong.isEmpty()) {
            std::holds_alternative<Finished>(state) ? judge() : checkEarlierFile();
        }
        m_verdict.answers = m_service.answers();
        m_verdict.troubles = m_service.troubles();
        return m_verdict;
    }

private:
    void prepare()
    {
        m_run.setBaseUrl(m_service.baseUrl());
        m_run.query = m_plan.query;
        m_run.lanes = m_plan.lanes;
        m_run.deadlines.inactivity = std::chrono::milliseconds(250);
        m_run.patience = std::chrono::seconds(60);
        QFile file(m_run.path());
        m_isPrepared = file.open(QFile::WriteOnly) && file.write(kEarlierFile) == kEarlierFile.size();
    }

    void wrong(const QByteArray& what)
    {
        if (m_verdict.wrong.isEmpty()) {
            m_verdict.wrong = what;
        }
    }

    void checkEarlierFile()
    {
        if (!m_isPrepared || m_run.fileContent() != kEarlierFile) {
            wrong("an export that did not end touched the file of an earlier one");
        }
    }

    State go(const State& before)
    {
        const int runs = m_verdict.drops + m_verdict.failures;
        const int dropAfter = runs < m_plan.drops.size() ? m_plan.drops.at(runs) : -1;
        int changes = 0;
        bool isDropped = false;
        const auto watch = [&](ExportJob& /*job*/, const State& state) {
            if (m_plan.cursorsExpire && changes % 10 == 9) {
                m_service.expireCursors();
            }
            if (std::holds_alternative<Paused>(state)) {
                wrong("it stopped getting anywhere");
                return false;
            }
            ++changes; // what is told after the drop does not undo it
            isDropped = isDropped || (changes == dropAfter && !isTerminal(state));
            return !isDropped;
        };
        const bool isBegun = !std::holds_alternative<Idle>(before) && !m_run.unfinished().isEmpty();
        const State state = isBegun ? m_run.goOn(watch) : m_run.run(watch);
        m_verdict.drops += isDropped ? 1 : 0;
        if (const auto* const failed = std::get_if<leadway::Failed>(&state)) {
            ++m_verdict.failures;
            judgeFailure(failed->error);
        }
        return state;
    }

    // What passes by itself ends an export only after the last try.
    void judgeFailure(const Error& error)
    {
        const bool isWorn = isWorthRetrying(error.kind) || error.kind == ErrorKind::Refused; // dead cursors
        if (m_plan.isTransient() && !isWorn) {
            wrong("failed, of kind " + QByteArray::number(static_cast<int>(error.kind)) + " with status " +
                  QByteArray::number(error.httpStatus));
        }
    }

    void judge()
    {
        const ExportReport& report = m_run.report();
        const QByteArray content = m_run.fileContent();
        if (!report.balances()) {
            wrong("the report does not balance");
        }
        if (report.bytes != content.size() ||
            report.sha256 != QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()) {
            wrong("the report speaks of another file");
        }
        if (!m_run.leftovers().isEmpty()) {
            wrong("the spool was left behind");
        }
        m_verdict.isFinished = true;
        m_verdict.isWhole = report.isComplete() && !report.isShort();
        judgeLines(content, report.written());
        judgeUnreadable(report);
    }

    void judgeLines(const QByteArray& content, qint64 written)
    {
        QList<QByteArray> lines = content.split('\n');
        if (!lines.takeLast().isEmpty()) {
            wrong("the last line has no end");
        }
        if (lines.size() != written) {
            wrong("the report counts other lines than the file has");
        }
        QHash<QByteArray, qint64> indices;
        for (qint64 index = 0; index < m_plan.generator->count(); ++index) {
            indices.insert(m_plan.generator->id(index), index);
        }
        QSet<qint64> present;
        QList<QByteArray> ids;
        for (const QByteArray& line : lines) {
            const QByteArray id = idOf(line);
            const auto found = indices.constFind(id);
            if (found == indices.constEnd() || needOf(m_plan, *found) == Need::Forbidden) {
                wrong("a message that was not asked for: " + id);
                return;
            }
            if (present.contains(*found)) {
                wrong("a message twice: " + id);
            }
            if (!isAsSent(line, *found)) {
                wrong("a message that was changed: " + id);
            }
            present.insert(*found);
            ids.append(id);
        }
        judgeOrder(ids, present);
    }

    void judgeOrder(const QList<QByteArray>& ids, const QSet<qint64>& present)
    {
        QList<QByteArray> expected;
        for (const qint64 index : fileOrder(m_plan)) {
            const bool isMissing = !present.contains(index) && needOf(m_plan, index) == Need::Required;
            if (isMissing && m_verdict.isWhole) {
                wrong("a message is missing of a file that is called complete: " +
                      m_plan.generator->id(index));
            }
            // Undated ones may be in no range; then the file must not be called complete.
            if (isMissing && m_plan.isTransient() && m_plan.generator->createdAt(index)) {
                wrong("a message was lost: " + m_plan.generator->id(index));
            }
            if (present.contains(index)) {
                expected.append(m_plan.generator->id(index));
            }
        }
        if (const QByteArray difference = firstDifference(ids, expected); !difference.isEmpty()) {
            wrong("the order: " + difference);
        }
    }

    // What the program mended, or the way there spoilt, cannot be compared byte by byte.
    bool isAsSent(const QByteArray& line, qint64 index) const
    {
        const Nasty nasty = m_plan.generator->nasty(index);
        const bool isMended = nasty == Nasty::InvalidByte || nasty == Nasty::RawControl;
        if (isMended || line.contains("\"spoilt\":")) {
            return true;
        }
        QByteArray sent = m_plan.generator->json(index);
        return line == sent.replace('\n', ' ').replace('\r', ' ');
    }

    void judgeUnreadable(const ExportReport& report)
    {
        QFile file(m_run.path() + QStringLiteral(".unreadable.jsonl"));
        const QByteArray content = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        if (content.contains("\"spoilt\":")) {
            return; // one of them was spoilt on its way, and there is nothing to compare it with
        }
        QList<QByteArray> lines = content.split('\n');
        lines.removeLast();
        if (lines.size() != report.unreadable()) {
            wrong("the report counts other unreadable elements than are kept");
        }
        const std::vector<QByteArray>& sent = m_plan.behaviour.extraElements;
        const QSet<QByteArray> known(sent.begin(), sent.end());
        const bool isAll = m_verdict.isWhole && m_plan.query.channels == allChannels() &&
                           m_plan.query.interval == Interval() && m_plan.generator->count() > 20;
        const QSet<QByteArray> kept(lines.begin(), lines.end());
        if (!known.contains(kept) || (isAll && kept != known)) {
            wrong("what is no message is not kept as it came: " + content.simplified());
        }
        // Without an id, nothing tells one that comes again from another one.
        if (kept.size() != lines.size() && m_plan.behaviour.repeated == 0) {
            wrong("what is no message is kept twice");
        }
    }

    const MixedPlan& m_plan;
    FaultyService m_service;
    ExportRun m_run;
    MixedVerdict m_verdict;
    bool m_isPrepared = false;
};

} // namespace

MixedVerdict carryOut(const MixedPlan& plan)
{
    return MixedTrial(plan).carryOut();
}

} // namespace leadway::test
