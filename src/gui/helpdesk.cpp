#include "gui/helpdesk.h"

#include "gui/helpwindow.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace leadway
{

namespace
{

// By the names of widgets, so that the pages are shared out in one place. Of a widget and those it lies in,
// the innermost one counts.
constexpr std::pair<const char*, HelpTopic> kExplained[] = {
    {"firstStartPage", HelpTopic::Account},    {"accountsDialog", HelpTopic::Account},
    {"accountHelpDialog", HelpTopic::Account}, {"filterForm", HelpTopic::Filters},
    {"messagePane", HelpTopic::Messages},      {"detailsPane", HelpTopic::Messages},
    {"jobCard", HelpTopic::Exporting},         {"cancelMessageBox", HelpTopic::Exporting},
    {"ExportDialog", HelpTopic::Formats},      {"savedExportsDialog", HelpTopic::SavedExports},
    {"reportDialog", HelpTopic::Completeness}, {"aboutDialog", HelpTopic::Privacy},
};

} // namespace

HelpTopic helpTopicFor(const QWidget* focus)
{
    for (const QWidget* widget = focus; widget; widget = widget->parentWidget()) {
        for (const auto& [name, topic] : kExplained) {
            if (widget->objectName() == QLatin1String(name)) {
                return topic;
            }
        }
    }
    return HelpTopic::FirstSteps;
}

HelpDesk::HelpDesk(Settings& settings, const Language& language, WhereIs whereIs, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_language(language)
    , m_whereIs(std::move(whereIs))
{
    // A dialog keeps the shortcuts of the window below it to itself, so the menu's key is not enough.
    qApp->installEventFilter(this);
}

HelpDesk::~HelpDesk() = default;

void HelpDesk::open()
{
    openAt(m_whereIs(QApplication::focusWidget()));
}

void HelpDesk::openAt(const HelpPlace& place)
{
    if (!m_window) {
        m_window = std::make_unique<HelpWindow>(m_settings, m_language);
    }
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    m_window->open(place); // once it has its size
}

void HelpDesk::close()
{
    if (m_window) {
        m_window->close();
    }
}

bool HelpDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::NoModifier) {
            if (QApplication::activeWindow() != m_window.get()) {
                open();
            }
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace leadway
