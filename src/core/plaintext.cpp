#include "core/plaintext.h"

#include "core/htmlreader.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace leadway
{

namespace
{

// Sorted, to be searched.
constexpr std::string_view kParagraphs[] = {"blockquote", "dl", "h1", "h2", "h3",  "h4",
                                            "h5",         "h6", "hr", "p",  "pre", "table"};
constexpr std::string_view kLines[] = {
    "address",    "article", "aside",  "body",   "caption", "center", "dd",     "div",     "dt", "fieldset",
    "figcaption", "figure",  "footer", "header", "main",    "nav",    "option", "section", "tr"};

template<std::size_t count>
bool isOneOf(std::string_view name, const std::string_view (&names)[count])
{
    return std::binary_search(std::begin(names), std::end(names), name);
}

struct Character {
    char32_t code = 0;
    std::size_t size = 1; // in bytes
};

// Of valid UTF-8; what has four bytes is neither a space nor invisible, so it is not told further.
Character characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) -> char32_t {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    if (lead < 0xe0) {
        return {((lead & 0x1f) << 6) | (byte(1) & 0x3f), 2};
    }
    if (lead < 0xf0) {
        return {((lead & 0xf) << 12) | ((byte(1) & 0x3f) << 6) | (byte(2) & 0x3f), 3};
    }
    return {lead << 18, 4};
}

bool isSpace(char32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}

// Senders fill the preview of a mail with these; alone between spaces they are no word.
bool isInvisible(char32_t c)
{
    return c == 0xad || c == 0x34f || c == 0x200b || c == 0x200c || c == 0x2060 || c == 0xfeff;
}

// Puts words together as a page shows them.
class PageText final : public HtmlSink
{
public:
    explicit PageText(std::string& out)
        : m_text(out)
        , m_begin(out.size())
    {
    }

    void addTag(std::string_view name, bool isEnd) override
    {
        if (name == "br") {
            if (!isEnd) {
                addBreak();
            }
        } else if (name == "ul" || name == "ol") {
            addList(name == "ol", isEnd);
        } else if (name == "li") {
            breakLine();
            m_marker = isEnd ? std::string() : nextMarker();
        } else if (name == "td" || name == "th") {
            m_hasSpace = true;
        } else if (isOneOf(name, kParagraphs)) {
            m_breaks = kParagraph;
        } else if (isOneOf(name, kLines)) {
            breakLine();
        }
        if (name == "pre") {
            m_isPreformatted = !isEnd;
        }
    }

    bool addWords(std::string_view words) override
    {
        for (std::size_t at = 0; at < words.size();) {
            const Character c = characterAt(words, at);
            if (c.code == '\n' && m_isPreformatted) {
                addBreak();
            } else if (isSpace(c.code)) {
                m_hasSpace = true;
            } else if (!isInvisible(c.code) || !isBetweenWords()) {
                beginWord();
                m_text.append(words, at, c.size);
            }
            at += c.size;
        }
        return true;
    }

private:
    static constexpr std::size_t kParagraph = 2; // line ends that make an empty line

    bool isEmpty() const { return m_text.size() == m_begin; }
    bool isBetweenWords() const { return m_hasSpace || m_breaks > 0 || isEmpty(); }
    void addBreak() { m_breaks = std::min(m_breaks + 1, kParagraph); }
    void breakLine() { m_breaks = std::max<std::size_t>(m_breaks, 1); }

    void addList(bool isNumbered, bool isEnd)
    {
        if (isEnd && !m_lists.empty()) {
            m_lists.pop_back();
        }
        if (m_lists.empty()) {
            m_breaks = kParagraph;
        } else {
            breakLine();
        }
        if (!isEnd) {
            m_lists.push_back({isNumbered, 0});
        }
    }

    std::string nextMarker()
    {
        constexpr std::size_t deepest = 8;
        const std::size_t depth = std::min(m_lists.size(), deepest);
        std::string marker(depth > 0 ? 2 * (depth - 1) : 0, ' ');
        if (!m_lists.empty() && m_lists.back().isNumbered) {
            return marker + std::to_string(++m_lists.back().last) + ". ";
        }
        return marker + "• ";
    }

    void beginWord()
    {
        if (!isBetweenWords() && m_marker.empty()) {
            return; // within a word, as nearly always
        }
        if (isEmpty()) {
            m_breaks = 0;
        } else if (m_breaks == 0 && m_hasSpace) {
            m_text += ' ';
        }
        m_text.append(m_breaks, '\n');
        m_text += m_marker;
        m_breaks = 0;
        m_hasSpace = false;
        m_marker.clear();
    }

    struct List {
        bool isNumbered = false;
        int last = 0;
    };

    std::string& m_text;
    const std::size_t m_begin;
    std::string m_marker; // of a list's item, until its first word comes
    std::vector<List> m_lists;
    std::size_t m_breaks = 0; // the line ends before the next word
    bool m_hasSpace = false;
    bool m_isPreformatted = false;
};

// Puts the first words on a line; each tag parts words.
class LineText final : public HtmlSink
{
public:
    explicit LineText(qsizetype length)
        : m_length(length)
    {
    }

    void addTag(std::string_view, bool) override { m_words += u' '; }

    bool addWords(std::string_view words) override
    {
        m_words += QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
        if (m_words.size() <= 2 * m_length) {
            return true;
        }
        m_words = m_words.simplified();
        return m_words.size() <= m_length;
    }

    QString line() const
    {
        QString line = m_words.simplified();
        if (line.size() > m_length) {
            line.truncate(m_length > 0 && line[m_length - 1].isHighSurrogate() ? m_length - 1 : m_length);
        }
        return line;
    }

private:
    const qsizetype m_length;
    QString m_words;
};

bool startsWith(std::string_view text, std::string_view small)
{
    const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return text.size() >= small.size() && std::equal(small.begin(), small.end(), text.begin(),
                                                     [&lowered](char a, char b) { return a == lowered(b); });
}

} // namespace

bool looksLikeHtml(std::string_view text)
{
    constexpr std::size_t farthest = 200;
    const std::size_t begin = text.substr(0, farthest).find_first_not_of(" \t\r\n\v\f");
    if (begin == std::string_view::npos || text[begin] != '<') {
        return false;
    }
    constexpr std::array<std::string_view, 14> tags = {"<!doctype", "<html",  "<head",   "<body", "<div",
                                                       "<p>",       "<p ",    "<table",  "<span", "<br",
                                                       "<meta",     "<style", "<center", "<a "};
    return std::any_of(tags.begin(), tags.end(),
                       [start = text.substr(begin)](std::string_view tag) { return startsWith(start, tag); });
}

bool isHtml(std::string_view contentType, std::string_view text)
{
    return contentType.starts_with("text/html") || looksLikeHtml(text);
}

QString plainLine(std::string_view html, qsizetype length)
{
    LineText line(length);
    readHtml(html, line);
    return line.line();
}

bool appendPlainText(std::string& out, std::string_view html)
{
    PageText page(out);
    return readHtml(html, page);
}

} // namespace leadway
