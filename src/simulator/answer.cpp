#include "simulator/answer.h"

#include "simulator/httptext.h"
#include "simulator/jsontext.h"

namespace leadway::simulator
{

namespace
{

constexpr char kBlockedPage[] =
    "<!DOCTYPE html><html><head><title>Attention Required!</title></head><body><h1>Sorry, you have been "
    "blocked</h1><p>You are unable to access this site.</p></body></html>";

// Puts bytes that JSON forbids into the first message.
void spoil(QByteArray& page, const QByteArray& bytes)
{
    const QByteArray begin = R"({"messages":[{)";
    if (page.startsWith(begin)) {
        page.insert(begin.size(), "\"spoilt\":\"" + bytes + "\",");
    }
}

} // namespace

void fail(Answer& answer, int status, const QByteArray& message, const QByteArray& error)
{
    answer.status = status;
    answer.body = "{\"statusCode\":" + QByteArray::number(status) + ",\"message\":";
    appendJsonString(answer.body, {message.constData(), static_cast<std::size_t>(message.size())});
    if (!error.isEmpty()) {
        answer.body += ",\"error\":\"" + error + '"';
    }
    answer.body += '}';
}

void block(Answer& answer)
{
    answer.status = 403;
    answer.contentType = "text/html; charset=UTF-8";
    answer.body = kBlockedPage;
}

bool replacesThePage(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::Status:
    case Fault::Kind::HtmlBlocked:
    case Fault::Kind::NotJson:
    case Fault::Kind::NoMessages:
    case Fault::Kind::Redirect:
        return true;
    default:
        return false;
    }
}

void replacePage(const Fault& fault, Answer& answer)
{
    switch (fault.kind) {
    case Fault::Kind::Status:
        answer.contentType = fault.contentType;
        fail(answer, fault.status, fault.status == 429 ? "Too Many Requests" : "Simulated failure");
        if (!fault.body.isNull()) {
            answer.body = fault.body;
        }
        answer.headers += fault.headers;
        return;
    case Fault::Kind::HtmlBlocked:
        block(answer);
        return;
    case Fault::Kind::NotJson:
        answer.status = 200;
        answer.contentType = "text/html; charset=UTF-8";
        answer.body = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";
        return;
    case Fault::Kind::NoMessages:
        answer.status = 200;
        answer.body = R"({"ok":true})";
        return;
    case Fault::Kind::Redirect:
        answer.status = fault.status / 100 == 3 ? fault.status : 302;
        answer.headers.append({QByteArray("Location"), fault.location});
        answer.headers += fault.headers;
        answer.contentType = "text/html; charset=UTF-8";
        answer.body = "<html><body>Moved</body></html>";
        return;
    default:
        return;
    }
}

void spoilPage(Fault::Kind kind, bool zipped, Answer& answer)
{
    switch (kind) {
    case Fault::Kind::CutBody:
        answer.cut = true;
        break;
    case Fault::Kind::ShortBody:
        answer.body.truncate(answer.body.size() / 2);
        break;
    case Fault::Kind::RawControl:
        spoil(answer.body, "a\x01 b\nc");
        break;
    case Fault::Kind::InvalidUtf8:
        spoil(answer.body, "caf\xe9 ");
        break;
    case Fault::Kind::Bom:
        answer.body.prepend("\xef\xbb\xbf");
        break;
    case Fault::Kind::TrailingGarbage:
        answer.body += "</body></html>";
        break;
    default:
        break;
    }
    if (zipped || kind == Fault::Kind::ShortGzip) {
        answer.body = gzipped(answer.body);
        answer.headers.append({QByteArray("Content-Encoding"), QByteArray("gzip")});
    }
    if (kind == Fault::Kind::ShortGzip) {
        answer.body.truncate(answer.body.size() / 2);
    }
}

} // namespace leadway::simulator
