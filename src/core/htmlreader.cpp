#include "core/htmlreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <libxml/HTMLparser.h>
#include <memory>
#include <optional>
#include <string>

namespace leadway
{

namespace
{

// A byte-order mark, or libxml2 guesses at the encoding; and an element, or it makes a paragraph of every
// word that stands alone.
constexpr std::string_view kRoof = "\xef\xbb\xbf<leadway>";

// Some of what libxml2 does at a tag takes the longer the deeper it stands; so below this depth another
// parser goes on from there. No page that anyone sees is half as deep.
constexpr int kDeepestTag = 500;

std::string_view viewed(const xmlChar* text, std::size_t size)
{
    return {reinterpret_cast<const char*>(text), size};
}

constexpr bool isStrayControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// Bytes with which something begins that may have to be replaced; nearly none of a text's are of these.
constexpr std::array<bool, 256> kSuspects = [] {
    std::array<bool, 256> suspects{};
    for (std::size_t byte = 0; byte < suspects.size(); ++byte) {
        const char c = static_cast<char>(byte);
        suspects[byte] = isStrayControl(c) || c == '&' || c == '\xef';
    }
    return suspects;
}();

// U+FFFE and U+FFFF, the only characters beside control characters that libxml2 leaves out.
bool isNoCharacter(std::string_view text, std::size_t at)
{
    const std::string_view character = text.substr(at, 3);
    return character == "\xef\xbf\xbe" || character == "\xef\xbf\xbf";
}

// Whether "&#…" at this place stands for something that may be in a text; libxml2 leaves out what does not.
bool isCharacterNumber(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 12;
    text = text.substr(at + 2, longest);
    const bool isHex = text.starts_with('x') || text.starts_with('X');
    text.remove_prefix(isHex ? 1 : 0);
    unsigned code = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code, isHex ? 16 : 10);
    const bool isSurrogate = code >= 0xd800 && code < 0xe000;
    return error == std::errc() && end != text.data() && code <= 0x10ffff && !isSurrogate && code != 0xfffe &&
           code != 0xffff && (code >= 0x20 || !isStrayControl(static_cast<char>(code)));
}

// The same text with nothing in it that libxml2 would leave out or stop at.
struct Prepared {
    explicit Prepared(std::string_view html)
        : text(html)
    {
        std::size_t done = 0;
        const auto replace = [&](std::size_t at, std::size_t size, std::string_view by) {
            mended.append(html, done, at - done);
            mended += by;
            done = at + size;
        };
        for (std::size_t at = 0; at < html.size(); ++at) {
            const char c = html[at];
            if (!kSuspects[static_cast<unsigned char>(c)]) {
                continue;
            }
            if (isStrayControl(c) || (c == '\xef' && isNoCharacter(html, at))) {
                replace(at, c == '\xef' ? 3 : 1, "\xef\xbf\xbd");
                hasReplaced = true;
            } else if (c == '&' && html.substr(at, 2) == "&#" && !isCharacterNumber(html, at)) {
                replace(at, 1, "&amp;");
            }
        }
        if (done > 0) {
            mended.append(html, done);
            text = mended;
        }
    }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() = default;

    std::string mended;
    std::string_view text;
    bool hasReplaced = false;
};

// One parser over one text, and what it calls.
class Reading
{
public:
    Reading(std::string_view html, HtmlSink& sink)
        : m_html(html)
        , m_left{kRoof, html}
        , m_sink(sink)
    {
    }

