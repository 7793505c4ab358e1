#pragma once

#include <QMenu>

namespace leadway
{

/// What can be done with a row of the table, by a right click or the menu key. It knows no message: whoever
/// opens it says what can be done, and is told what is wanted. Owned by the window, whose thread it lives on.
class RowMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RowMenu(QWidget* parent = nullptr);

    /// Opens it for the row that is current.
    void open(const QPoint& at, int selectedRows, bool hasContact, bool canOpenInCrm);

Q_SIGNALS:
    void onlyContactRequested();
    void onlyConversationRequested();
    void copyMessageRequested();
    void copyRowsRequested();
    void openInCrmRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();

    QAction* m_onlyContact;
    QAction* m_onlyConversation;
    QAction* m_copyMessage;
    QAction* m_copyRows;
    QAction* m_openInCrm;
    int m_selectedRows = 1;
};

} // namespace leadway
