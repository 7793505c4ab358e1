#include "simulator/views.h"

#include "simulator/random.h"

#include <algorithm>
#include <set>
#include <utility>

namespace leadway::simulator
{

namespace
{

// These bytes make every cursor begin with "+/+/", which breaks what is not percent-encoded.
constexpr char kCursorMark[] = "\xfb\xff\xbf";
constexpr std::size_t kMostViews = 20'000;

QByteArray cursorText(qint64 view, std::size_t position, qint64 nonce)
{
    return (QByteArray(kCursorMark) + QByteArray::number(view) + ':' + QByteArray::number(quint64(position)) +
            ':' + QByteArray::number(nonce))
        .toBase64();
}

bool readCursor(const QByteArray& cursor, qint64& view, std::size_t& position)
{
    const auto decoded = QByteArray::fromBase64Encoding(cursor, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !(*decoded).startsWith(kCursorMark)) {
        return false;
    }
    const QList<QByteArray> parts = (*decoded).mid(static_cast<qsizetype>(sizeof kCursorMark) - 1).split(':');
    if (parts.size() != 3) {
        return false;
    }
    view = parts.at(0).toLongLong();
    position = parts.at(1).toULongLong();
    return true;
}

QByteArray listName(const ExportQuery& query)
{
    return query.channel + '|' + query.contactId + '|' + query.conversationId +
           (query.byUpdated ? "|u" : "|c");
}

} // namespace

Views::Views(const Generator& account)
    : m_account(account)
{
}

void Views::expire()
{
    m_views.clear();
}

void Views::forgetLists()
{
    m_lists.clear();
}

void Views::addLive(std::shared_ptr<const Generator> live)
{
    m_live = std::move(live);
    m_lists.clear();
    ++m_generation;
}

const Generator& Views::source(MessageNumber number, qint64& index) const
{
    const auto count = static_cast<MessageNumber>(m_account.count());
    index = number < count ? number : number - count;
    return number < count ? m_account : *m_live;
}

qint64 Views::orderKey(MessageNumber number, bool byUpdated) const
{
    qint64 index = 0;
    const Generator& from = source(number, index);
    return byUpdated ? from.updatedAt(index).value_or(from.placeMsecs(index)) : from.placeMsecs(index);
}

qint64 Views::rangeKey(MessageNumber number, const ExportQuery& query, const Behaviour& behaviour) const
{
    return orderKey(number, query.byUpdated && behaviour.rangeOverUpdated);
}

bool Views::matches(MessageNumber number, const ExportQuery& query) const
{
    qint64 index = 0;
    const Generator& from = source(number, index);
    const bool channelFits =
        query.channel.isEmpty() ? !from.isEmail(index) : from.channel(index) == query.channel;
    return channelFits && (query.contactId.isEmpty() || from.contactId(index) == query.contactId) &&
           (query.conversationId.isEmpty() || from.conversationId(index) == query.conversationId);
}

std::shared_ptr<const Views::Numbers> Views::listFor(const ExportQuery& query, const Behaviour& behaviour)
{
    constexpr std::size_t mostLists = 200;
    if (m_lists.size() > mostLists) {
        m_lists.clear();
    }
    auto& cached = m_lists[listName(query)];
    if (!cached) {
        auto list = std::make_shared<Numbers>();
        const auto count = static_cast<MessageNumber>(m_account.count() + (m_live ? m_live->count() : 0));
        for (MessageNumber number = 0; number < count; ++number) {
            const bool isThere =
                number >= m_account.count() || !behaviour.notYetThere || !behaviour.notYetThere(number);
            if (isThere && matches(number, query)) {
                list->push_back(number);
            }
        }
        if (query.byUpdated) {
            std::stable_sort(list->begin(), list->end(), [this](MessageNumber a, MessageNumber b) {
                return orderKey(a, true) < orderKey(b, true);
            });
        }
        cached = std::move(list);
    }
    return cached;
}

void Views::fill(View& view, const Behaviour& behaviour)
{
    const ExportQuery& query = view.query;
    view.generation = m_generation;
    view.list = listFor(query, behaviour);
    view.first = 0;
    view.last = query.nothing ? 0 : view.list->size();
    if (query.nothing || behaviour.rangeIgnored || (!query.begin && !query.end)) {
        return;
    }
    const auto inRange = [&](qint64 when) {
        return (!query.begin || when >= *query.begin) &&
               (!query.end || when < *query.end || (behaviour.endIncluded && when == *query.end));
    };
    const bool ordered = !query.byUpdated || behaviour.rangeOverUpdated;
    if (ordered && behaviour.undated == Behaviour::Undated::AtTheirPlace) {
        const auto begin = view.list->begin();
        const auto from = std::partition_point(begin, view.list->end(), [&](MessageNumber number) {
            return query.begin && rangeKey(number, query, behaviour) < *query.begin;
        });
        const auto to = std::partition_point(from, view.list->end(), [&](MessageNumber number) {
            return inRange(rangeKey(number, query, behaviour));
        });
        view.first = static_cast<std::size_t>(from - begin);
        view.last = static_cast<std::size_t>(to - begin);
        return;
    }
    auto list = std::make_shared<Numbers>();
    for (const MessageNumber number : *view.list) {
        qint64 index = 0;
        const bool dated = source(number, index).createdAt(index).has_value();
        const bool fits = dated || behaviour.undated == Behaviour::Undated::AtTheirPlace
                              ? inRange(rangeKey(number, query, behaviour))
                              : behaviour.undated == Behaviour::Undated::InEveryRange;
        if (fits) {
            list->push_back(number);
        }
    }
    view.last = list->size();
    view.list = std::move(list);
}

Views::View& Views::open(const ExportQuery& query, const Behaviour& behaviour, Clock::time_point now)
{
    if (m_views.size() >= kMostViews) {
        m_views.erase(m_views.begin());
    }
    View& view = m_views[++m_lastView];
    view.number = m_lastView;
    view.query = query;
    view.salt = mixed(static_cast<quint64>(m_lastView));
    view.used = now;
    fill(view, behaviour);
    return view;
}

Views::View* Views::find(const ExportQuery& query, const Behaviour& behaviour, Clock::time_point now,
                         std::size_t& position)
{
    qint64 number = 0;
    if (!readCursor(query.cursor, number, position)) {
        return nullptr;
    }
    const auto found = m_views.find(number);
    if (found == m_views.end() || !found->second.query.sameWalk(query)) {
        return nullptr;
    }
    View& view = found->second;
    ++view.uses;
    const bool tooOld = behaviour.cursorLifetime.count() > 0 && now - view.used > behaviour.cursorLifetime;
    const bool tooUsed = behaviour.cursorUses > 0 && view.uses > behaviour.cursorUses;
    if (tooOld || tooUsed) {
        m_views.erase(found);
        return nullptr;
    }
    view.used = now;
    if (query.ascending && view.generation != m_generation) {
        fill(view, behaviour);
    }
    return &view;
}

MessageNumber Views::at(const View& view, std::size_t position) const
{
    return (*view.list)[view.query.ascending ? view.first + position : view.last - 1 - position];
}

void Views::shuffleTies(Numbers& numbers, bool byUpdated, quint64 salt) const
{
    std::size_t from = 0;
    while (from < numbers.size()) {
        const qint64 key = orderKey(numbers[from], byUpdated);
        std::size_t to = from + 1;
        while (to < numbers.size() && orderKey(numbers[to], byUpdated) == key) {
            ++to;
        }
        Random random(salt ^ static_cast<quint64>(key));
        for (std::size_t i = to - 1; i > from; --i) {
            std::swap(numbers[i], numbers[from + random.below(i - from + 1)]);
        }
        from = to;
    }
}

Views::Numbers Views::slice(const View& view, std::size_t from, std::size_t to, bool shuffled) const
{
    const bool byUpdated = view.query.byUpdated;
    const auto keyAt = [&](std::size_t position) { return orderKey(at(view, position), byUpdated); };
    std::size_t begin = from;
    std::size_t end = to;
    // A walk's order of a millisecond is one, wherever a page cuts it; else a page would lose messages.
    if (shuffled && from < to) {
        while (begin > 0 && keyAt(begin - 1) == keyAt(from)) {
            --begin;
        }
        while (end < view.size() && keyAt(end) == keyAt(to - 1)) {
            ++end;
        }
    }
    Numbers numbers;
    numbers.reserve(end - begin);
    for (std::size_t position = begin; position < end; ++position) {
        numbers.push_back(at(view, position));
    }
    if (shuffled) {
        shuffleTies(numbers, byUpdated, view.salt);
        numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(to - begin), numbers.end());
        numbers.erase(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(from - begin));
    }
    return numbers;
}

