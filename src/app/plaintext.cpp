#include "app/plaintext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace leadway
{

namespace
{

constexpr std::array<std::pair<const char*, char16_t>, 26> kEntities = {{
    {"amp", u'&'},    {"lt", u'<'},     {"gt", u'>'},     {"quot", u'"'},   {"apos", u'\''},
    {"nbsp", u' '},   {"aacute", u'á'}, {"eacute", u'é'}, {"iacute", u'í'}, {"oacute", u'ó'},
    {"uacute", u'ú'}, {"ntilde", u'ñ'}, {"uuml", u'ü'},   {"iexcl", u'¡'},  {"iquest", u'¿'},
    {"euro", u'€'},   {"hellip", u'…'}, {"ndash", u'–'},  {"mdash", u'—'},  {"rsquo", u'’'},
    {"lsquo", u'‘'},  {"rdquo", u'”'},  {"ldquo", u'“'},  {"laquo", u'«'},  {"raquo", u'»'},
    {"ordm", u'º'},
}};

bool beginsWith(const QString& text, qsizetype at, QLatin1String word)
{
    return QStringView(text).sliced(at).startsWith(word, Qt::CaseInsensitive);
}

// Past the end of a tag, a comment or a whole element that holds no words; `at` stands on its '<'.
qsizetype afterTag(const QString& html, qsizetype at)
{
    if (beginsWith(html, at, QLatin1String("<!--"))) {
        const qsizetype end = html.indexOf(QLatin1String("-->"), at);
        return end < 0 ? html.size() : end + 3;
    }
    for (const QLatin1String name :
         {QLatin1String("style"), QLatin1String("script"), QLatin1String("head"), QLatin1String("title")}) {
        const qsizetype behind = at + 1 + name.size();
        const bool isIt = beginsWith(html, at + 1, name) && behind < html.size() &&
                          (html[behind] == u'>' || html[behind].isSpace());
        if (isIt) {
            const qsizetype end = html.indexOf(QLatin1String("</") + name, behind, Qt::CaseInsensitive);
            at = end < 0 ? html.size() : end;
            break;
        }
    }
    const qsizetype end = html.indexOf(u'>', at);
    return end < 0 ? html.size() : end + 1;
}

// Appends what an entity stands for; past its end. What is no entity is an ordinary '&'.
qsizetype afterEntity(const QString& html, qsizetype at, QString& out)
{
    constexpr qsizetype longest = 10;
    const qsizetype end = html.indexOf(u';', at);
    if (end < 0 || end - at > longest) {
        out += u'&';
        return at + 1;
    }
    const QString name = html.sliced(at + 1, end - at - 1);
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
        bool isNumber = false;
        const char32_t code = isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber);
        if (isNumber && code >= 0x20 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code)) {
            out += QString::fromUcs4(&code, 1);
            return end + 1;
        }
    }
    for (const auto& [word, character] : kEntities) {
        if (name == QLatin1String(word)) {
            out += QChar(character);
            return end + 1;
        }
    }
    out += u'&';
    return at + 1;
}

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

QString plainLine(const QString& html, qsizetype length)
{
    QString words;
    for (qsizetype at = 0; at < html.size();) {
        const QChar c = html[at];
        if (c == u'<' && at + 1 < html.size() &&
            (html[at + 1].isLetter() || html[at + 1] == u'/' || html[at + 1] == u'!')) {
            at = afterTag(html, at);
            words += u' '; // a tag parts words
        } else if (c == u'&') {
            at = afterEntity(html, at, words);
        } else {
            words += c;
            ++at;
        }
        if (words.size() > 2 * length) {
            words = words.simplified();
            if (words.size() > length) {
                break;
            }
        }
    }
    words = words.simplified();
    if (words.size() > length) {
        words.truncate(length > 0 && words[length - 1].isHighSurrogate() ? length - 1 : length);
    }
    return words;
}

} // namespace leadway
