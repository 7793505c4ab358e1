#pragma once

#include "app/previewrows.h"
#include "app/roworder.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace leadway
{

/// What is looked for in the rows of a preview, and from where on.
struct RowSearch {
    PreviewSnapshot rows;
    RowOrder order;
    int from = 0; ///< a row of that order; what is before it is looked through last
    QString needle;
    /// Of so many rows, the first to come, it is known already whether they match: they are passed over, and
    /// the others are looked at in the order they came.
    int known = 0;
};

/// Looks for a text in what the table shows of the contact and of the message, whatever its case and accents:
/// row after row from where it is told, and from the start again up to there. It begins when it is made,
/// goes slice by slice through the event loop, and ends with it: a new search is a new finder. Lives on the
/// worker's thread.
class RowFinder : public QObject
{
    Q_OBJECT

public:
    explicit RowFinder(RowSearch search, QObject* parent = nullptr);
    ~RowFinder() override;

    static constexpr int kSlice = 8192; // rows; a few milliseconds

Q_SIGNALS:
    /// The numbers of rows that match, in the order in which they were looked at; the first comes at once. A
    /// row keeps its number whatever the order.
    void found(const QList<int>& numbers);
    /// All rows were looked at.
    void ended();

private:
    class Matcher;
    void lookOn();

    RowSearch m_search;
    std::unique_ptr<Matcher> m_matcher;
    int m_done = 0; // rows
    QTimer m_timer;
};

} // namespace leadway
