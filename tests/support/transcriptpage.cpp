#include "support/transcriptpage.h"

#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace leadway::test
{

namespace
{

// The text of the element that begins here, to its end.
QString textIn(QXmlStreamReader& xml, TranscriptPage& page)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            page.elements.insert(xml.name().toString());
            text += xml.name() == QLatin1String("br") ? QStringLiteral("\n") : QString();
            if (xml.name() == QLatin1String("a")) {
                page.links.append(xml.attributes().value(QLatin1String("href")).toString() +
                                  QLatin1Char(' ') + xml.attributes().value(QLatin1String("rel")).toString());
            }
            ++depth;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        default:
            break;
        }
    }
    return text;
}

class PageReader
{
public:
    explicit PageReader(const QByteArray& bytes)
        : m_xml(bytes)
    {
    }

    TranscriptPage read()
    {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement) {
                begin(m_xml.name().toString());
            }
        }
        if (m_xml.hasError()) {
            m_page.fault = m_xml.errorString() + QStringLiteral(" at %1").arg(m_xml.characterOffset());
        }
        return m_page;
    }

private:
    QString attribute(const char* name) const
    {
        return m_xml.attributes().value(QLatin1String(name)).toString();
    }

    void begin(const QString& name)
    {
        m_page.elements.insert(name);
        if (m_xml.attributes().hasAttribute(QLatin1String("style"))) {
            m_page.styles.append(attribute("style"));
        }
        if (name == QLatin1String("html")) {
            m_page.language = attribute("lang");
        } else if (name == QLatin1String("meta")) {
            const bool isPolicy = attribute("http-equiv") == QLatin1String("Content-Security-Policy");
            m_page.policy += isPolicy ? attribute("content") : QString();
        } else if (name == QLatin1String("title")) {
            m_page.title = textIn(m_xml, m_page);
        } else if (name == QLatin1String("dt")) {
            m_page.facts.append(textIn(m_xml, m_page));
        } else if (name == QLatin1String("dd") && !m_page.facts.isEmpty()) {
            m_page.facts.last() += QStringLiteral(": ") + textIn(m_xml, m_page);
        } else if (name == QLatin1String("a") && m_page.sections.isEmpty()) {
            const QString target = attribute("href");
            m_page.contents.append(target + QLatin1Char(' ') + textIn(m_xml, m_page));
        } else if (name == QLatin1String("section")) {
            m_page.sections.append(PageSection{attribute("id"), {}, {}, {}});
        } else if (!m_page.sections.isEmpty()) {
            beginInSection(name, m_page.sections.last());
        }
    }

    void beginInSection(const QString& name, PageSection& section)
    {
        if (name == QLatin1String("h2")) {
            section.heading = textIn(m_xml, m_page);
            m_day.clear();
        } else if (name == QLatin1String("h3")) {
            m_day = textIn(m_xml, m_page);
        } else if (name == QLatin1String("article")) {
            PageMessage message;
            message.day = m_day;
            message.isSent = attribute("class") == QLatin1String("sent");
            section.messages.append(message);
        } else if (name == QLatin1String("li") && !section.messages.isEmpty()) {
            section.messages.last().files.append(textIn(m_xml, m_page));
        } else if (name == QLatin1String("p")) {
            beginParagraph(attribute("class"), section);
        }
    }

    void beginParagraph(const QString& kind, PageSection& section)
    {
        const QString text = textIn(m_xml, m_page);
        if (section.messages.isEmpty()) {
            section.about = text;
            return;
        }
        PageMessage& message = section.messages.last();
        for (const auto& [name, part] :
             {std::pair("line", &message.line), std::pair("copies", &message.copies),
              std::pair("subject", &message.subject), std::pair("text", &message.text)}) {
            if (kind == QLatin1String(name)) {
                *part = text;
            }
        }
    }

    QXmlStreamReader m_xml;
    TranscriptPage m_page;
    QString m_day;
};

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool isDone = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
                        process.exitCode() == 0;
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray complaints = process.readAllStandardError();
    return isDone && complaints.isEmpty() ? out : QByteArray();
}

} // namespace

TranscriptPage readTranscript(const QByteArray& page)
{
    return PageReader(page).read();
}

QString pdfText(const QString& path)
{
    return QString::fromUtf8(
        outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                                               QStringLiteral("-layout"), path, QStringLiteral("-")}));
}

int pdfPages(const QString& path)
{
    static const QRegularExpression pages(QStringLiteral("^Pages: +(\\d+)$"),
                                          QRegularExpression::MultilineOption);
    const auto match = pages.match(QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {path})));
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

} // namespace leadway::test
