#include "simulator/compose.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace leadway::simulator
{

namespace
{

constexpr std::string_view kNull = "null";

void writeExtras(JsonWriter& json, unsigned form)
{
    json.raw("customFields",
             R"({"id":"no-es-el-id","body":"no es el cuerpo","precio":1.10,"grande":12345678901234567890,)"
             R"("url":"https:\/\/example.com\/a\u00f1o?x=1&y=2","lista":[1,[2,{"x":null}],[]],"vacio":{}})");
    if (form % 2 == 0) {
        json.raw("score", "1.5E+3");
        json.raw("delta", "-0.0");
        json.raw("isBot", "false");
        json.raw("campo con espacios y \\\"comillas\\\"", "\"\\ud83d\\ude00 \\t\"");
    }
}

std::vector<std::string> split(const std::string& joined)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= joined.size() && !joined.empty()) {
        const std::size_t comma = std::min(joined.find(", ", from), joined.size());
        parts.push_back(joined.substr(from, comma - from));
        from = comma + 2;
    }
    return parts;
}

bool isOnTop(const Draft& draft)
{
    return draft.family != Family::Email || draft.form % 3 == 1;
}

void writeMailMeta(JsonWriter& json, const Draft& draft)
{
    const Expected& e = draft.expected;
    json.open("meta");
    json.open("email");
    if (draft.form % 3 == 1) {
        json.open("email");
        json.texts("messageIds", e.emailMessageIds);
        json.close();
    } else {
        if (draft.form % 3 == 0) {
            json.textIfAny("subject", e.subject);
        }
        json.textIfAny("from", e.from);
        const std::vector<std::string> to = split(e.to);
        if (to.size() == 1 && draft.form % 2 == 0) {
            json.text("to", e.to);
        } else {
            json.texts("to", to);
        }
        json.texts("cc", split(e.cc));
        json.textIfAny("bcc", e.bcc);
        json.textIfAny("direction", e.direction);
        json.texts("messageIds", e.emailMessageIds);
    }
    json.close();
    json.close();
}

void writeCallMeta(JsonWriter& json, const Draft& draft)
{
    const Expected& e = draft.expected;
    const unsigned form = draft.form % 3;
    json.open("meta");
    if (form == 2) {
        json.open("call");
        json.raw("duration", e.callDuration.empty() ? kNull : std::string_view(e.callDuration));
        json.text("status", e.callStatus);
        json.close();
    } else {
        if (form == 0) {
            json.raw("callDuration", e.callDuration.empty() ? kNull : std::string_view(e.callDuration));
        } else {
            json.textIfAny("callDuration", e.callDuration);
        }
        json.text("callStatus", e.callStatus);
    }
    json.close();
}

void writePageMeta(JsonWriter& json, const Draft& draft, std::string_view key)
{
    const bool nested = draft.form % 3 == 0;
    json.open("meta");
    json.open(key);
    if (nested) {
        json.open(key);
    }
    json.raw("page_id", "17841400000000000");
    json.text("page_name", draft.expected.pageName);
    if (nested) {
        json.close();
    }
    json.close();
    json.close();
}

void writeMeta(JsonWriter& json, const Draft& draft)
{
    if (!draft.metaToken.empty()) {
        json.raw("meta", draft.metaToken);
        return;
    }
    switch (draft.family) {
    case Family::Email:
        writeMailMeta(json, draft);
        return;
    case Family::Call:
        writeCallMeta(json, draft);
        return;
    case Family::Instagram:
        writePageMeta(json, draft, "ig");
        return;
    case Family::Facebook:
        writePageMeta(json, draft, "fb");
        return;
    default:
        if (draft.nulls) {
            json.raw("meta", kNull);
        }
    }
}

void writeAttachments(JsonWriter& json, const Draft& draft)
{
    const auto& urls = draft.expected.attachments;
    if (draft.nullLists) {
        json.raw("attachments", kNull);
        json.raw("files", kNull);
    } else if (draft.filesForm && !urls.empty()) {
        const auto half = static_cast<std::ptrdiff_t>(urls.size() / 2);
        json.texts("files", std::span(urls).subspan(static_cast<std::size_t>(half)));
        json.texts("attachments", std::span(urls).first(static_cast<std::size_t>(half)));
    } else if (!urls.empty() || draft.form % 2 == 0) {
        json.texts("attachments", urls);
    }
}

} // namespace

void appendJson(QByteArray& out, const Draft& draft)
{
    const Expected& e = draft.expected;
    JsonWriter json(out, draft.style);
    const auto optional = [&](std::string_view key, const std::string& value) {
        if (value.empty() && draft.nulls) {
            json.raw(key, kNull);
        } else {
            json.textIfAny(key, value);
        }
    };
    const auto textOrToken = [&](std::string_view key, const std::string& value, const std::string& token) {
        if (token.empty()) {
            json.textIfAny(key, value);
        } else {
            json.raw(key, token);
        }
    };

    json.open();
    if (draft.extras && draft.form % 3 == 0) {
        writeExtras(json, draft.form);
    }
    json.text("id", e.id);
    json.rawIfAny("type", draft.typeToken.empty() ? e.type : draft.typeToken);
    json.text("messageType", e.messageType);
    json.textIfAny("locationId", e.locationId);
    json.textIfAny("contactId", e.contactId);
    json.textIfAny("conversationId", e.conversationId);
    optional("dateAdded", e.dateAdded);
    textOrToken("dateUpdated", e.dateUpdated, draft.updatedToken);
    if (!draft.bodyToken.empty()) {
        json.raw("body", draft.bodyToken);
    } else if (draft.hasBody) {
        json.text("body", e.body);
    } else if (draft.nulls) {
        json.raw("body", kNull);
    }
    json.textIfAny("direction", e.direction);
    textOrToken("status", e.status, draft.statusToken);
    json.textIfAny("contentType", e.contentType);
    writeAttachments(json, draft);
    writeMeta(json, draft);
    optional("source", e.source);
    optional("userId", e.userId);
    optional("altId", e.altId);
    optional("subType", e.subType);
    optional("threadId", e.threadId);
    optional("chatWidgetId", e.chatWidgetId);
    optional("conversationProviderId", e.conversationProviderId);
    optional("error", e.error);
    if (isOnTop(draft) || draft.form % 3 == 2) {
        json.textIfAny("subject", e.subject);
    }
    if (isOnTop(draft)) {
        json.textIfAny("from", e.from);
        json.textIfAny("to", e.to);
    }
    if (draft.extras && draft.form % 3 != 0) {
        writeExtras(json, draft.form);
    }
    json.close();
}

} // namespace leadway::simulator
