#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <vector>

namespace leadway
{

/// Why a walk by several lanes was given up for one by a single lane.
enum class WentBack {
    No,
    RangeIgnored, ///< the service sent messages of other dates than it was asked for
    FellShort,    ///< less came than the service had announced
};

/// Where the messages of a run went.
enum class Placement {
    NewFile,
    Appended, ///< behind those of an earlier file
    Beside,   ///< into a new file, since the earlier one is not as it was left
    NoFile,   ///< there were none
};

/// What one walk brought, over all its lanes.
struct WalkReport {
    QString channel;                ///< the `channel` parameter that was sent, empty for the walk without one
    std::optional<qint64> expected; ///< the first `total`, an estimate of the service, and `newer`
    qint64 requests = 0;
    qint64 retries = 0;
    qint64 restarts = 0; ///< how often the walk went on from its last date with a fresh query
    qint64 received = 0;
    qint64 outside = 0;
    qint64 newer = 0;    ///< of those outside, what arrived after the first answer and so after its `total`
    qint64 filtered = 0; ///< of other channels, and what leftOut counts
    qint64 leftOut = 0;  ///< came, but the query's filter does not want it; known once the file is written
    qint64 unreadable = 0;
    qint64 undated = 0;
    qint64 overlap = 0;        ///< of another lane's dates, which brings them itself
    qint64 waitedMsecs = 0;    ///< between a failure and the next try, over all lanes
    qint64 written = 0;        ///< this and the next three are known once the file is
    qint64 duplicates = 0;     ///< came more than once, overlap included
    qint64 known = 0;          ///< handed out by an earlier run of the same saved export
    qint64 unreadableLate = 0; ///< turned out unreadable when they were to be written
    int lanes = 0;             ///< disjoint ranges of dates that were walked side by side, over the whole run
    WentBack wentBack = WentBack::No;
    qint64 repairedPages = 0;            ///< answers with bad bytes that had to be mended to be read
    bool stoppedWithoutProgress = false; ///< the loop guard ended it
    bool endedEmpty = false;             ///< an empty page ended it, although it had a cursor

    /// What came is what went somewhere.
    bool balances() const
    {
        return received == written + duplicates + known + outside + filtered + unreadable + unreadableLate;
    }

    /// How many fewer came than were announced; what the service announced includes what is dropped here.
    qint64 missing() const { return expected ? std::max<qint64>(0, *expected - (received - duplicates)) : 0; }
    bool isShort() const { return missing() > 0; }

    /// False if the service stopped getting anywhere before what it announced had come: it sent the same
    /// again, or nothing although there was to be more. An estimate alone proves nothing, and one that more
    /// came than vouches for nothing either: it is a cap.
    bool isComplete() const
    {
        if (isShort()) {
            return !stoppedWithoutProgress && !endedEmpty;
        }
        return received - duplicates == expected || !stoppedWithoutProgress;
    }

    bool operator==(const WalkReport&) const = default;
};

/// The account of a whole export: every message that was received went somewhere.
struct ExportReport {
    std::vector<WalkReport> walks;
    qint64 cutCells = 0;         ///< texts shortened because a spreadsheet's cell holds no more
    qint64 replacedCells = 0;    ///< texts with characters replaced because no cell can hold them
    qint64 repairedMessages = 0; ///< messages written with replacement characters for bytes that are no text
    QString path;                ///< of the file, or of the folder
    std::optional<qint64> files; ///< how many the folder holds, where there are several
    qint64 bytes = 0;            ///< of all of them
    QByteArray sha256;           ///< of the one file, as hexadecimal digits

    bool isOnlyNew = false; ///< asked for what no earlier run of a saved export had handed out
    Placement placement = Placement::NewFile;
    bool isPartial = false; ///< somebody ended the export before everything had come
    QString unreadablePath; ///< of the file that keeps what could not be understood; empty if all could

    qint64 received() const { return sum(&WalkReport::received); }
    qint64 written() const { return sum(&WalkReport::written); }
    qint64 duplicates() const { return sum(&WalkReport::duplicates); }
    qint64 known() const { return sum(&WalkReport::known); }
    qint64 outside() const { return sum(&WalkReport::outside); }
    qint64 filtered() const { return sum(&WalkReport::filtered); }
    qint64 leftOut() const { return sum(&WalkReport::leftOut); }
    qint64 unreadable() const { return sum(&WalkReport::unreadable) + sum(&WalkReport::unreadableLate); }
    qint64 overlap() const { return sum(&WalkReport::overlap); }
    qint64 requests() const { return sum(&WalkReport::requests); }
    qint64 retries() const { return sum(&WalkReport::retries); }
    qint64 waitedMsecs() const { return sum(&WalkReport::waitedMsecs); }

    /// What the service said there would be; nothing if it left any walk unsaid.
    std::optional<qint64> expected() const
    {
        qint64 total = 0;
        for (const WalkReport& walk : walks) {
            if (!walk.expected) {
                return std::nullopt;
            }
            total += *walk.expected;
        }
        return total;
    }

    /// No walk stands in for another.
    qint64 missing() const
    {
        qint64 sum = 0;
        for (const WalkReport& walk : walks) {
            sum += walk.missing();
        }
        return sum;
    }

    /// Of any walk less came than was announced.
    bool isShort() const
    {
        return std::any_of(walks.begin(), walks.end(), [](const WalkReport& walk) { return walk.isShort(); });
    }

    /// False if somebody ended it, or the service stopped getting anywhere.
    bool isComplete() const
    {
        return !isPartial && std::all_of(walks.begin(), walks.end(),
                                         [](const WalkReport& walk) { return walk.isComplete(); });
    }

    /// What came is what went somewhere, walk by walk.
    bool balances() const
    {
        return std::all_of(walks.begin(), walks.end(),
                           [](const WalkReport& walk) { return walk.balances(); });
    }

private:
    qint64 sum(qint64 WalkReport::*member) const
    {
        qint64 total = 0;
        for (const WalkReport& walk : walks) {
            total += walk.*member;
        }
        return total;
    }
};

} // namespace leadway
