#pragma once

#include "app/foundrows.h"
#include "app/rowfinder.h"

#include <QLocale>
#include <QObject>

namespace leadway
{

class FindBar;
class MessageModel;
class MessageTable;

/// Finding in the rows of the table, as its bar is typed into: hands out the search, and goes to what was
/// found of it. The first match from the row on at which the search began becomes the current row; which
/// match is "3" of 17 is always told by the current row. Rows that load later are looked through as well.
/// Owned by the pane of all three, whose thread it lives on.
class MessageFind : public QObject
{
    Q_OBJECT

public:
    MessageFind(FindBar& bar, MessageModel& model, MessageTable& table, QObject* parent = nullptr);

    void open();
    void next();
    void previous();
    /// True if there was something to be closed.
    bool close();
    void setLocale(const QLocale& locale);

    /// Of the search handed out last.
    void takeFound(const QList<int>& numbers);
    void takeEnd();

Q_SIGNALS:
    void searchWanted(const leadway::RowSearch& search);
    /// The search handed out last is of no use any more.
    void searchDropped();

private:
    void onTextChanged();
    void onRowsInserted();
    void onRowsChanged();
    void onReset();
    void search(int known);
    void goOn();
    void step(int row);
    void tell();
    int currentRow() const;

    FindBar& m_bar;
    MessageModel& m_model;
    MessageTable& m_table;
    QLocale m_locale;
    FoundRows m_found;
    FoundRows m_foundAgain; // while rows that may read otherwise by now are looked through again
    bool m_isAgain = false;
    bool m_isSearching = false;
    bool m_isFirst = false; // of the word, in the rows that there were
    bool m_isStale = false; // rows that were looked through may read otherwise by now
    bool m_goesToFirst = false;
    int m_searched = 0; // rows that the search handed out last knows
    int m_start = 0;    // the number of the row it began at
};

} // namespace leadway
