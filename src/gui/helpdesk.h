#pragma once

#include "gui/helptexts.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace leadway
{

class HelpWindow;
class Language;
class Settings;

/// What a widget is, or lies in, is explained on this page. Pure.
HelpTopic helpTopicFor(const QWidget* focus);

/// Brings the help to whoever asks for it: by the menu, or by F1 wherever they are, in dialogs too. Owns the
/// help's window, which is made when it is first asked for. Belongs to the main window; its thread.
class HelpDesk : public QObject
{
    Q_OBJECT

public:
    /// Where to look for what has the focus, which may be nothing.
    using WhereIs = std::function<HelpPlace(const QWidget* focus)>;

    /// `settings` and `language` have to outlive it.
    HelpDesk(Settings& settings, const Language& language, WhereIs whereIs, QObject* parent);
    ~HelpDesk() override;

    /// At the page for what has the focus.
    void open();
    void openAt(const HelpPlace& place);
    void close();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Settings& m_settings;
    const Language& m_language;
    WhereIs m_whereIs;
    std::unique_ptr<HelpWindow> m_window;
};

} // namespace leadway
