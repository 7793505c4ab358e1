#include "gui/helpwindow.h"

#include "app/language.h"
#include "app/settings.h"
#include "gui/hairline.h"
#include "gui/helpbrowser.h"
#include "gui/icons.h"
#include "gui/style.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

namespace leadway
{

namespace
{

const QString kHelpGeometry = QStringLiteral("helpGeometry");
const QString kHelpContents = QStringLiteral("helpContents");

} // namespace

HelpWindow::HelpWindow(Settings& settings, const Language& language)
    : m_settings(settings)
    , m_language(language)
    , m_splitter(new QSplitter(this))
    , m_contents(new QListWidget(this))
    , m_back(new QPushButton(this))
    , m_field(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_page(new HelpBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its main window
    setWindowIcon(applicationIcon());
    setUpLayout();
    setUpKeys();
    connect(m_contents, &QListWidget::currentRowChanged, this, [this](int row) {
        go({static_cast<HelpTopic>(row), {}});
    });
    connect(m_back, &QPushButton::clicked, this, &HelpWindow::goBack);
    connect(m_field, &QLineEdit::textChanged, this, &HelpWindow::look);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { lookFurther(1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { lookFurther(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { lookFurther(1); });
    connect(m_page, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    m_back->setEnabled(false);
    translate();
    constexpr QSize usual(960, 680);
    constexpr int around = 64;
    resize(usual.boundedTo(screen()->availableSize() - QSize(around, around)));
    restoreGeometry(m_settings.look(kHelpGeometry));
    m_splitter->restoreState(m_settings.look(kHelpContents));
}

void HelpWindow::setUpLayout()
{
    m_contents->setObjectName(QStringLiteral("helpContentsListWidget"));
    m_back->setObjectName(QStringLiteral("helpBackPushButton"));
    m_field->setObjectName(QStringLiteral("helpFindLineEdit"));
    m_found->setObjectName(QStringLiteral("helpFoundLabel"));
    m_previous->setObjectName(QStringLiteral("helpPreviousToolButton"));
    m_next->setObjectName(QStringLiteral("helpNextToolButton"));
    m_page->setObjectName(QStringLiteral("helpTextBrowser"));
    m_splitter->setObjectName(QStringLiteral("helpSplitter"));

    constexpr int margin = 16;
    constexpr int gap = 8;
    m_previous->setIcon(icon(Glyph::ChevronUp));
    m_next->setIcon(icon(Glyph::ChevronDown));
    m_previous->setAutoRaise(true);
    m_next->setAutoRaise(true);
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(160);
    m_field->setMaximumWidth(280);
    m_found->setForegroundRole(QPalette::PlaceholderText);
    auto* const bar = new QHBoxLayout;
    bar->setContentsMargins(margin, gap, margin, gap);
    bar->setSpacing(gap);
    bar->addWidget(m_back);
    bar->addStretch(1);
    bar->addWidget(m_found);
    bar->addWidget(m_field, 2);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);

    auto* const right = new QWidget(this);
    auto* const column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Hairline(right));
    column->addWidget(m_page, 1);

    constexpr int narrowest = 200;
    constexpr int usual = 256;
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->viewport()->setBackgroundRole(QPalette::Window);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const left = new QWidget(m_splitter);
    left->setMinimumWidth(narrowest);
    auto* const leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(gap, gap, gap, gap);
    leftLayout->addWidget(m_contents);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({usual, 3 * usual});
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    const QList<QWidget*> stops{m_contents, m_back, m_field, m_previous, m_next, m_page};
    for (qsizetype i = 1; i < stops.size(); ++i) {
        setTabOrder(stops[i - 1], stops[i]);
    }
    setMinimumSize(720, 400);
}

void HelpWindow::setUpKeys()
{
    const auto on = [this](const QKeySequence& key, auto then) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, then);
    };
    on(Qt::Key_Escape, [this] { close(); });
    on(QKeySequence::Close, [this] { close(); });
    on(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    on(QKeySequence::Find, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    on(Qt::Key_F3, [this] { lookFurther(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { lookFurther(-1); });
}

void HelpWindow::translate()
{
    setWindowTitle(tr("Help – Leadway Message Exporter"));
    m_contents->setAccessibleName(tr("Contents"));
    m_page->setAccessibleName(tr("Page"));
    m_back->setText(tr("&Back"));
    m_back->setToolTip(QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText));
    m_field->setPlaceholderText(tr("Find in this page"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_previous->setAccessibleName(tr("Previous one"));
    m_previous->setToolTip(tr("Previous one (%1)").arg(QStringLiteral("Shift+F3")));
    m_next->setAccessibleName(tr("Next one"));
    m_next->setToolTip(tr("Next one (%1)").arg(QStringLiteral("F3")));
    const QSignalBlocker blocker(m_contents);
    m_contents->clear();
    for (int topic = 0; topic < kHelpTopics; ++topic) {
        auto* const item =
            new QListWidgetItem(helpTitle(static_cast<HelpTopic>(topic), m_language.code()), m_contents);
        item->setSizeHint({0, kTableRowHeight});
    }
    if (m_hasPage) {
        const int heading = m_page->headingInView();
        showPage(m_topic);
        m_page->goToHeading(heading);
    }
    tellFound();
}

void HelpWindow::open(const HelpPlace& place)
{
    go(place);
    m_page->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::go(const HelpPlace& place)
{
    if (m_hasPage && (place.topic != m_topic || !place.section.isEmpty())) {
        m_earlier.append({m_topic, m_page->verticalScrollBar()->value()});
    }
    if (!m_hasPage || place.topic != m_topic) {
        showPage(place.topic);
    }
    m_page->goToSection(place.section);
    m_back->setEnabled(!m_earlier.isEmpty());
}

void HelpWindow::showPage(HelpTopic topic)
{
    m_topic = topic;
    m_hasPage = true;
    m_page->setPage(helpText(topic, m_language.code()));
    const QSignalBlocker blocker(m_contents);
    m_contents->setCurrentRow(static_cast<int>(topic));
    tellFound();
}

void HelpWindow::goBack()
{
    if (m_earlier.isEmpty()) {
        return;
    }
    const Visit visit = m_earlier.takeLast();
    showPage(visit.topic);
    m_page->verticalScrollBar()->setValue(visit.scroll);
    m_back->setEnabled(!m_earlier.isEmpty());
}

void HelpWindow::follow(const QUrl& url)
{
    if (const auto place = helpPlaceOf(url.toString())) {
        go(*place);
    } else if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")) {
        QDesktopServices::openUrl(url);
    }
}

void HelpWindow::look()
{
    m_page->look(m_field->text());
    tellFound();
}

void HelpWindow::lookFurther(int step)
{
    m_page->goToFound(step);
    tellFound();
}

void HelpWindow::tellFound()
{
    const int count = m_page->found();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (m_field->text().isEmpty()) {
        m_found->clear();
    } else if (count == 0) {
        m_found->setText(tr("Not found"));
    } else {
        m_found->setText(tr("%1 of %2", "places found").arg(m_page->currentFound() + 1).arg(count));
    }
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        translate();
    }
    QWidget::changeEvent(event);
}

void HelpWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setLook(kHelpGeometry, saveGeometry());
    m_settings.setLook(kHelpContents, m_splitter->saveState());
    QWidget::closeEvent(event);
}

} // namespace leadway
