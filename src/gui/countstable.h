#pragma once

#include "app/overview.h"

#include <QLocale>
#include <QTableView>

namespace leadway
{

class CountsModel;

/// The numbers of an Overview as a table: Ctrl+C copies the selected rows, with the names of the columns, for
/// a spreadsheet; Enter or a double click chooses a row's days. The window's thread; owned by its panel.
class CountsTable : public QTableView
{
    Q_OBJECT

public:
    explicit CountsTable(QWidget* parent = nullptr);

    void setOverview(const Overview& overview, const QLocale& locale);
    void copySelection() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void barChosen(int bar);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitColumns();

    CountsModel* m_model;
};

} // namespace leadway
