#include "support/killtrial.h"

#include "simulator/server.h"
#include "support/leftspools.h"
#include "support/watchedexporter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace leadway::test
{

using simulator::Behaviour;
using simulator::Generator;
using simulator::Scenario;
using simulator::Server;

namespace
{

constexpr char kInOneGo[] = "whole"; // made in one go
constexpr int kMostRuns = 12;        // more mean that it does not get on

class KillPlanner
{
public:
    KillPlanner(quint32 seed, Deed deed)
        : m_random(seed)
    {
        m_plan.seed = seed;
        drawAccount();
        drawService();
        drawOptions();
        m_plan.hasEarlier = chance(50);
        m_plan.strikes.append(strikeAt(deed));
        for (int more = between(0, 2); more > 0; --more) {
            m_plan.strikes.append(strikeAt(chance(50) ? Deed::None : Deed(between(1, kDeeds - 1))));
        }
    }

    KillPlan plan() { return std::move(m_plan); }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    int between(int least, int most) { return m_random.bounded(least, most + 1); }

    Strike strikeAt(Deed deed)
    {
        const auto moment = Moment(between(0, 2));
        const bool isWrite = deed == Deed::Fetch || deed == Deed::Manifest || deed == Deed::Render;
        return {deed, m_random.generateDouble(),
                moment == Moment::Within && !isWrite ? Moment::After : moment};
    }

    void drawAccount()
    {
        m_messages = chance(25) ? between(50, 400) : between(400, 6000);
        Scenario scenario = chance(60) ? Scenario::awkward(m_plan.seed, m_messages) : Scenario();
        scenario.seed = m_plan.seed;
        scenario.messages = m_messages;
        scenario.longBodyShare = 0;
        scenario.htmlBytes = between(200, 2500);
        scenario.undatedShare = chance(30) ? 0.01 : 0;
        scenario.bulkSends = between(0, 4);
        m_plan.generator = std::make_shared<const Generator>(scenario);
    }

    void drawService()
    {
        Behaviour& behaviour = m_plan.behaviour;
        behaviour.cursor = chance(50) ? Behaviour::Cursor::Repeating : Behaviour::Cursor::Changing;
        behaviour.latency = std::chrono::milliseconds(chance(40) ? 0 : between(1, 25));
        behaviour.shuffled = chance(30);
        behaviour.repeated = chance(30) ? between(1, 3) : 0;
        behaviour.endIncluded = chance(50);
        behaviour.gzip = chance(30);
    }

    void drawOptions()
    {
        const auto option = [this](const char* name, const QString& value) {
            m_plan.options += {text(name), value};
        };
        const char* const formats[] = {"csv", "csv-exact", "json", "jsonl"};
        option("--format", text(formats[between(0, 3)]));
        option("--order", text(chance(50) ? "asc" : "desc"));
        if (chance(25)) {
            option("--sort-by", text("updatedAt"));
        }
        if (chance(75)) {
            option("--parallel", QString::number(between(1, 8)));
        }
        const int fewest = std::max(10, m_messages / 40); // so that a trial stays short
        option("--page-size", QString::number(between(fewest, std::max(fewest, 500))));
    }

    QRandomGenerator m_random;
    KillPlan m_plan;
    int m_messages = 0;
};

class KillTrial
{
public:
    explicit KillTrial(const KillPlan& plan)
        : m_plan(plan)
        , m_server(plan.generator, plan.behaviour)
    {
    }

    KillVerdict verdict()
    {
        if (!m_server.start()) {
            m_verdict.wrong = "the simulator does not start";
        }
        m_exporter = std::make_unique<WatchedExporter>(m_household, m_server.baseUrl());
        makeWhole();
        for (const Strike& strike : m_plan.strikes) {
            if (m_verdict.wrong.isEmpty() && !m_isDone) {
                strikeOnce(strike);
            }
        }
        while (m_verdict.wrong.isEmpty() && !m_isDone) {
            begin();
            conclude(m_exporter->finish());
        }
        if (m_verdict.wrong.isEmpty()) {
            clearUp();
        }
        return std::move(m_verdict);
    }

private:
    void fail(const QByteArray& wrong)
    {
        m_verdict.wrong = m_verdict.wrong.isEmpty() ? wrong : m_verdict.wrong;
    }

    void putEarlier(const char* name)
    {
        if (m_plan.hasEarlier) {
            m_household.write(text(name), kEarlier);
        } else {
            QFile::remove(m_household.path(text(name)));
        }
    }

    void makeWhole()
    {
        putEarlier(kInOneGo);
        putEarlier(kOutput);
        QElapsedTimer clock;
        clock.start();
        const Outcome outcome =
            m_exporter->run(QStringList{text("--output"), text(kInOneGo)} + m_plan.options);
        m_duration = std::chrono::microseconds(clock.nsecsElapsed() / 1000);
        m_content = m_household.read(text(kInOneGo));
        for (int deed = 0; deed < kDeeds; ++deed) {
            m_calls[static_cast<std::size_t>(deed)] = m_exporter->witness().deeds[deed];
        }
        if (outcome.exitCode != Complete || m_content == kEarlier) {
            fail("in one go: " + outcome.told());
        }
        m_said = outcome.err.left(outcome.err.indexOf('\n'));
    }

    // As somebody would who reads what the program says.
    void begin()
    {
        m_exporter->forget();
        const Outcome list = m_exporter->run({text("--list-unfinished")});
        const bool hasAny = !list.out.startsWith("There is no unfinished export.");
        m_exporter->forget();
        setWish();
        m_exporter->start(hasAny ? QStringList{text("--resume")} : toFile(m_plan.options));
        ++m_runs;
    }

    void setWish()
    {
        WitnessPage& witness = m_exporter->witness();
        witness.haltAt = m_callWished;
        witness.haltMoment = m_strike.moment;
        witness.haltDeed = m_strike.deed;
        m_strike = {};
    }

    void strikeOnce(const Strike& strike)
    {
        const bool isFirst = m_runs == 0;
        const auto kind = static_cast<std::size_t>(strike.deed);
        constexpr qint64 soon = 8; // going on needs fewer calls
        const qint64 calls = isFirst ? m_calls[kind] : std::min(soon, m_calls[kind]);
        m_strike = strike;
        m_callWished = 1 + static_cast<qint64>(strike.share * static_cast<double>(calls));
        begin();
        const bool isHit = strike.deed == Deed::None
                               ? m_exporter->killAfter(std::chrono::microseconds(static_cast<qint64>(
                                     strike.share * static_cast<double>(m_duration.count()))))
                               : m_exporter->killAtHalt();
        const Outcome outcome = m_exporter->finish();
        if (!isHit || outcome.exitCode == Complete) {
            conclude(outcome);
            missed(strike, isFirst);
            return;
        }
        m_verdict.hits.append({m_exporter->witness().now, m_exporter->witness().latest});
        checkTarget();
    }

    // Lanes share the work out as answers arrive, so a run may need fewer calls than the one before.
    void missed(const Strike& strike, bool isFirst)
    {
        constexpr double tooEarlyToMiss = 0.01;
        if (m_verdict.wrong.isEmpty() && isFirst && strike.share > tooEarlyToMiss) {
            putEarlier(kOutput);
            m_isDone = false;
            m_runs = 0;
            strikeOnce({strike.deed, strike.share / 2, strike.moment});
        }
    }

    // A run that came to its end by itself.
    void conclude(const Outcome& outcome)
    {
        if (outcome.exitCode != Complete) {
            fail("run " + QByteArray::number(m_runs) + ": " + outcome.told());
        } else if (!outcome.err.contains(m_said)) {
            fail("in one go it said \"" + m_said + "\", and then: " + outcome.told());
        }
        m_isDone = true;
        checkTarget();
        if (m_household.read(text(kOutput)) != m_content) {
            fail("another file than in one go");
        }
    }

    // Whatever moment it was: the earlier file, or the new one.
    void checkTarget()
    {
        const QByteArray content = m_household.read(text(kOutput));
        const bool isThere = m_household.names().contains(text(kOutput));
        const bool isEarlier = m_plan.hasEarlier ? content == kEarlier : !isThere;
        if (!isEarlier && content != m_content) {
            fail("the target is neither the earlier file nor the new one");
        }
        if (m_runs > kMostRuns) {
            fail("it never comes to an end");
        }
    }

    void clearUp()
    {
        QStringList names = m_household.names();
        names.removeOne(text(kInOneGo));
        if (names != QStringList{text(kOutput)}) {
            fail("left beside the target: " + names.join(QLatin1Char(' ')).toUtf8());
        }
        const Outcome list = m_exporter->run({text("--list-unfinished")});
        if (!list.out.startsWith("There is no unfinished export.")) {
            fail("finished, and yet: " + list.told());
        }
        // A program that was killed before there was anything to go on with, or in the middle of removing it,
        // leaves files that a later one removes.
        if (!leftSpools(m_household).isEmpty()) {
            ageLeftSpools(m_household);
            m_exporter->run(QStringList{text("--output"), text(kInOneGo)} + m_plan.options);
            const QStringList left = leftSpools(m_household);
            if (!left.isEmpty()) {
                fail("spools that nobody removes: " + left.join(QLatin1Char(' ')).toUtf8());
            }
        }
    }

    const KillPlan& m_plan;
    Server m_server;
    Household m_household;
    std::unique_ptr<WatchedExporter> m_exporter;
    KillVerdict m_verdict;

    QByteArray m_content; // of an uninterrupted run
    QByteArray m_said;    // of it
    std::chrono::microseconds m_duration{0};
    std::array<qint64, kDeeds> m_calls = {};

    Strike m_strike; // for the run that begins
    qint64 m_callWished = 0;
    int m_runs = 0;
    bool m_isDone = false;
};

} // namespace

QByteArray KillPlan::told() const
{
    QByteArray told = "seed " + QByteArray::number(seed) + ", " + QByteArray::number(generator->count()) +
                      " messages, " + options.join(QLatin1Char(' ')).toUtf8() + ", latency " +
                      QByteArray::number(qint64(behaviour.latency.count())) + " ms, cursors " +
                      (behaviour.cursor == Behaviour::Cursor::Repeating ? "repeat" : "change") +
                      (hasEarlier ? ", with an earlier file" : "") + ", kills:";
    for (const Strike& strike : strikes) {
        const char* const moments[] = {" before", " within", " after"};
        const char* const moment = moments[static_cast<int>(strike.moment)];
        told += QByteArray(strike.deed == Deed::None ? " at" : moment) + ' ' + nameOf(strike.deed) + ' ' +
                QByteArray::number(strike.share, 'f', 3);
    }
    return told;
}

KillPlan killPlan(quint32 seed, Deed deed)
{
    return KillPlanner(seed, deed).plan();
}

KillVerdict carryOut(const KillPlan& plan)
{
    return KillTrial(plan).verdict();
}

const char* nameOf(Deed deed)
{
    switch (deed) {
    case Deed::None:
        return "any";
    case Deed::Fetch:
        return "fetch";
    case Deed::Flush:
        return "flush";
    case Deed::Manifest:
        return "manifest";
    case Deed::Render:
        return "render";
    case Deed::Rename:
        return "rename";
    case Deed::Lock:
        return "lock";
    case Deed::Remember:
        return "remember";
    case Deed::Clear:
        return "clear";
    }
    return "";
}

} // namespace leadway::test
