#include "app/rowfinder.h"

#include "app/wording.h"
#include "core/folding.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace leadway
{

/// Whether a row matches. Contacts and words of ours, which many rows have, are looked at once.
class RowFinder::Matcher
{
public:
    Matcher(const PreviewSnapshot& rows, const QString& needle)
        : m_rows(rows)
        , m_needle(folded(needle.toUtf8()))
        , m_signature(TextSignature::of(m_needle))
        , m_searcher(m_needle.data(), m_needle.data() + m_needle.size())
        , m_contacts(rows.sharedTexts(), Verdict::Unknown)
        , m_strangers(rows.sharedTexts(), Verdict::Unknown)
    {
    }

    bool isEmpty() const { return m_needle.empty(); }

    bool matches(int number)
    {
        return matchesContact(number) ||
               (m_rows.signature(number).mayHold(m_signature) && matchesText(number, m_rows.raw(number)));
    }

private:
    enum class Verdict : char { Unknown, No, Yes };

    bool isIn(QByteArrayView text) const { return m_searcher(text.begin(), text.end()).first != text.end(); }

    // Only the first row of a contact costs more than a look at what was found then.
    bool matchesContact(int number)
    {
        const PreviewSnapshot::Who who = m_rows.who(number);
        Verdict& verdict = who.contact != 0 ? m_contacts[who.contact] : m_strangers[who.contactId];
        if (verdict == Verdict::Unknown) {
            m_text.clear();
            if (const quint32 known = m_rows.raw(number).contact; known != 0) {
                m_text.append(m_rows.sharedText(known));
            } else {
                PreviewRow stranger;
                stranger.contactId = QString::fromUtf8(m_rows.sharedText(who.contactId));
                m_text.append(wording::contactName(stranger).toUtf8());
            }
            verdict = isIn(m_text.view()) ? Verdict::Yes : Verdict::No;
        }
        return verdict == Verdict::Yes;
    }

    bool matchesText(int number, const PreviewSnapshot::Raw& raw)
    {
        m_text.clear();
        if (!raw.subject.isEmpty()) {
            m_text.append(raw.subject);
            m_text.appendAsIs(" ");
        }
        if (!raw.text.isEmpty()) {
            m_text.append(raw.text);
        } else {
            m_text.appendAsIs(wordsFor(number, raw));
        }
        return isIn(m_text.view());
    }

    // Ours, in the place of a text; folded.
    const std::string& wordsFor(int number, const PreviewSnapshot::Raw& raw)
    {
        const bool isCall = raw.channel == Channel::Call;
        if (!isCall && (!raw.subject.isEmpty() || raw.hasAttachments)) {
            return m_nothing;
        }
        const quint64 outcome = raw.callStatus == 0 ? raw.status : raw.callStatus;
        const quint64 type = quint64(raw.messageType) << 1 | (raw.isInbound ? 1 : 0);
        std::optional<std::string>& words =
            isCall ? m_callWords[type][outcome << 32 | raw.callDuration] : m_typeWords[raw.messageType];
        if (!words) {
            words = folded(wording::previewText(m_rows.at(number)).toUtf8());
        }
        return *words;
    }

    const PreviewSnapshot& m_rows;
    std::string m_needle;
    TextSignature m_signature; // of the needle
    std::boyer_moore_horspool_searcher<const char*> m_searcher;
    FoldedText m_text;
    std::vector<Verdict> m_contacts;  // by the number of the contact
    std::vector<Verdict> m_strangers; // of rows that do not name it, by the number of the id
    using WordsByNumber = std::unordered_map<quint64, std::optional<std::string>>;
    std::unordered_map<quint64, WordsByNumber>
        m_callWords;           // by type and direction, then outcome and duration
    WordsByNumber m_typeWords; // by type
    std::string m_nothing;
};

RowFinder::RowFinder(RowSearch search, QObject* parent)
    : QObject(parent)
    , m_search(std::move(search))
    , m_matcher(std::make_unique<Matcher>(m_search.rows, m_search.needle))
{
    connect(&m_timer, &QTimer::timeout, this, &RowFinder::lookOn);
    m_timer.start(0);
}

RowFinder::~RowFinder() = default;

void RowFinder::lookOn()
{
    const int known = std::min(m_search.known, m_search.order.size());
    const int size = m_matcher->isEmpty() ? 0 : m_search.order.size() - known;
    const int end = std::min(m_done + kSlice, size);
    QList<int> numbers;
    for (; m_done < end; ++m_done) {
        const int number =
            known > 0 ? known + m_done : m_search.order.numberAt((m_search.from + m_done) % size);
        if (m_matcher->matches(number)) {
            numbers.append(number);
        }
    }
    if (m_done == size) {
        m_timer.stop();
    }
    if (!numbers.isEmpty()) {
        Q_EMIT found(numbers);
    }
    if (m_done == size) {
        Q_EMIT ended();
    }
}

} // namespace leadway
