#include "format/htmlwriter.h"

#include "format/bytesink.h"
#include "format/section.h"
#include "format/transcriptwords.h"

#include <utility>

namespace leadway
{

namespace
{

// In front of everything: nothing but the styles below may be used, whatever a browser would do otherwise.
constexpr std::string_view kPolicy =
    R"(<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
<meta name="referrer" content="no-referrer"/>
<meta name="format-detection" content="telephone=no"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
)";

constexpr std::string_view kStyle = R"(<style>
:root { --text: #1c2126; --dim: #59626b; --line: #d5d9dd; --page: #fff; --sent: #eef3f9; --link: #1a63b0; --bad: #b3261e; }
@media screen and (prefers-color-scheme: dark) {
:root { --text: #e4e7ea; --dim: #9aa2ab; --line: #3a3f46; --page: #17191c; --sent: #1f2833; --link: #7db7f2; --bad: #f28b82; }
}
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text);
font: 1rem/1.45 "Segoe UI", system-ui, "Noto Sans", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .75rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: .95rem; margin: 1.5rem 0 .5rem; }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dt, .about, .line, .copies { color: var(--dim); }
dd { margin: 0; }
p, ul { margin: 0; }
ol { margin: .5rem 0 0; padding-inline-start: 2.5rem; }
a { color: var(--link); }
article { margin: 0 0 .75rem; padding: .45rem .75rem; border: 1px solid var(--line); border-radius: .4rem; margin-inline-end: 3rem; }
article.sent { background: var(--sent); margin-inline: 3rem 0; }
.line, .copies, .about, .files { font-size: .85rem; }
.line b { color: var(--text); }
.bad { color: var(--bad); font-weight: 600; }
.subject { font-weight: 600; }
.text { white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; }
.files { padding-inline-start: 1.2rem; }
@media print {
@page { margin: 18mm 16mm; }
:root { --text: #000; --dim: #444; --line: #999; --page: #fff; --sent: #fff; --link: #000; --bad: #000; }
body { max-width: none; padding: 0; font-size: 10.5pt; }
section + section, nav + section { break-before: page; }
section h2, nav h2 { border: 0; margin-top: 0; padding-top: 0; }
h1, h2, h3, .about, .line, .subject { break-after: avoid; }
article { break-inside: avoid; }
p { orphans: 2; widows: 2; }
a { text-decoration: none; }
}
</style>
)";

constexpr std::size_t kFlushAt = std::size_t{1} << 16;

} // namespace

HtmlWriter::HtmlWriter(const FormatOptions& options, FileHead head, const FileExtent& extent, ByteSink& sink)
    : m_sink(sink)
    , m_options(options)
    , m_head(std::move(head))
    , m_extent(extent)
    , m_teller(options, m_head.locale)
{
}

// What the service or a person wrote, as text and in attributes. Control characters are gone by now.
void HtmlWriter::addEscaped(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("&<>\"'"), text.size());
        m_page += text.substr(0, end);
        text.remove_prefix(end);
        if (text.empty()) {
            return;
        }
        switch (text.front()) {
        case '&':
            m_page += "&amp;";
            break;
        case '<':
            m_page += "&lt;";
            break;
        case '>':
            m_page += "&gt;";
            break;
        case '"':
            m_page += "&quot;";
            break;
        default:
            m_page += "&#39;";
        }
        text.remove_prefix(1);
    }
}

void HtmlWriter::addText(const QString& text)
{
    addEscaped(text.toStdString());
}

// A line break of its own kind, for readers that know no styles.
void HtmlWriter::addBody(std::string_view text)
{
    for (;;) {
        const std::size_t end = text.find('\n');
        addEscaped(text.substr(0, end));
        if (end == std::string_view::npos) {
            return;
        }
        m_page += "<br/>";
        text.remove_prefix(end + 1);
    }
}

void HtmlWriter::addFact(const QString& name, const QString& value)
{
    m_page += "<dt>";
    addText(name);
    m_page += "</dt><dd dir=\"auto\">";
    addText(value);
    m_page += "</dd>\n";
}

Result<void> HtmlWriter::flush()
{
    const auto appended = m_sink.append(m_page);
    m_page.clear();
    return appended;
}

