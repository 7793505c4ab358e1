#pragma once

#include "gui/helptexts.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSplitter;
class QToolButton;

namespace leadway
{

class HelpBrowser;
class Language;
class Settings;

/// The help: its contents at the left, a page at the right, the way back, and a field to look for something
/// in the page. A window of its own beside the others, usable while a dialog of theirs is open; remembers its
/// size. Owned by the HelpDesk; the window's thread.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// Both have to outlive it.
    HelpWindow(Settings& settings, const Language& language);

    /// A section comes to the top only of a window that is shown.
    void open(const HelpPlace& place);
    HelpTopic topic() const { return m_topic; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct Visit {
        HelpTopic topic;
        int scroll;
    };

    void setUpLayout();
    void setUpKeys();
    void translate();
    void showPage(HelpTopic topic);
    void go(const HelpPlace& place);
    void goBack();
    void follow(const QUrl& url);
    void look();
    void lookFurther(int step);
    void tellFound();

    Settings& m_settings;
    const Language& m_language;
    HelpTopic m_topic = HelpTopic::FirstSteps;
    QList<Visit> m_earlier;
    bool m_hasPage = false;

    QSplitter* m_splitter;
    QListWidget* m_contents;
    QPushButton* m_back;
    QLineEdit* m_field;
    QLabel* m_found;
    QToolButton* m_previous;
    QToolButton* m_next;
    HelpBrowser* m_page;
};

} // namespace leadway
