#include "core/plaintext.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace leadway
{

namespace
{

constexpr std::array<std::pair<const char*, char16_t>, 31> kEntities = {{
    {"amp", u'&'},         {"lt", u'<'},        {"gt", u'>'},       {"quot", u'"'},      {"apos", u'\''},
    {"euro", u'€'},        {"hellip", u'…'},    {"ndash", u'–'},    {"mdash", u'—'},     {"rsquo", u'’'},
    {"lsquo", u'‘'},       {"sbquo", u'‚'},     {"rdquo", u'”'},    {"ldquo", u'“'},     {"bdquo", u'„'},
    {"lsaquo", u'‹'},      {"rsaquo", u'›'},    {"bull", u'•'},     {"trade", u'™'},     {"larr", u'←'},
    {"rarr", u'→'},        {"OElig", u'Œ'},     {"oelig", u'œ'},    {"ensp", u'\u2002'}, {"emsp", u'\u2003'},
    {"thinsp", u'\u2009'}, {"zwnj", u'\u200c'}, {"zwj", u'\u200d'}, {"lrm", u'\u200e'},  {"rlm", u'\u200f'},
    {"minus", u'−'},
}};

// The names of the characters from U+00A0 to U+00FF, in their order.
constexpr char16_t kFirstLatin = 0xa0;
constexpr std::array<const char*, 96> kLatin = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

struct Tag {
    QString name; // in small letters; empty for a comment or a declaration
    bool isEnd = false;
};

bool beginsWith(const QString& text, qsizetype at, QLatin1String word)
{
    return QStringView(text).sliced(at).startsWith(word, Qt::CaseInsensitive);
}

bool beginsTag(const QString& html, qsizetype at)
{
    if (html[at] != u'<' || at + 1 >= html.size()) {
        return false;
    }
    const QChar next = html[at + 1];
    return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
}

Tag tagAt(const QString& html, qsizetype at)
{
    Tag tag;
    tag.isEnd = html[at + 1] == u'/';
    const qsizetype begin = at + (tag.isEnd ? 2 : 1);
    qsizetype end = begin;
    while (end < html.size() && html[end].isLetterOrNumber()) {
        ++end;
    }
    tag.name = html.sliced(begin, end - begin).toLower();
    return tag;
}

// Past the '>' of a tag; one within a quoted value is none.
qsizetype afterBracket(const QString& html, qsizetype at)
{
    QChar quote;
    QChar before;
    for (qsizetype i = at; i < html.size(); ++i) {
        const QChar c = html[i];
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'>') {
            return i + 1;
        } else if ((c == u'"' || c == u'\'') && before == u'=') {
            quote = c;
        }
        before = c.isSpace() ? before : c;
    }
    // A quote that is never closed would take the rest of the text with it.
    const qsizetype end = html.indexOf(u'>', at);
    return end < 0 ? html.size() : end + 1;
}

// Past the end of a tag, a comment or a whole element that holds no words; `at` stands on its '<'.
qsizetype afterTag(const QString& html, qsizetype at)
{
    if (beginsWith(html, at, QLatin1String("<!--"))) {
        const qsizetype end = html.indexOf(QLatin1String("-->"), at);
        return end < 0 ? html.size() : end + 3;
    }
    for (const QLatin1String name :
         {QLatin1String("style"), QLatin1String("script"), QLatin1String("title")}) {
        const qsizetype behind = at + 1 + name.size();
        const bool isIt = beginsWith(html, at + 1, name) && behind < html.size() &&
                          (html[behind] == u'>' || html[behind].isSpace());
        if (isIt) {
            const qsizetype end = html.indexOf(QLatin1String("</") + name, behind, Qt::CaseInsensitive);
            return end < 0 ? html.size() : afterBracket(html, end);
        }
    }
    return afterBracket(html, at);
}

// What "#8364", "#x20AC" stand for; nothing if that is no character.
QString numbered(const QString& name)
{
    const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
    bool isNumber = false;
    const char32_t code = isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber);
    if (!isNumber || code > QChar::LastValidCodePoint || QChar::isSurrogate(code)) {
        return {};
    }
    constexpr char32_t firstPrintable = 0x20;
    if (code < firstPrintable) {
        return QChar::isSpace(code) ? QStringLiteral(" ") : QString();
    }
    return QString::fromUcs4(&code, 1);
}

