#include "support/faultyservice.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace leadway::test
{

using simulator::Answer;
using simulator::Fault;

namespace
{

QByteArray httpDate(const QDateTime& when)
{
    return QLocale::c().toString(when, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

Fault retryAfter(const QByteArray& value)
{
    Fault fault = Fault::answer(429);
    fault.headers = {{"Retry-After", value}};
    return fault;
}

// What the endpoint itself is to do.
Fault faultFor(Trouble trouble, QRandomGenerator& random)
{
    switch (trouble) {
    case Trouble::TooManyRequests:
        return Fault::answer(429);
    case Trouble::TooManyRequestsSeconds:
        return retryAfter("1");
    case Trouble::TooManyRequestsDate:
        return retryAfter(httpDate(QDateTime::currentDateTimeUtc().addSecs(1)));
    case Trouble::Overloaded: {
        constexpr int statuses[] = {408, 500, 502, 503, 504};
        const bool isPage = random.bounded(2) == 0;
        Fault fault =
            Fault::answer(statuses[random.bounded(5)], isPage ? QByteArray("<html>") : QByteArray());
        if (random.bounded(4) == 0) {
            fault.headers = {{"Retry-After", "0"}};
        }
        return fault;
    }
    case Trouble::Refused: {
        constexpr int statuses[] = {400, 401, 403, 404, 422};
        return Fault::answer(statuses[random.bounded(5)]);
    }
    case Trouble::DayUsedUp:
        return Fault::answer(429);
    case Trouble::ShortBody:
        return Fault::of(Fault::Kind::ShortBody);
    case Trouble::ShortGzip:
        return Fault::of(Fault::Kind::ShortGzip);
    case Trouble::NotJson:
        return Fault::of(Fault::Kind::NotJson);
    case Trouble::NoMessages:
        return Fault::of(Fault::Kind::NoMessages);
    case Trouble::TrailingGarbage:
        return Fault::of(Fault::Kind::TrailingGarbage);
    case Trouble::RawControl:
        return Fault::of(Fault::Kind::RawControl);
    case Trouble::InvalidUtf8:
        return Fault::of(Fault::Kind::InvalidUtf8);
    case Trouble::Bom:
        return Fault::of(Fault::Kind::Bom);
    case Trouble::Blocked:
        return Fault::of(Fault::Kind::HtmlBlocked);
    case Trouble::Redirect:
        return Fault::redirect("http://localhost:1/");
    case Trouble::NoProgress:
        return Fault::of(Fault::Kind::NoProgress);
    case Trouble::EmptyPage:
        return Fault::of(Fault::Kind::EmptyPage);
    default:
        return {};
    }
}

simulator::Request requestOf(const WireRequest& wire)
{
    simulator::Request request;
    request.method = wire.method;
    request.path = wire.path;
    request.query = wire.query;
    request.headers = wire.headers;
    request.headers.remove("authorization");
    return request;
}

QByteArray headOf(const Answer& answer, bool hasLength)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) +
                      " Whatever\r\nContent-Type: " + answer.contentType + "\r\n";
    for (const auto& [name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    head += hasLength ? "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n"
                      : QByteArray("Connection: close\r\n");
    return head + "\r\n";
}

// At least a byte, and not all.
QByteArray partOf(const QByteArray& bytes, QRandomGenerator& random)
{
    const qint64 most = std::max<qint64>(1, bytes.size() - 1);
    return bytes.left(1 + static_cast<qsizetype>(random.bounded(most)));
}

Script dripped(const QByteArray& whole, QRandomGenerator& random)
{
    constexpr int pieces = 6;
    Script script;
    qint64 at = 0;
    for (int i = 0; i < pieces; ++i) {
        const qint64 left = whole.size() - at;
        const qint64 size = i + 1 == pieces ? left : random.bounded(left + 1);
        script.steps.push_back({whole.mid(at, size), std::chrono::milliseconds(1)});
        at += size;
    }
    return script;
}

Script sent(const Answer& answer, std::optional<Trouble> trouble, QRandomGenerator& random)
{
    const QByteArray whole = headOf(answer, true) + answer.body;
    using End = Script::End;
    switch (trouble.value_or(Trouble::Bom)) {
    case Trouble::CutBody:
        return Script::raw(partOf(whole, random), End::Close);
    case Trouble::ResetBefore:
        return Script::raw({}, End::Reset);
    case Trouble::ResetWithin:
        return Script::raw(partOf(whole, random), End::Reset);
    case Trouble::CloseDelimited:
        return Script::raw(headOf(answer, false) + partOf(answer.body, random), End::Close);
    case Trouble::Hang:
        return Script::hang();
    case Trouble::HangWithin:
        return Script::raw(partOf(whole, random), End::Hang);
    case Trouble::Drip:
        return dripped(whole, random);
    case Trouble::NotHttp:
        return Script::garbage();
    case Trouble::Bomb:
        return Script::bomb();
    default:
        break;
    }
    Script script = Script::raw(whole, End::KeepOpen);
    script.steps.front().wait = answer.wait;
    return script;
}

} // namespace

FaultyService::FaultyService(std::shared_ptr<const simulator::Generator> generator,
                             simulator::Behaviour behaviour, TroubleMix mix, quint32 seed)
    : m_endpoint(std::move(generator), std::move(behaviour))
    , m_mix(std::move(mix))
    , m_random(seed)
{
    m_endpoint.setFault([this](const simulator::Request&) { return m_fault; });
    m_server.setFallback([this](const WireRequest& wire) { return answer(wire); });
}

// What is left of a kind that must not happen any number of times; null for the others.
int* FaultyService::budgetOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Hang:
    case Trouble::HangWithin:
        return &m_mix.hangs;
    case Trouble::TooManyRequestsSeconds:
    case Trouble::TooManyRequestsDate:
        return &m_mix.waits;
    case Trouble::Bomb:
        return &m_mix.bombs;
    case Trouble::Refused:
    case Trouble::Blocked:
    case Trouble::Redirect:
    case Trouble::DayUsedUp:
    case Trouble::NoProgress:
    case Trouble::EmptyPage:
        return &m_mix.fatal;
    default:
        return nullptr;
    }
}

std::optional<Trouble> FaultyService::draw()
{
    if (m_mix.kinds.empty() || m_random.generateDouble() >= m_mix.share) {
        return std::nullopt;
    }
    const auto index = m_random.bounded(static_cast<int>(m_mix.kinds.size()));
    const Trouble trouble = m_mix.kinds[static_cast<std::size_t>(index)];
    int* const budget = budgetOf(trouble);
    if (budget != nullptr && (*budget)-- <= 0) {
        return std::nullopt;
    }
    return trouble;
}

Script FaultyService::answer(const WireRequest& wire)
{
    ++m_answers;
    const std::optional<Trouble> trouble = draw();
    if (trouble) {
        ++m_troubles[*trouble];
    }
    m_fault = trouble ? faultFor(*trouble, m_random) : Fault();
    Answer answer = m_endpoint.answer(requestOf(wire), wire.headers.value("authorization"));
    if (trouble == Trouble::DayUsedUp) {
        for (auto& [name, value] : answer.headers) {
            value = name == "X-RateLimit-Daily-Remaining" ? "0" : value;
        }
    }
    return sent(answer, trouble, m_random);
}

} // namespace leadway::test
