#include "support/disktrial.h"

#include "support/leftspools.h"
#include "support/transcriptpage.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <sched.h>
#include <sys/mount.h>

namespace leadway::test
{

using simulator::Behaviour;
using simulator::Scenario;

namespace
{

constexpr char kWhole[] = "whole"; // made with room
constexpr char kAside[] = ".unreadable.jsonl";
constexpr qint64 kTmpfsSize = 64 << 20; // an export does not begin with less than 50 MiB of room
constexpr char kNothingUnfinished[] = "There is no unfinished export.\n";

Scenario scenarioOf(quint32 seed)
{
    constexpr qint64 messages = 700;
    Scenario scenario = Scenario::awkward(seed, messages);
    scenario.htmlBytes = 300;
    scenario.longBodyShare = 0;
    scenario.undatedShare = 0.02;
    return scenario;
}

// A few elements that are no messages, so that there is a second file beside the target.
Behaviour behaviour()
{
    Behaviour behaviour;
    behaviour.extraElements = {"17", R"({"no":"id"})"};
    return behaviour;
}

QUrl started(simulator::Server& server)
{
    if (!server.start()) {
        qFatal("the simulator does not start");
    }
    return server.baseUrl();
}

// The word before these, such as "1,200".
QByteArray numberBefore(const QByteArray& told, const char* words)
{
    const QByteArray before = told.left(std::max(qsizetype(0), told.indexOf(words)));
    return before.mid(before.lastIndexOf(' ') + 1);
}

// A disk in memory, there as long as this.
class Tmpfs
{
public:
    Tmpfs(QString folder, qint64 bytes)
        : m_folder(std::move(folder))
    {
        const QByteArray size = "size=" + QByteArray::number(bytes);
        m_isMounted = ::mount("tmpfs", name().constData(), "tmpfs", 0, size.constData()) == 0;
    }
    ~Tmpfs()
    {
        if (m_isMounted) {
            ::umount2(name().constData(), MNT_DETACH);
        }
    }
    Tmpfs(const Tmpfs&) = delete;
    Tmpfs& operator=(const Tmpfs&) = delete;

    bool isMounted() const { return m_isMounted; }
    // Takes all but so many bytes; fewer stay if the program writes meanwhile.
    bool leave(qint64 room)
    {
        const qint64 rest = QStorageInfo(m_folder).bytesAvailable() - room;
        QFile filler(fillerPath());
        return rest > 0 && filler.open(QFile::WriteOnly | QFile::Unbuffered) &&
               filler.write(QByteArray(static_cast<qsizetype>(rest), 'x')) > 0;
    }
    void makeRoom() { QFile::remove(fillerPath()); }

private:
    QByteArray name() const { return QFile::encodeName(m_folder); }
    QString fillerPath() const { return m_folder + QStringLiteral("/what others keep here"); }