// What an entity's name stands for; nothing if it is none.
QString named(const QString& name)
{
    if (name.startsWith(u'#')) {
        return numbered(name);
    }
    for (const auto& [word, character] : kEntities) {
        if (name == QLatin1String(word)) {
            return QString(QChar(character));
        }
    }
    for (std::size_t i = 0; i < kLatin.size(); ++i) {
        if (name == QLatin1String(kLatin[i])) {
            return QString(QChar(static_cast<char16_t>(kFirstLatin + i)));
        }
    }
    return {};
}

// Appends what an entity stands for; past its end. What is no entity is an ordinary '&'.
qsizetype afterEntity(const QString& html, qsizetype at, QString& out)
{
    constexpr qsizetype longest = 10;
    const qsizetype end =
        QStringView(html).sliced(at).first(std::min(longest, html.size() - at)).indexOf(u';');
    const QString meaning = end < 0 ? QString() : named(html.sliced(at + 1, end - 1));
    out += meaning.isEmpty() ? QStringLiteral("&") : meaning;
    return at + (meaning.isEmpty() ? 1 : end + 1);
}

// Goes through an HTML text: onTag(Tag) for what is markup, onWords(QStringView) for what is not, until that
// answers false.
template<class OnTag, class OnWords>
void readHtml(const QString& html, OnTag onTag, OnWords onWords)
{
    bool goesOn = true;
    for (qsizetype at = 0; goesOn && at < html.size();) {
        if (beginsTag(html, at)) {
            onTag(tagAt(html, at));
            at = afterTag(html, at);
        } else if (html[at] == u'&') {
            QString character;
            at = afterEntity(html, at, character);
            goesOn = onWords(QStringView(character));
        } else {
            const auto* const begin = html.cbegin() + at;
            const auto* const end =
                std::find_if(begin + 1, html.cend(), [](QChar c) { return c == u'<' || c == u'&'; });
            goesOn = onWords(QStringView(begin, end));
            at += end - begin;
        }
    }
}