PagePlan Views::plan(const ExportQuery& query, const Behaviour& behaviour, qint64 requestNumber,
                     Clock::time_point now, bool stuck)
{
    PagePlan plan;
    plan.first = query.cursor.isEmpty();
    std::size_t position = 0;
    View* view = plan.first ? &open(query, behaviour, now) : find(query, behaviour, now, position);
    if (view == nullptr) {
        plan.cursorDied = true;
        return plan;
    }
    const bool repeating = behaviour.cursor == Behaviour::Cursor::Repeating;
    if (repeating) {
        position = view->position;
    }
    const auto limit = static_cast<std::size_t>(query.limit);
    const std::size_t again =
        std::min({position, static_cast<std::size_t>(std::max(behaviour.repeated, 0)), limit - 1});
    std::size_t from = position - again;
    std::size_t next = std::min(from + limit, view->size());
    std::size_t fresh = position;
    if (stuck) {
        from = position > limit ? position - limit : 0;
        fresh = next = position == 0 ? std::min(limit, view->size()) : position;
    }
    if (!stuck && position >= view->size()) {
        from = next;
    }
    Numbers numbers = slice(*view, from, next, behaviour.shuffled);
    const auto known = static_cast<std::ptrdiff_t>(std::min(fresh - from, numbers.size()));
    const std::set<MessageNumber> repeated(numbers.begin(), numbers.begin() + known);
    if (behaviour.shuffled) {
        shuffleTies(numbers, query.byUpdated, mixed(static_cast<quint64>(requestNumber)));
    }
    plan.items.reserve(numbers.size());
    for (const MessageNumber number : numbers) {
        plan.items.push_back({number, repeated.contains(number)});
    }
    plan.total = static_cast<qint64>(view->size());
    const std::size_t goesOn = stuck ? position : next;
    view->position = goesOn;
    const bool more = goesOn < view->size() ||
                      (behaviour.lastCursor == Behaviour::LastCursor::LeadsToEmptyPage && !numbers.empty());
    if (more || stuck) {
        plan.nextCursor =
            repeating ? cursorText(view->number, 0, 0) : cursorText(view->number, goesOn, requestNumber);
    }
    return plan;
}

} // namespace leadway::simulator
