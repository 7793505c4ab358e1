#pragma once

#include "core/messagefilter.h"
#include "core/messageparser.h"
#include "core/messagequery.h"
#include "core/spoolreader.h"
#include "format/messageindex.h"
#include "format/output.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace leadway
{

class KnownMessages;
class MailTexts;

/// Turns a spool into a file. It knows nothing of the network: it reads the segments side by side, puts
/// every message in its place, drops what came twice, leaves out what the query's filter does not want and
/// hands the rest to an Output. Of two copies the one that stays is judged.
///
/// Order: by (key in milliseconds, id by bytes), where the key is `dateAdded` or, for SortBy::UpdatedAt,
/// `dateUpdated`; Descending is the exact reverse; undated messages come last, by id. Of two copies of one
/// id in the same millisecond the later `dateUpdated` stays, else the one received first. The order in
/// which the service sent the messages of one millisecond never matters.
///
/// Works in slices, so that a long rendering can share an event loop and be given up between two of them.
/// Belongs to the job that made it; `output` must outlive it.
class Renderer
{
public:
    Renderer(SpoolReader spool, const MessageQuery& query, const QString& indexPath, Output& output);
    ~Renderer();

    /// Notes with `known` what is written, from a moment on (KnownMessages::note), and drops what it knows if
    /// only what is new is wanted. It must outlive this.
    void heed(KnownMessages& known, bool isOnlyNew, Msecs notedFrom);

    /// Takes the texts of mails from there, where they are. It must outlive this.
    void use(MailTexts& texts) { m_texts = &texts; }

    /// Goes on for about `messages` messages. True when the last one is written and the output has ended.
    Result<bool> advance(qint64 messages);

    qint64 written() const { return m_written; }
    qint64 duplicates() const { return m_duplicates; }
    /// Messages whose date and id could be read but whose fields could not; they are not in the file.
    const std::vector<SpoolPosition>& unreadable() const { return m_unreadable; }
    /// Of the messages that one of the planned walks brought.
    qint64 writtenOf(int walk) const { return countOf(m_writtenOf, walk); }
    qint64 unreadableOf(int walk) const;
    qint64 duplicatesOf(int walk) const;
    /// Left out by the filter.
    qint64 leftOutOf(int walk) const { return countOf(m_leftOutOf, walk); }
    qint64 knownOf(int walk) const { return countOf(m_knownOf, walk); }
    /// Where the messages come from.
    SpoolReader& spool() { return m_spool; }
    /// How many messages the spool holds, those that came twice included.
    qint64 total() const { return m_total; }
    /// How many of them have been dealt with.
    qint64 done() const { return m_done; }

private:
    static qint64 countOf(const std::vector<qint64>& counts, int walk);

    enum class Phase { Begin, Merge, Index, ReadIndex, End, Done };
    struct Source;
    struct Candidate;

    Result<void> begin();
    Result<void> mergeOne();
    Result<bool> advanceSource(Source& source);
    Result<void> collect(Source& source, Msecs when);
    Result<void> writeGroup();
    Result<void> indexOne();
    Result<void> readIndexOne();
    Result<void> writeMessage(std::string_view raw, const SpoolPosition& position);
    Result<void> writeRead(const SpoolPosition& position);
    Result<void> openSource(const Segment& segment);
    Result<void> finishSources();
    bool comesFirst(Msecs a, Msecs b) const;

    SpoolReader m_spool;
    MessageQuery m_query;
    QString m_indexPath;
    Output& m_output;
    MessageParser m_parser;
    MessageMatcher m_matcher;
    std::unique_ptr<Message> m_message = std::make_unique<Message>();
    bool m_isRead = false; // m_message holds the first one of m_group

    Phase m_phase = Phase::Begin;
    std::vector<Segment> m_waiting; // dated segments not yet opened, the next one at the back
    std::vector<Segment> m_toIndex; // segments that go through the index, the next one at the back
    std::vector<std::unique_ptr<Source>> m_sources;
    std::vector<Candidate> m_group; // the messages of one millisecond
    std::string m_groupBytes;
    std::unique_ptr<MessageIndex> m_index;
    std::size_t m_bufferSize = 0;
    qint64 m_written = 0;
    qint64 m_duplicates = 0;
    std::vector<SpoolPosition> m_unreadable;
    std::map<std::uint32_t, int> m_walkOf; // of the segments
    std::vector<qint64> m_storedOf;        // by walk
    std::vector<qint64> m_writtenOf;
    std::vector<qint64> m_leftOutOf;
    std::vector<qint64> m_knownOf;
    MailTexts* m_texts = nullptr;
    KnownMessages* m_known = nullptr;
    bool m_isOnlyNew = false;
    Msecs m_notedFrom = 0;
    qint64 m_total = 0;
    qint64 m_done = 0;
    qint64 m_indexRead = 0;
};

} // namespace leadway