bool isOneOf(const QString& name, std::initializer_list<QLatin1String> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isParagraph(const QString& name)
{
    const bool isHeading = name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6';
    return isHeading ||
           isOneOf(name, {QLatin1String("p"), QLatin1String("blockquote"), QLatin1String("table"),
                          QLatin1String("pre"), QLatin1String("dl"), QLatin1String("hr")});
}

bool isLine(const QString& name)
{
    return isOneOf(name, {QLatin1String("div"), QLatin1String("tr"), QLatin1String("section"),
                          QLatin1String("article"), QLatin1String("header"), QLatin1String("footer"),
                          QLatin1String("main"), QLatin1String("nav"), QLatin1String("aside"),
                          QLatin1String("address"), QLatin1String("center"), QLatin1String("figure"),
                          QLatin1String("figcaption"), QLatin1String("dt"), QLatin1String("dd"),
                          QLatin1String("fieldset"), QLatin1String("option"), QLatin1String("caption"),
                          QLatin1String("body")});
}

// Senders fill the preview of a mail with these; alone between spaces they are no word.
bool isInvisible(QChar c)
{
    constexpr char16_t invisible[] = {u'\u00ad', u'\u034f', u'\u200b', u'\u200c', u'\u2060', u'\ufeff'};
    return std::find(std::begin(invisible), std::end(invisible), c.unicode()) != std::end(invisible);
}

// Puts words together as a page shows them.
class PageText
{
public:
    void addTag(const Tag& tag)
    {
        if (tag.name == QLatin1String("br")) {
            addBreak();
        } else if (tag.name == QLatin1String("ul") || tag.name == QLatin1String("ol")) {
            addList(tag);
        } else if (tag.name == QLatin1String("li")) {
            breakLine();
            m_marker = tag.isEnd ? QString() : nextMarker();
        } else if (tag.name == QLatin1String("td") || tag.name == QLatin1String("th")) {
            m_hasSpace = true;
        } else if (isParagraph(tag.name)) {
            breakParagraph();
        } else if (isLine(tag.name)) {
            breakLine();
        }
        if (tag.name == QLatin1String("pre")) {
            m_isPreformatted = !tag.isEnd;
        }
    }

    void addWords(QStringView words)
    {
        for (const QChar c : words) {
            if (c == u'\n' && m_isPreformatted) {
                addBreak();
            } else if (c.isSpace()) {
                m_hasSpace = true;
            } else if (!isInvisible(c) || !isBetweenWords()) {
                beginWord();
                m_text += c;
            }
        }
    }

    const QString& text() const { return m_text; }

private:
    static constexpr int kParagraph = 2; // line ends that make an empty line

    bool isBetweenWords() const { return m_hasSpace || m_breaks > 0 || m_text.isEmpty(); }
    void addBreak() { m_breaks = std::min(m_breaks + 1, kParagraph); }
    void breakLine() { m_breaks = std::max(m_breaks, 1); }
    void breakParagraph() { m_breaks = kParagraph; }

    void addList(const Tag& tag)
    {
        if (tag.isEnd && !m_lists.empty()) {
            m_lists.pop_back();
        }
        if (m_lists.empty()) {
            breakParagraph();
        } else {
            breakLine();
        }
        if (!tag.isEnd) {
            m_lists.push_back({tag.name == QLatin1String("ol"), 0});
        }
    }

    QString nextMarker()
    {
        constexpr qsizetype deepest = 8;
        const auto depth = std::min(static_cast<qsizetype>(m_lists.size()), deepest);
        const QString indent(2 * std::max<qsizetype>(0, depth - 1), u' ');
        const bool isNumbered = !m_lists.empty() && m_lists.back().isNumbered;
        return indent + (isNumbered ? QString::number(++m_lists.back().last) + QStringLiteral(". ")
                                    : QStringLiteral("• "));
    }

    void beginWord()
    {
        if (m_text.isEmpty()) {
            m_breaks = 0;
        } else if (m_breaks == 0 && m_hasSpace) {
            m_text += u' ';
        }
        m_text += QString(m_breaks, u'\n') + m_marker;
        m_breaks = 0;
        m_hasSpace = false;
        m_marker.clear();
    }

    struct List {
        bool isNumbered = false;
        int last = 0;
    };

    QString m_text;
    QString m_marker; // of a list's item, until its first word comes
    std::vector<List> m_lists;
    int m_breaks = 0; // the line ends before the next word
    bool m_hasSpace = false;
    bool m_isPreformatted = false;
};

} // namespace

bool looksLikeHtml(const QString& text)
{
    const QString start = text.left(200).trimmed();
    constexpr std::array tags = {"<!doctype", "<html", "<head", "<body", "<div",   "<p>",     "<p ",
                                 "<table",    "<span", "<br",   "<meta", "<style", "<center", "<a "};
    return std::any_of(tags.begin(), tags.end(), [&start](const char* tag) {
        return start.startsWith(QLatin1String(tag), Qt::CaseInsensitive);
    });
}

bool isHtml(std::string_view contentType, const QString& text)
{
    return contentType.starts_with("text/html") || looksLikeHtml(text);
}

QString plainLine(const QString& html, qsizetype length)
{
    QString words;
    const auto isLongEnough = [&words, length] {
        if (words.size() <= 2 * length) {
            return false;
        }
        words = words.simplified();
        return words.size() > length;
    };
    readHtml(
        html, [&words](const Tag&) { words += u' '; }, // a tag parts words
        [&](QStringView more) {
            words += more;
            return !isLongEnough();
        });
    words = words.simplified();
    if (words.size() > length) {
        words.truncate(length > 0 && words[length - 1].isHighSurrogate() ? length - 1 : length);
    }
    return words;
}

QString plainText(const QString& html)
{
    PageText page;
    readHtml(
        html, [&page](const Tag& tag) { page.addTag(tag); },
        [&page](QStringView words) {
            page.addWords(words);
            return true;
        });
    return page.text();
}

} // namespace leadway
