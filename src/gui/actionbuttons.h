#pragma once

#include "core/error.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace leadway
{

/// What a person can do from the job card or an error's page.
enum class Action {
    Pause,
    Continue,
    Cancel,
    SaveWhatCame,
    DiscardUnfinished,
    OpenFile,
    OpenFolder,
    ShowInFolder,
    Details,
    SaveAgain,
    TryAgain,
    NewToken,
    HowToGetToken,
    EditAccount,
    SaveUnderAnotherName,
    SaveSomewhereElse,
    CopyDiagnostics,
};

/// What helps against an error, the most likely first. Pure.
QList<Action> remediesFor(ErrorKind kind);

/// The words on its button.
QString actionText(Action action);

/// A row of buttons for some actions. Instead of letters, of which there are too few, the first three can
/// be given the keys Alt+8, Alt+9 and Alt+0. The window's thread; owned by its parent.
class ActionButtons : public QWidget
{
    Q_OBJECT

public:
    explicit ActionButtons(QWidget* parent = nullptr);

    void setActions(const QList<Action>& actions);
    void setHasKeys(bool hasKeys) { m_hasKeys = hasKeys; }

Q_SIGNALS:
    void triggered(leadway::Action action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();

    QHBoxLayout* m_layout;
    QList<Action> m_actions;
    QList<QPushButton*> m_buttons; // one each of m_actions
    bool m_hasKeys = false;
};

} // namespace leadway
