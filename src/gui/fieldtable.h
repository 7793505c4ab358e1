#pragma once

#include "app/messagedetails.h"

#include <QTableView>

namespace leadway
{

class FieldModel;

/// Every field of a message as it came: its name and its value, a line each; the whole of a long value is in
/// the tooltip, and Ctrl+C copies the selected lines. The window's thread; owned by its pane.
class FieldTable : public QTableView
{
    Q_OBJECT

public:
    explicit FieldTable(QWidget* parent = nullptr);

    void setFields(const QList<Fact>& fields);
    /// Puts the selected lines on the clipboard as a spreadsheet takes them: name, tab, value, which is
    /// quoted if it holds a tab or a line break.
    void copySelection() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    FieldModel* m_model;
};

} // namespace leadway
