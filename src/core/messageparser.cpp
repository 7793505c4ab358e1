#include "core/messageparser.h"

#include "core/jsonrepair.h"
#include "core/messagefields.h"

#include <simdjson.h>
#include <utility>

namespace leadway
{

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

namespace
{

namespace json = simdjson::ondemand;

template<class Container>
std::string_view rawOf(simdjson::simdjson_result<Container> found)
{
    Container container;
    std::string_view raw;
    const bool isFound = std::move(found).get(container) == simdjson::SUCCESS;
    return isFound && container.raw_json().get(raw) == simdjson::SUCCESS ? trimmed(raw) : std::string_view();
}

std::string_view rawJson(json::value value)
{
    json::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) {
        return {};
    }
    if (type == json::json_type::object) {
        return rawOf<json::object>(value.get_object());
    }
    return type == json::json_type::array ? rawOf<json::array>(value.get_array())
                                          : trimmed(value.raw_json_token());
}

template<class Each>
void forEachElement(json::value value, Each each)
{
    json::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) {
        return;
    }
    if (type != json::json_type::array) {
        each(value);
        return;
    }
    json::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS) {
        return;
    }
    for (auto element : array) {
        json::value item;
        if (element.get(item) != simdjson::SUCCESS) {
            return;
        }
        each(item);
    }
}

// Calls each(key, value) for every field whose key may begin with a letter that isWanted(); false if the
// object could not be walked to its end. The other keys are not even unescaped.
template<class IsWanted, class Each>
bool forEachField(json::object object, IsWanted isWanted, Each each)
{
    for (auto field : object) {
        json::raw_json_string raw;
        if (field.key().get(raw) != simdjson::SUCCESS) {
            return false;
        }
        const char initial = *raw.raw();
        if (initial != '\\' && !isWanted(initial)) {
            continue;
        }
        // A key with half a surrogate pair is refused; no field of ours has one.
        std::string_view key;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS) {
            key = {};
        }
        json::value value;
        if (field.value().get(value) != simdjson::SUCCESS) {
            return false;
        }
        each(key, value);
    }
    return true;
}

template<class Each>
bool forEachField(json::object object, Each each)
{
    return forEachField(
        object, [](char) { return true; }, each);
}

template<class Each>
bool forEachFieldOf(json::value value, Each each)
{
    json::object object;
    return value.get_object().get(object) == simdjson::SUCCESS && forEachField(object, each);
}

// Reads a value that is not an array as text and moves past it: a string unescaped, null as nothing, a
// number or boolean as written, an object as its JSON.
void readScalar(json::value value, json::json_type type, std::string& out)
{
    out.clear();
    switch (type) {
    case json::json_type::string: {
        // Taken first, since the parser moves past the string even when it refuses half a surrogate pair.
        const std::string_view token = value.raw_json_token();
        std::string_view text;
        if (value.get_string().get(text) == simdjson::SUCCESS) {
            out.assign(text);
        } else {
            out = lenientString(trimmed(token));
        }
        break;
    }
    case json::json_type::null:
        break;
    case json::json_type::number:
    case json::json_type::boolean:
        out.assign(trimmed(value.raw_json_token()));
        break;
    case json::json_type::array:
    case json::json_type::object:
        out.assign(rawJson(value));
        break;
    }
}

// An error within a field ends the walk over the fields around it without a sign there; only that something
// is left over tells. So does text behind the end.
bool isReadToItsEnd(json::document& document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

// The elements of an array, each as text; a lone scalar counts as an array of one. An array within the
// array stays JSON, so that no depth of nesting can exhaust the stack.
void readList(json::value value, std::vector<std::string>& out)
{
    forEachElement(value, [&out](json::value item) {
        json::json_type type{};
        std::string text;
        if (item.type().get(type) == simdjson::SUCCESS) {
            readScalar(item, type, text);
        }
        if (!text.empty()) {
            out.push_back(std::move(text));
        }
    });
}

// Any value as text: as readScalar(), and the elements of an array joined by ", ".
void readText(json::value value, std::string& out)
{
    json::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) {
        out.clear();
    } else if (type == json::json_type::array) {
        std::vector<std::string> items;
        readList(value, items);
        out = joined(items);
    } else {
        readScalar(value, type, out);
    }
}

