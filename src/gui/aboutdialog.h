#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace leadway
{

class FieldNote;
class HelpBrowser;

/// What the program is: its version, what it is made of, the licences; to be read and copied. Opened by the
/// window with open(), which also owns it; the window's thread.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpLayout();
    void tell();
    void copy();

    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_line;
    HelpBrowser* m_page;
    FieldNote* m_note;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace leadway
