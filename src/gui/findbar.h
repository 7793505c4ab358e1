#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace leadway
{

/// Where a person types what is looked for in the messages, sees how much was found, and steps from one to
/// the next. It looks for nothing itself. Owned by the pane, whose thread it lives on.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    QString text() const;
    void clear();
    /// Puts the cursor into the field, with what is there selected.
    void focusField();
    bool hasFocusWithin() const;
    /// "3 of 17", or what else there is to say; it is told to assistive tools, too. Nothing for an empty one.
    void tell(const QString& result);
    void setCanStep(bool canStep);

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextWanted();
    void previousWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void translate();

    QLineEdit* m_field;
    QAction* m_lens; // tells what the field is for
    QAction* m_clear;
    QLabel* m_result;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace leadway