// An attachment is a URL, or an object that holds one.
void readAttachment(json::value value, std::vector<std::string>& out)
{
    json::json_type type{};
    std::string text;
    if (value.type().get(type) != simdjson::SUCCESS) {
        return;
    }
    if (type == json::json_type::object) {
        text = urlOf(rawJson(value));
    } else {
        readText(value, text);
    }
    if (!text.empty()) {
        out.push_back(std::move(text));
    }
}

// False as MessageParser::readHead(). `date` is only for its memory.
bool readHeadFields(json::object object, MessageHead& head, std::string& date)
{
    head.id.clear();
    head.messageType.clear();
    head.createdAt.reset();
    head.updatedAt.reset();
    const auto isWanted = [](char initial) { return initial == 'i' || initial == 'm' || initial == 'd'; };
    const bool whole = forEachField(object, isWanted, [&](std::string_view key, json::value value) {
        if (key == "id") {
            readText(value, head.id);
        } else if (key == "messageType") {
            readText(value, head.messageType);
        } else if (key == "dateAdded") {
            readText(value, date);
            head.createdAt = serviceDate(date);
        } else if (key == "dateUpdated") {
            readText(value, date);
            head.updatedAt = serviceDate(date);
        }
    });
    return whole && !head.id.empty();
}

void readEmailMeta(json::value value, Message& message, Message& standIn, int depth)
{
    forEachFieldOf(value, [&](std::string_view key, json::value field) {
        if (key == "messageIds") {
            readList(field, message.emailMessageIds);
        } else if (key == "email" && depth == 0) {
            readEmailMeta(field, message, standIn, depth + 1);
        } else if (const auto member = emailField(key); member && (standIn.*member).empty()) {
            readText(field, standIn.*member);
        }
    });
}

void readPageMeta(json::value value, Message& message, int depth)
{
    forEachFieldOf(value, [&](std::string_view key, json::value field) {
        if (key == "page_name" && message.pageName.empty()) {
            readText(field, message.pageName);
        } else if ((key == "ig" || key == "fb") && depth == 0) {
            readPageMeta(field, message, depth + 1);
        }
    });
}

void readMeta(json::value value, Message& message, Message& standIn)
{
    forEachFieldOf(value, [&](std::string_view key, json::value field) {
        if (key == "callDuration") {
            readText(field, message.callDuration);
        } else if (key == "callStatus") {
            readText(field, message.callStatus);
        } else if (key == "call") {
            forEachFieldOf(field, [&standIn](std::string_view name, json::value inner) {
                if (name == "duration") {
                    readText(inner, standIn.callDuration);
                } else if (name == "status") {
                    readText(inner, standIn.callStatus);
                }
            });
        } else if (key == "email") {
            readEmailMeta(field, message, standIn, 0);
        } else if (key == "ig" || key == "fb") {
            readPageMeta(field, message, 0);
        }
    });
}

} // namespace

struct MessageParser::Private {
    json::parser parser;
    Message standIn; // what is used where its better source is silent
    std::string date;

    bool open(std::string_view text, json::document& document)
    {
        return parser.iterate(text.data(), text.size(), text.size() + kJsonPadding).get(document) ==
               simdjson::SUCCESS;
    }

    bool readHead(std::string_view raw, MessageHead& head)
    {
        json::document document;
        json::object object;
        return open(raw, document) && document.get_object().get(object) == simdjson::SUCCESS &&
               readHeadFields(object, head, date) && isReadToItsEnd(document);
    }