Result<void> HtmlWriter::begin()
{
    const QLocale& locale = m_head.locale;
    m_page = "<!DOCTYPE html>\n<html lang=\"";
    addText(locale.bcp47Name());
    m_page += "\">\n<head>\n";
    m_page += kPolicy;
    m_page += "<title>";
    addText(m_head.title);
    m_page += "</title>\n";
    m_page += kStyle;
    m_page += "</head>\n<body>\n<header>\n<h1 dir=\"auto\">";
    addText(m_head.title);
    m_page += "</h1>\n<dl>\n";
    for (const auto& [name, value] : m_head.facts) {
        addFact(name, value);
    }
    addFact(messagesTitle(), extentPhrase(m_extent, locale));
    m_page += "</dl>\n</header>\n";
    if (m_extent.sections > 1) {
        m_hasContents = true;
        m_page += "<nav>\n<h2>";
        addText(conversationsTitle());
        m_page += "</h2>\n<ol>\n";
    }
    if (m_extent.sections == 0) {
        m_page += "<p>";
        addText(nothingPhrase());
        m_page += "</p>\n";
    }
    return flush();
}

Result<void> HtmlWriter::list(const Section& section)
{
    if (!m_hasContents) {
        return {};
    }
    m_page += "<li><a href=\"#c" + std::to_string(section.number) + "\"><bdi>";
    addText(sectionHeading(section));
    m_page += "</bdi></a> <span class=\"about\">";
    addText(sectionSummary(section, m_options.timesZone(), m_head.locale));
    m_page += "</span></li>\n";
    return m_page.size() < kFlushAt ? Result<void>() : flush();
}

void HtmlWriter::endContents()
{
    if (std::exchange(m_hasContents, false)) {
        m_page += "</ol>\n</nav>\n";
    }
}

void HtmlWriter::endSection()
{
    if (std::exchange(m_isInSection, false)) {
        m_page += "</section>\n";
    }
}

Result<void> HtmlWriter::beginSection(const Section& section)
{
    endContents();
    endSection();
    m_isInSection = true;
    m_day.clear();
    m_page += "<section id=\"c" + std::to_string(section.number) + "\">\n<h2 dir=\"auto\">";
    addText(sectionHeading(section));
    m_page += "</h2>\n<p class=\"about\">";
    addText(sectionSummary(section, m_options.timesZone(), m_head.locale));
    m_page += "</p>\n";
    return {};
}

Result<void> HtmlWriter::write(const Message& message)
{
    m_entry = &m_teller.tell(message);
    if (m_entry->day != m_day) {
        m_day = m_entry->day;
        m_page += "<h3>";
        addEscaped(m_day);
        m_page += "</h3>\n";
    }
    m_page +=
        m_entry->isSent ? "<article class=\"sent\">\n<p class=\"line\">" : "<article>\n<p class=\"line\">";
    if (!m_entry->time.empty()) {
        m_page += "<b>";
        addEscaped(m_entry->time);
        m_page += "</b> ";
    }
    addEscaped(m_entry->line);
    if (!m_entry->trouble.empty()) {
        m_page += " · <span class=\"bad\">";
        addEscaped(m_entry->trouble);
        m_page += "</span>";
    }
    m_page += "</p>\n";
    if (!m_entry->copies.empty()) {
        m_page += "<p class=\"copies\" dir=\"auto\">";
        addEscaped(m_entry->copies);
        m_page += "</p>\n";
    }
    if (!m_entry->subject.empty()) {
        m_page += "<p class=\"subject\" dir=\"auto\">";
        addEscaped(m_entry->subject);
        m_page += "</p>\n";
    }
    if (!m_entry->text.empty()) {
        m_page += "<p class=\"text\" dir=\"auto\">";
        addBody(m_entry->text);
        m_page += "</p>\n";
    }
    addAttachments();
    m_page += "</article>\n";
    if (m_entry->hasReplaced) {
        countReplacedCell();
    }
    if (message.repaired) {
        countRepairedMessage();
    }
    return m_page.size() < kFlushAt ? Result<void>() : flush();
}

void HtmlWriter::addAttachments()
{
    if (m_entry->attachments.empty()) {
        return;
    }
    m_page += "<ul class=\"files\">\n";
    for (const std::string& address : m_entry->attachments) {
        const bool isLink = isWebAddress(address);
        m_page += "<li dir=\"ltr\">";
        if (isLink) {
            m_page += "<a rel=\"noreferrer noopener\" href=\"";
            addEscaped(address);
            m_page += "\">";
        }
        addEscaped(address);
        m_page += isLink ? "</a></li>\n" : "</li>\n";
    }
    m_page += "</ul>\n";
}

Result<bool> HtmlWriter::end()
{
    endContents();
    endSection();
    m_page += "</body>\n</html>\n";
    const auto flushed = flush();
    return flushed ? Result<bool>(true) : flushed.error();
}

} // namespace leadway