    // How far it came, if another parser has to go on from there.
    std::optional<std::size_t> read()
    {
        const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                                     &htmlFreeParserCtxt);
        if (!context) {
            return std::nullopt;
        }
        m_context = context.get();
        xmlSAXHandler& calls = *m_context->sax;
        calls = {};
        calls.initialized = XML_SAX2_MAGIC;
        calls.startElement = [](void* self, const xmlChar* name, const xmlChar**) {
            static_cast<Reading*>(self)->beginElement(name);
        };
        calls.endElement = [](void* self, const xmlChar* name) {
            static_cast<Reading*>(self)->endElement(name);
        };
        calls.characters = [](void* self, const xmlChar* text, int size) {
            static_cast<Reading*>(self)->addWords(viewed(text, static_cast<std::size_t>(size)));
        };
        calls.ignorableWhitespace = calls.characters;
        calls.comment = [](void* self, const xmlChar*) { static_cast<Reading*>(self)->addTag({}, false); };
        calls.serror = [](void* self, xmlErrorPtr error) { static_cast<Reading*>(self)->hear(*error); };
        m_context->userData = this;
        constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD |
                                HTML_PARSE_IGNORE_ENC;
        htmlCtxtReadIO(
            m_context,
            [](void* self, char* buffer, int size) {
                return static_cast<Reading*>(self)->give(buffer, size);
            },
            nullptr, this, nullptr, nullptr, options);
        return m_goesOnAt;
    }

private:
    // A parser that has heard enough gets no more to read, and what it still says is not listened to.
    int give(char* buffer, int size)
    {
        std::string_view& from = m_left[m_left[0].empty() ? 1 : 0];
        const std::size_t count = m_isDone ? 0 : std::min(static_cast<std::size_t>(size), from.size());
        std::memcpy(buffer, from.data(), count);
        from.remove_prefix(count);
        return static_cast<int>(count);
    }

    std::size_t place() const
    {
        const auto read = static_cast<std::size_t>(std::max<long>(0, xmlByteConsumed(m_context)));
        return std::min(read - std::min(read, kRoof.size()), m_html.size());
    }

    void goOnFrom(std::size_t place)
    {
        m_isDone = true;
        m_goesOnAt = place;
    }

    void addTag(std::string_view name, bool isEnd)
    {
        if (!m_isDone && name != "leadway") {
            m_place = place();
            m_sink.addTag(name, isEnd);
        }
    }

    static bool isHidden(std::string_view name)
    {
        return name == "script" || name == "style" || name == "title";
    }

    void beginElement(const xmlChar* text)
    {
        const std::string_view name = viewed(text, std::strlen(reinterpret_cast<const char*>(text)));
        addTag(name, false);
        if (isHidden(name)) {
            ++m_hidden;
        } else if (name == "body") {
            m_hidden = 0; // a title that was never closed
        }
        if (!m_isDone && m_context->nameNr > kDeepestTag && m_hidden == 0) {
            const std::size_t end = m_html.find('>', m_place);
            goOnFrom(end == std::string_view::npos ? m_html.size() : end + 1);
        }
    }

    void endElement(const xmlChar* text)
    {
        const std::string_view name = viewed(text, std::strlen(reinterpret_cast<const char*>(text)));
        addTag(name, true);
        if (isHidden(name) && m_hidden > 0) {
            --m_hidden;
        }
    }

    void addWords(std::string_view words)
    {
        if (m_isDone) {
            return;
        }
        m_place = place();
        if (m_hidden == 0) {
            m_isDone = !m_sink.addWords(words);
        }
    }

    // A quote in a tag that is never closed would take the rest of the text with it.
    void hear(const xmlError& error)
    {
        if (m_isDone || error.code != XML_ERR_ATTRIBUTE_NOT_FINISHED || place() < m_html.size()) {
            return;
        }
        const std::size_t tag = m_html.find('<', m_place);
        const std::size_t end = m_html.find('>', tag == std::string_view::npos ? m_html.size() : tag);
        addTag({}, false);
        goOnFrom(end == std::string_view::npos ? m_html.size() : end + 1);
    }

    std::string_view m_html;
    std::string_view m_left[2]; // what the parser has not read yet
    HtmlSink& m_sink;
    htmlParserCtxtPtr m_context = nullptr;
    std::size_t m_place = 0; // where the parser was when it last said something
    int m_hidden = 0;        // elements that are not for people
    bool m_isDone = false;
    std::optional<std::size_t> m_goesOnAt;
};

} // namespace

bool readHtml(std::string_view html, HtmlSink& sink)
{
    const Prepared prepared(html);
    std::string_view left = prepared.text;
    while (!left.empty()) {
        const auto goesOnAt = Reading(left, sink).read();
        if (!goesOnAt) {
            break;
        }
        left.remove_prefix(std::min(std::max<std::size_t>(1, *goesOnAt), left.size()));
    }
    return prepared.hasReplaced;
}

} // namespace leadway