    // Walks over an answer and calls each(document, element) for every message; `each` tells whether the
    // element was sound.
    template<class Each>
    bool walkAnswer(std::string_view text, AnswerParts& parts, Each each)
    {
        parts = {};
        json::document document;
        json::object object;
        if (!open(text, document) || document.get_object().get(object) != simdjson::SUCCESS) {
            return false;
        }
        bool hasMessages = false;
        bool whole = true;
        std::string word;
        const bool walked = forEachField(object, [&](std::string_view key, json::value value) {
            json::json_type type{};
            if (value.type().get(type) != simdjson::SUCCESS) {
                whole = false;
            } else if (key == "messages" && type == json::json_type::array) {
                hasMessages = true;
                forEachElement(value, [&](json::value element) { whole = each(document, element) && whole; });
            } else if (key == "nextCursor") {
                readText(value, word);
                parts.nextCursor = word.empty() ? std::nullopt : std::optional(word);
            } else if (key == "total") {
                std::int64_t number = 0;
                if (type == json::json_type::number && value.get_int64().get(number) == simdjson::SUCCESS) {
                    parts.total = number;
                }
            } else if (key == "traceId") {
                readText(value, word);
                parts.traceId = QString::fromStdString(word);
            }
        });
        return walked && whole && hasMessages && isReadToItsEnd(document);
    }

    bool read(std::string_view raw, Message& message)
    {
        clear(message);
        clear(standIn);
        json::document document;
        json::object object;
        if (!open(raw, document) || document.get_object().get(object) != simdjson::SUCCESS) {
            return false;
        }
        const bool whole = forEachField(object, [&](std::string_view key, json::value value) {
            if (const auto member = textField(key)) {
                readText(value, message.*member);
            } else if (key == "attachments") {
                forEachElement(value, [&](json::value item) { readAttachment(item, message.attachments); });
            } else if (key == "files") {
                forEachElement(value, [&](json::value item) { readAttachment(item, standIn.attachments); });
            } else if (key == "meta") {
                readMeta(value, message, standIn);
            }
        });
        fillGaps(message, standIn);
        message.createdAt = serviceDate(message.dateAdded);
        message.updatedAt = serviceDate(message.dateUpdated);
        return whole && !message.id.empty() && isReadToItsEnd(document);
    }
};

MessageParser::MessageParser()
    : d(std::make_unique<Private>())
{
}
MessageParser::~MessageParser() = default;
MessageParser::MessageParser(MessageParser&&) noexcept = default;
MessageParser& MessageParser::operator=(MessageParser&&) noexcept = default;

bool MessageParser::splitAnswer(std::string_view text, AnswerParts& parts)
{
    return d->walkAnswer(text, parts, [&parts](json::document&, json::value element) {
        parts.messages.push_back(rawJson(element));
        return !parts.messages.back().empty();
    });
}

bool MessageParser::readAnswer(std::string_view text, AnswerParts& parts, std::vector<MessageHead>& heads)
{
    return d->walkAnswer(text, parts, [&](json::document& document, json::value element) {
        const char* const begin = element.raw_json_token().data();
        const char* behind = nullptr;
        json::object object;
        MessageHead head;
        if (element.get_object().get(object) != simdjson::SUCCESS || !readHeadFields(object, head, d->date) ||
            document.current_location().get(behind) != simdjson::SUCCESS) {
            return false;
        }
        head.raw = trimmed({begin, static_cast<std::size_t>(behind - begin)});
        heads.push_back(std::move(head));
        return true;
    });
}

bool MessageParser::readHead(std::string_view raw, MessageHead& head)
{
    head.raw = raw;
    bool mended = false;
    const auto read = [&](std::string_view text) { return d->readHead(text, head); };
    return readMended(raw, kJsonPadding, mended, read);
}

bool MessageParser::read(std::string_view raw, Message& message)
{
    bool mended = false;
    const auto read = [&](std::string_view text) { return d->read(text, message); };
    const bool readable = readMended(raw, kJsonPadding, mended, read);
    message.raw = raw;
    message.repaired = readable && mended;
    return readable;
}

} // namespace leadway