    QString m_folder;
    bool m_isMounted = false;
};

} // namespace

bool ownMounts()
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

QByteArray FullDisk::told() const
{
    QByteArray told = "no room for";
    told += (places & kTarget) != 0 ? " the target" : "";
    told += (places & kSpool) != 0 ? " the spool" : "";
    told += (places & kIndex) != 0 ? " the index" : "";
    return told + (from > 0 ? " from call " + QByteArray::number(from) + (isShortFirst ? ", half of it" : "")
                            : " after " + QByteArray::number(after) + " bytes");
}

DiskTrial::DiskTrial(quint32 seed, const char* format)
    : m_format(format)
    , m_server(scenarioOf(seed), behaviour())
    , m_exporter(m_household, started(m_server))
{
    for (const Places places : {kTarget, kSpool, kIndex}) {
        makeWhole(places);
    }
}

DiskTrial::~DiskTrial() = default;

// By updatedAt, so that everything goes through the index; by one lane, so that every run makes the same
// calls.
QStringList DiskTrial::arguments(const char* name) const
{
    return {text("--output"), text(name),       text("--sort-by"), text("updatedAt"),   text("--parallel"),
            text("1"),        text("--format"), text(m_format),    text("--page-size"), text("60")};
}

void DiskTrial::makeWhole(Places places)
{
    m_household.write(text(kWhole), kEarlier);
    m_exporter.forget();
    m_exporter.witness().fullPlaces = places;
    const Outcome outcome = m_exporter.run(arguments(kWhole));
    m_said = outcome.err.left(outcome.err.indexOf('\n') + 1);
    m_whole = m_household.read(text(kWhole));
    m_aside = m_household.read(text(kWhole) + text(kAside));
    m_calls[places] = m_exporter.witness().calls;
    m_bytes[places] = m_exporter.witness().bytes;
    if (outcome.exitCode != Complete || m_aside.isEmpty()) {
        m_wrong = "with room: " + outcome.told();
    }
}

qint64 DiskTrial::calls(Places places) const
{
    return m_calls[places];
}

qint64 DiskTrial::bytes(Places places) const
{
    return m_bytes[places];
}

QByteArray DiskTrial::fails(const FullDisk& disk)
{
    putEarlier();
    m_exporter.forget();
    WitnessPage& witness = m_exporter.witness();
    witness.fullFrom = disk.from;
    witness.fullAfter = disk.after;
    witness.isShortFirst = disk.isShortFirst;
    witness.fullPlaces = disk.places;
    const Outcome outcome = m_exporter.run(arguments(kOutput));
    const bool wasRefused = witness.refusals > 0;
    const qint64 pages = witness.deeds[static_cast<int>(Deed::Fetch)];
    m_exporter.forget();
    if (!wasRefused) {
        return "nothing was refused: " + outcome.told();
    }
    return judge(disk.places, pages, outcome);
}

QByteArray DiskTrial::failsOnTmpfs(Places place, qint64 room, qint64 requests)
{
    Tmpfs disk(folderOf(place), kTmpfsSize);
    if (!disk.isMounted()) {
        return "no tmpfs can be mounted";
    }
    putEarlier();
    Gate gate;
    m_server.setFault(gate.closedFrom(m_server.requests() + requests));
    m_exporter.forget();
    m_exporter.start(arguments(kOutput));
    m_exporter.waitUntil([&gate] { return gate.isReached(); });
    const bool isFull = gate.isReached() && disk.leave(room);
    gate.open();
    m_server.setFault({});
    const Outcome outcome = m_exporter.finish();
    const qint64 pages = m_exporter.witness().deeds[static_cast<int>(Deed::Fetch)];
    disk.makeRoom();
    return isFull ? judge(place, pages, outcome) : "the disk was not filled: " + outcome.told();
}

QByteArray DiskTrial::refusesTmpfs(Places place)
{
    constexpr qint64 tooSmall = 3 << 20;
    const Tmpfs disk(folderOf(place), tooSmall);
    putEarlier();
    const qint64 asked = m_server.requests();
    const Outcome outcome = m_exporter.run(arguments(kOutput));
    if (!disk.isMounted() || m_server.requests() != asked) {
        return "asked in vain: " + outcome.told();
    }
    return judgeFailure(place, outcome) + left(false);
}

void DiskTrial::putEarlier()
{
    QDir(folderOf(kSpool)).removeRecursively(); // where a trial has gone wrong before
    QDir().mkdir(folderOf(kSpool));
    m_household.write(text(kOutput), kEarlier);
    m_household.write(text(kOutput) + text(kAside), kEarlier);
}

// What somebody finds who looks after it, and after that makes room and goes on.
QByteArray DiskTrial::judge(Places places, qint64 pages, const Outcome& outcome)
{
    if (!m_wrong.isEmpty()) {
        return m_wrong;
    }
    if (outcome.exitCode == Complete) { // it was the last call of all, which may fail
        return judgeFile() + left(false);
    }
    QByteArray wrong = judgeFailure(places, outcome);
    const bool canGoOn = outcome.err.contains("leadway-export --resume ");
    constexpr qint64 ofOnePage = 3; // a segment each for the dated, the undated and what is no message
    if (pages > ofOnePage && !canGoOn) {
        wrong += "what had come is lost: " + outcome.told();
    }
    if (canGoOn && !isListed(numberBefore(outcome.err, " messages are kept."))) {
        wrong += "what is listed is not what it said: " + outcome.told() +
                 ", but: " + m_exporter.run({text("--list-unfinished")}).told();
    }
    wrong += left(canGoOn);
    if (!wrong.isEmpty() || !canGoOn) {
        return wrong;
    }
    wrong = refusesAgain(places);
    const qint64 asked = m_server.requests();
    const Outcome again = m_exporter.run({text("--resume")});
    const qint64 askedAgain = m_server.requests() - asked;
    if (again.exitCode != Complete || !again.err.startsWith(m_said)) {
        wrong += "gone on with: " + again.told();
    }
    if (places != kSpool && askedAgain > 0) {
        wrong += "asked " + QByteArray::number(askedAgain) + " times again";
    }
    return wrong + judgeFile() + left(false);
}

bool DiskTrial::isListed(const QByteArray& number)
{
    const Outcome list = m_exporter.run({text("--list-unfinished")});
    return !number.isEmpty() && (list.out.contains(' ' + number + " of about ") ||
                                 list.out.contains(' ' + number + " messages are safe"));
}

// Gone on with before there is room, at another call every time.
QByteArray DiskTrial::refusesAgain(Places places)
{
    constexpr qint64 ofAnySpool = 12; // lock, note and manifest, before anything is fetched
    const qint64 calls = places == kSpool ? ofAnySpool : m_calls[places] - 1;
    m_exporter.forget();
    WitnessPage& witness = m_exporter.witness();
    witness.fullFrom = 1 + m_trials / 2 % calls;
    witness.isShortFirst = m_trials % 2 == 1;
    witness.fullPlaces = places;
    const QByteArray when = "refused again from call " + QByteArray::number(witness.fullFrom.load()) + ": ";
    ++m_trials;
    const Outcome outcome = m_exporter.run({text("--resume")});
    m_exporter.forget();
    const QByteArray wrong = judgeFailure(places, outcome) + left(true);
    return wrong.isEmpty() ? wrong : when + wrong;
}

QByteArray DiskTrial::judgeFailure(Places places, const Outcome& outcome) const
{
    const char* const sentence =
        places == kTarget
            ? "The disk is full. Make room or save somewhere else, then try again."
            : "What was fetched could not be kept on this computer. Make room on the disk, then try again.";
    QByteArray wrong;
    if (outcome.exitCode != Failed || !outcome.out.isEmpty() || !outcome.err.contains(sentence) ||
        !isClear(outcome.err)) {
        wrong = "not told as it is: " + outcome.told();
    }
    // Of the two files one comes first, and it is the one beside.
    const QByteArray aside = m_household.read(text(kOutput) + text(kAside));
    if (m_household.read(text(kOutput)) != kEarlier || (aside != kEarlier && aside != m_aside)) {
        wrong += "an earlier file has changed";
    }
    return wrong;
}

QByteArray DiskTrial::judgeFile() const
{
    // A PDF tells when it was made.
    const bool isPdf = m_whole.startsWith("%PDF");
    const bool isSame =
        isPdf ? pdfText(m_household.path(text(kOutput))) == pdfText(m_household.path(text(kWhole)))
              : m_household.read(text(kOutput)) == m_whole;
    const bool isRight = isSame && m_household.read(text(kOutput) + text(kAside)) == m_aside;
    return isRight ? QByteArray() : QByteArray("another file than with room");
}

// Files, or something to go on with, that should not be there; or nothing to go on with where it should.
QByteArray DiskTrial::left(bool isUnfinished)
{
    QByteArray wrong;
    QStringList names = m_household.names();
    for (const char* const name : {kOutput, kWhole}) {
        names.removeOne(text(name));
        names.removeOne(text(name) + text(kAside));
    }
    if (!names.isEmpty()) {
        wrong = "left beside the target: " + names.join(QLatin1Char(' ')).toUtf8();
    }
    const QStringList spools = leftSpools(m_household);
    if (isUnfinished == spools.isEmpty()) {
        wrong += "spools: " + spools.join(QLatin1Char(' ')).toUtf8();
    }
    const Outcome list = m_exporter.run({text("--list-unfinished")});
    if (isUnfinished == (list.out == kNothingUnfinished)) {
        wrong += "unfinished: " + list.told();
    }
    return wrong;
}

QString DiskTrial::folderOf(Places place) const
{
    return place == kTarget ? m_household.workFolder()
                            : m_household.environment().value(QStringLiteral("XDG_DATA_HOME"));
}

} // namespace leadway::test
