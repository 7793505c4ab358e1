#include "simulator/endpoint.h"

#include "simulator/answer.h"
#include "simulator/exportquery.h"
#include "simulator/httptext.h"
#include "simulator/jsontext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace leadway::simulator
{

namespace
{

constexpr char kPath[] = "/conversations/messages/export";
constexpr qint64 kTotalCap = 10'000;

void failWithList(Answer& answer, const QList<QByteArray>& faults)
{
    answer.status = 422;
    answer.body = R"({"statusCode":422,"message":[)";
    for (qsizetype i = 0; i < faults.size(); ++i) {
        answer.body += i > 0 ? "," : "";
        const QByteArray& fault = faults.at(i);
        appendJsonString(answer.body, {fault.constData(), static_cast<std::size_t>(fault.size())});
    }
    answer.body += R"(],"error":"Unprocessable Entity","traceId":"5e0d7d7e-sim"})";
}

QByteArray changedSince(const QByteArray& json, qint64 placeMsecs)
{
    constexpr qint64 day = 24LL * 3600 * 1000;
    QJsonObject message = QJsonDocument::fromJson(json).object();
    message.insert(QStringLiteral("body"), QStringLiteral("Changed since"));
    message.insert(QStringLiteral("dateUpdated"), QString::fromStdString(isoText(placeMsecs + day)));
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

void addRateHeaders(Answer& answer, const Behaviour& behaviour, const Allowance& allowance)
{
    if (!behaviour.rateHeaders) {
        return;
    }
    const auto add = [&answer](const char* name, qint64 value) {
        answer.headers.append({QByteArray(name), QByteArray::number(value)});
    };
    add("X-RateLimit-Limit-Daily", behaviour.dailyLimit);
    add("X-RateLimit-Daily-Remaining", allowance.dailyRemaining());
    add("X-RateLimit-Interval-Milliseconds", behaviour.rateInterval.count());
    add("X-RateLimit-Max", behaviour.rateMax);
    add("X-RateLimit-Remaining", allowance.remaining(behaviour));
}

} // namespace

Endpoint::Endpoint(std::shared_ptr<const Generator> generator, Behaviour behaviour)
    : m_generator(std::move(generator))
    , m_views(*m_generator)
{
    setBehaviour(std::move(behaviour));
}

std::shared_ptr<const Behaviour> Endpoint::enter(Request& request, const QByteArray& authorization)
{
    const std::lock_guard lock(m_mutex);
    request.number = ++m_requests;
    request.arrived = std::chrono::steady_clock::now();
    request.hadToken = !authorization.isEmpty();
    request.authorized = authorization == "Bearer " + m_behaviour->token;
    m_log.push_back(request);
    return m_behaviour;
}

Answer Endpoint::answer(Request request, const QByteArray& authorization)
{
    const std::shared_ptr<const Behaviour> behaviour = enter(request, authorization);
    const qint64 dateMsecs = behaviour->dateMsecs.value_or(QDateTime::currentMSecsSinceEpoch());
    Fault fault;
    if (behaviour->fault) {
        const std::lock_guard lock(m_faultMutex);
        fault = behaviour->fault(request);
    }

    Answer answer;
    answer.wait = behaviour->latency + fault.delay;
    if (behaviour->dateHeader) {
        answer.headers.append({QByteArray("Date"), httpDate(dateMsecs)});
    }
    PagePlan plan;
    bool hasPage = false;
    {
        const std::lock_guard lock(m_mutex);
        const Allowance::Verdict verdict = m_allowance.ask(*behaviour, request.arrived);
        addRateHeaders(answer, *behaviour, m_allowance);
        if (verdict != Allowance::Verdict::Granted) {
            fail(answer, 429, "Too Many Requests");
            if (verdict == Allowance::Verdict::IntervalUsedUp && !behaviour->retryAfter.isEmpty()) {
                answer.headers.append({QByteArray("Retry-After"), behaviour->retryAfter});
            }
            fault.kind = Fault::Kind::None;
        } else if (!refuse(request, *behaviour, answer) &&
                   !(fault.kind == Fault::Kind::Status && fault.status == 429)) {
            QList<QByteArray> ignored;
            const ExportQuery query = readQuery(request.query, *behaviour, ignored);
            const bool stuck = fault.kind == Fault::Kind::NoProgress || fault.kind == Fault::Kind::EmptyPage;
            plan = m_views.plan(query, *behaviour, request.number, request.arrived, stuck);
            hasPage = !plan.cursorDied;
            if (hasPage && behaviour->liveMessages > 0 && !m_live) {
                bringLive(*behaviour, dateMsecs);
            }
            if (plan.cursorDied) {
                fail(answer, 400, "Invalid or expired cursor", "Bad Request");
            }
        }
    }
    if (replacesThePage(fault.kind)) {
        replacePage(fault, answer);
    } else if (hasPage) {
        if (fault.kind == Fault::Kind::EmptyPage) {
            plan.items.clear();
        }
        writePage(plan, request, *behaviour, answer);
        const bool zipped = behaviour->gzip && request.headers.value("accept-encoding").contains("gzip");
        spoilPage(fault.kind, zipped, answer);
    }
    const std::lock_guard lock(m_mutex);
    const auto logged = std::find_if(m_log.rbegin(), m_log.rend(),
                                     [&request](const Request& one) { return one.number == request.number; });
    if (logged != m_log.rend()) {
        logged->status = answer.status;
    }
    return answer;
}

bool Endpoint::refuse(const Request& request, const Behaviour& behaviour, Answer& answer) const
{
    const QByteArray agent = request.headers.value("user-agent");
    if (behaviour.agentRequired && (agent.isEmpty() || agent == "Mozilla/5.0")) {
        block(answer);
        return true;
    }
    if (request.method != "GET" || request.path != kPath) {
        fail(answer, 404, "Cannot " + request.method + ' ' + request.path, "Not Found");
        return true;
    }
    if (behaviour.versionRequired && request.headers.value("version").isEmpty()) {
        fail(answer, 401, "version header was not found.");
        return true;
    }
    if (!request.authorized) {
        fail(answer, 401,
             behaviour.token.startsWith("pit-") ? "Invalid Private Integration token"
                                                : "Invalid token: access token is invalid");
        return true;
    }
    if (behaviour.agencyToken) {
        fail(answer, 401, "Token's user type mismatch!");
        return true;
    }
    if (!behaviour.scopeGranted) {
        fail(answer, 401, "The token is not authorized for this scope.");
        return true;
    }
    QList<QByteArray> faults;
    readQuery(request.query, behaviour, faults);
    const QByteArray location = request.query.value("locationId");
    if (!location.isEmpty() && (!behaviour.tokenFitsLocation || location != behaviour.locationId)) {
        fail(answer, 403, "The token does not have access to this location.", "Forbidden");
        return true;
    }
    if (!faults.isEmpty()) {
        failWithList(answer, faults);
        return true;
    }
    return false;
}

void Endpoint::writePage(const PagePlan& plan, const Request& request, const Behaviour& behaviour,
                         Answer& answer) const
{
    constexpr qsizetype usualSize = 900;
    QByteArray& out = answer.body;
    out.reserve(static_cast<qsizetype>(plan.items.size()) * usualSize + 500);
    out += "{\"messages\":[";
    const qint64 count = m_generator->count();
    const auto elements = static_cast<qint64>(behaviour.extraElements.size());
    bool first = true;
    const auto separate = [&] {
        out += first ? "" : ",";
        first = false;
    };
    for (const PagePlan::Item& item : plan.items) {
        const qint64 number = item.number;
        if (elements > 0 && !item.repeated) {
            for (qint64 k = 0; k < elements; ++k) {
                if (number == count * (k + 1) / (elements + 1)) {
                    separate();
                    out += behaviour.extraElements[static_cast<std::size_t>(k)];
                }
            }
        }
        separate();
        if (number < count && behaviour.changed && behaviour.changed(number)) {
            out += changedSince(m_generator->json(number), m_generator->placeMsecs(number));
        } else if (number < count) {
            m_generator->appendJson(out, number);
        } else {
            m_live->appendJson(out, number - count);
        }
    }
    out += ']';
    if (!plan.nextCursor.isEmpty()) {
        out += ",\"nextCursor\":\"" + plan.nextCursor + '"';
    } else if (behaviour.lastCursor == Behaviour::LastCursor::EmptyText) {
        out += ",\"nextCursor\":\"\"";
    } else if (behaviour.lastCursor != Behaviour::LastCursor::Absent) {
        out += ",\"nextCursor\":null";
    }
    qint64 total = plan.total;
    switch (behaviour.total) {
    case Behaviour::Total::Exact:
        break;
    case Behaviour::Total::Capped:
        total = std::min(total, kTotalCap);
        break;
    case Behaviour::Total::Drifting:
        total = std::max<qint64>(0, total + request.number % 5 - 2);
        break;
    case Behaviour::Total::Absent:
        total = -1;
        break;
    }
    if (total >= 0) {
        out += ",\"total\":" + QByteArray::number(total);
    }
    out += ",\"traceId\":\"sim-" + QByteArray::number(request.number) + "\"}";
}

void Endpoint::bringLive(const Behaviour& behaviour, qint64 dateMsecs)
{
    constexpr qint64 second = 1000;
    constexpr qint64 apart = 200;
    const qint64 after = (dateMsecs / second + 1) * second;
    Scenario scenario = m_generator->scenario();
    scenario.seed = ~scenario.seed;
    scenario.messages = behaviour.liveMessages;
    scenario.span = std::chrono::milliseconds(apart * behaviour.liveMessages);
    scenario.newestMsecs = std::max(after, m_generator->scenario().newestMsecs + 1) + scenario.span.count();
    scenario.bulkSends = 0;
    scenario.undatedShare = 0;
    m_live = std::make_shared<const Generator>(scenario);
    m_views.addLive(m_live);
}

Behaviour Endpoint::behaviour() const
{
    const std::lock_guard lock(m_mutex);
    return *m_behaviour;
}

void Endpoint::setBehaviour(Behaviour behaviour)
{
    const std::lock_guard lock(m_mutex);
    m_behaviour = std::make_shared<const Behaviour>(std::move(behaviour));
    m_allowance.reset(*m_behaviour);
    m_views.forgetLists();
}

void Endpoint::setFault(std::function<Fault(const Request&)> fault)
{
    const std::lock_guard lock(m_mutex);
    Behaviour changed = *m_behaviour;
    changed.fault = std::move(fault);
    m_behaviour = std::make_shared<const Behaviour>(std::move(changed));
}

void Endpoint::expireCursors()
{
    const std::lock_guard lock(m_mutex);
    m_views.expire();
}

std::vector<QByteArray> Endpoint::liveIds() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<QByteArray> ids;
    for (qint64 index = 0; m_live && index < m_live->count(); ++index) {
        ids.push_back(m_live->id(index));
    }
    return ids;
}

qint64 Endpoint::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::vector<Request> Endpoint::log() const
{
    const std::lock_guard lock(m_mutex);
    return m_log;
}

void Endpoint::clearLog()
{
    const std::lock_guard lock(m_mutex);
    m_log.clear();
}

} // namespace leadway::simulator
