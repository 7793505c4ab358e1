#include "support/scriptedwalk.h"

#include <QTest>

namespace leadway::test
{

using namespace std::chrono_literals;

Msecs second(int number)
{
    constexpr Msecs start = 1704067200000;
    return start + number * Msecs(1000);
}

QByteArray iso(Msecs when)
{
    return QByteArray::fromStdString(isoUtc(when));
}

QByteArray pageOf(const QList<int>& numbers, const char* cursor)
{
    QByteArrayList messages;
    for (const int number : numbers) {
        messages.append(R"({"id":"m)" + QByteArray::number(number) + R"(","dateAdded":")" +
                        iso(second(number)) + "\"}");
    }
    return R"({"messages":[)" + messages.join(',') + R"(],"nextCursor":)" +
           (cursor != nullptr ? '"' + QByteArray(cursor) + '"' : QByteArray("null")) + "}";
}

QByteArray failedWith(ErrorKind kind)
{
    return "error " + QByteArray::number(static_cast<int>(kind));
}

ScriptedWalk::ScriptedWalk(const MessageQuery& query, int tries, std::chrono::milliseconds silence)
{
    if (!m_server.start()) {
        qFatal("no free port on this computer");
    }
    RetryPolicy retry;
    retry.base = 1ms;
    retry.cap = 5ms;
    retry.tries = tries;
    m_client = std::make_unique<ApiClient>(Connection{m_server.baseUrl(), "2021-07-28"}, Token("pit-secret"),
                                           Deadlines{silence, 60s});
    m_pager =
        std::make_unique<Pager>(*m_client, query, WalkPlan(), Priority::Export, retry, [] { return 0.5; });
}

MessageQuery ScriptedWalk::upwards()
{
    MessageQuery query;
    query.locationId = QStringLiteral("demo0000000000000001");
    query.sortOrder = SortOrder::Ascending;
    return query;
}

void ScriptedWalk::ask()
{
    m_outcome.reset();
    m_pager->next([this](Pager::Outcome outcome) {
        ++m_answers;
        m_outcome = std::make_unique<Pager::Outcome>(std::move(outcome));
    });
}

QByteArray ScriptedWalk::next()
{
    ask();
    if (!QTest::qWaitFor([this] { return m_outcome != nullptr; }, kWalkPatience)) {
        return "no answer";
    }
    if (!*m_outcome) {
        return failedWith(m_outcome->error().kind);
    }
    const std::optional<Page>& page = **m_outcome;
    if (!page) {
        return "end";
    }
    QByteArrayList ids;
    for (const MessageHead& head : page->messages) {
        ids.append(QByteArray::fromStdString(head.id));
    }
    return ids.join(' ');
}

QByteArrayList ScriptedWalk::sent(const QByteArray& item) const
{
    QByteArrayList values;
    for (const WireRequest& request : m_server.requests()) {
        values.append(request.query.value(item));
    }
    return values;
}

} // namespace leadway::test
