#include "gui/aboutdialog.h"

#include "gui/fieldnote.h"
#include "gui/hairline.h"
#include "gui/helpbrowser.h"
#include "gui/helptexts.h"
#include "gui/icons.h"
#include "gui/libraries.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStringList>
#include <QVBoxLayout>

namespace leadway
{

namespace
{

constexpr int kAboutMargin = 24;

QString librariesAsMarkdown()
{
    QStringList rows{
        QStringLiteral("| %1 | %2 | %3 |")
            .arg(AboutDialog::tr("Library"), AboutDialog::tr("Version"), AboutDialog::tr("Licence")),
        QStringLiteral("|---|---|---|")};
    for (const Library& library : libraries()) {
        rows.append(
            QStringLiteral("| %1 | %2 | %3 |")
                .arg(asMarkdown(library.name), asMarkdown(library.version), asMarkdown(library.licence)));
    }
    return rows.join(QLatin1Char('\n'));
}

QString librariesAsText()
{
    QStringList lines;
    for (const Library& library : libraries()) {
        lines.append(QStringLiteral("%1 %2, %3").arg(library.name, library.version, library.licence));
    }
    return lines.join(QLatin1Char('\n'));
}

QString aboutQt()
{
    return AboutDialog::tr("Qt belongs to its authors and is used under the LGPL, version 3. It is linked "
                           "dynamically: you may put another build of the same version in its place. The "
                           "text of the licence is at %1, Qt and its sources are at %2.")
        .arg(QStringLiteral("https://www.gnu.org/licenses/lgpl-3.0.html"),
             QStringLiteral("https://download.qt.io/official_releases/qt/"));
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_line(new QLabel(this))
    , m_page(new HelpBrowser(this))
    , m_note(new FieldNote(this))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("aboutDialog"));
    m_title->setObjectName(QStringLiteral("aboutTitleLabel"));
    m_line->setObjectName(QStringLiteral("aboutLineLabel"));
    m_page->setObjectName(QStringLiteral("aboutTextBrowser"));
    m_note->setObjectName(QStringLiteral("aboutFieldNote"));
    m_copy->setObjectName(QStringLiteral("copyAboutPushButton"));
    m_close->setObjectName(QStringLiteral("closePushButton"));
    constexpr int side = 48;
    m_icon->setPixmap(applicationIcon().pixmap(side));
    setFontStep(*m_title, 3, true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_close->setDefault(true);
    setUpLayout();
    connect(m_copy, &QPushButton::clicked, this, &AboutDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_page, &QTextBrowser::anchorClicked, this,
            [](const QUrl& url) { QDesktopServices::openUrl(url); });
    tell();
    constexpr QSize usual(640, 560);
    constexpr int around = 64;
    setMinimumSize(480, 360);
    resize(usual.boundedTo(screen()->availableSize() - QSize(around, around)));
}

void AboutDialog::setUpLayout()
{
    auto* const words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto* const head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kAboutMargin, kAboutMargin, kAboutMargin, kAboutMargin);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_page, 1);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_note);
    layout->addLayout(buttons);
}

void AboutDialog::tell()
{
    setWindowTitle(tr("About Leadway Message Exporter"));
    m_title->setText(tr("Leadway Message Exporter %1").arg(QApplication::applicationVersion()));
    m_line->setText(tr("Saves the messages of a Leadway account in a file. Nothing is sent anywhere else."));
    m_page->setAccessibleName(tr("Libraries and licences"));
    m_copy->setText(tr("&Copy"));
    m_close->setText(tr("Close"));
    m_note->clear();
    m_page->setPage(QStringList{QStringLiteral("## ") + tr("What it is made of"), librariesAsMarkdown(),
                                aboutQt(), QStringLiteral("## ") + tr("Licence of this program"),
                                asMarkdown(licenceText())}
                        .join(QStringLiteral("\n\n")));
}

void AboutDialog::copy()
{
    QApplication::clipboard()->setText(
        QStringList{m_title->text(), m_line->text(), librariesAsText(), aboutQt(), licenceText()}.join(
            QStringLiteral("\n\n")));
    m_note->showGood(tr("Copied."));
}

void AboutDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
    QDialog::changeEvent(event);
}

} // namespace leadway
