#include "core/jsonfields.h"

#include "core/jsonrepair.h"

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

constexpr int kDeepest = 32;
constexpr std::size_t kMostFields = 5000;
constexpr std::size_t kLongestKey = 200; // bytes
constexpr std::string_view kEllipsis = "\u2026";

// Walks over a JSON text, whose bytes are valid but which may be cut short. The steps answer false at damage
// and when there is enough, and every caller then returns at once.
class Walk
{
public:
    Walk(std::string_view json, std::vector<JsonField>& fields)
        : m_json(json)
        , m_fields(fields)
    {
    }

    bool readValue(int depth = 0)
    {
        const char first = nextSign();
        if (first == '"') {
            const std::string_view literal = takeString();
            return add(lenientString(literal));
        }
        if ((first == '{' || first == '[') && depth < kDeepest) {
            return readContainer(depth);
        }
        const std::string_view raw = takeRaw();
        return !raw.empty() && add(std::string(raw));
    }

private:
    bool atEnd() const { return m_at >= m_json.size(); }

    // The next character that is no white space; 0 at the end.
    char nextSign()
    {
        m_at = std::min(m_json.find_first_not_of(" \t\r\n", m_at), m_json.size());
        return atEnd() ? '\0' : m_json[m_at];
    }

    bool take(char sign)
    {
        const bool isThere = nextSign() == sign;
        m_at += isThere ? 1U : 0U;
        return isThere;
    }

    bool readContainer(int depth)
    {
        const bool isObject = m_json[m_at++] == '{';
        const char closing = isObject ? '}' : ']';
        if (take(closing)) {
            return add(isObject ? "{}" : "[]");
        }
        std::size_t index = 0;
        do {
            const std::size_t length = m_path.size();
            const bool isNamed = isObject ? readKey() : appendIndex(index++);
            const bool isRead = isNamed && readValue(depth + 1);
            m_path.resize(length);
            if (!isRead) {
                return false;
            }
        } while (take(','));
        return take(closing);
    }

    bool readKey()
    {
        if (nextSign() != '"') {
            return false;
        }
        std::string key = lenientString(takeString());
        if (key.size() > kLongestKey) {
            std::size_t end = kLongestKey;
            while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xc0U) == 0x80U) {
                --end; // not within a character
            }
            key.resize(end);
            key += kEllipsis;
        }
        m_path += m_path.empty() ? "" : ".";
        m_path += key;
        return take(':');
    }

    bool appendIndex(std::size_t index)
    {
        m_path += '[' + std::to_string(index) + ']';
        return true;
    }

    // With its quotes; to the end of the text where the closing one is missing.
    std::string_view takeString()
    {
        const std::size_t begin = m_at++;
        while (!atEnd() && m_json[m_at] != '"') {
            m_at += m_json[m_at] == '\\' ? 2U : 1U;
        }
        m_at = std::min(m_at + 1, m_json.size());
        return m_json.substr(begin, m_at - begin);
    }

    // The whole of any value, without recursion.
    std::string_view takeRaw()
    {
        const std::size_t begin = m_at;
        std::size_t depth = 0;
        while (!atEnd()) {
            const char c = m_json[m_at];
            if (c == '"') {
                takeString();
                continue;
            }
            const bool isClosing = c == '}' || c == ']';
            if (depth == 0 && (isClosing || c == ',' || c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
                break;
            }
            ++m_at;
            if (c == '{' || c == '[') {
                ++depth;
            } else if (isClosing && --depth == 0) {
                break;
            }
        }
        return m_json.substr(begin, m_at - begin);
    }

    bool add(std::string value)
    {
        const bool isEnough = m_fields.size() >= kMostFields;
        m_fields.push_back(isEnough ? JsonField{std::string(kEllipsis), {}}
                                    : JsonField{m_path, std::move(value)});
        return !isEnough;
    }

    std::string_view m_json;
    std::vector<JsonField>& m_fields;
    std::size_t m_at = 0;
    std::string m_path;
};

} // namespace

std::vector<JsonField> jsonFields(std::string_view json)
{
    std::vector<JsonField> fields;
    const std::string text = textRepair(json);
    Walk(text, fields).readValue();
    return fields;
}

} // namespace leadway
