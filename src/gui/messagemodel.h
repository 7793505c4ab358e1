#pragma once

#include "app/previewrows.h"
#include "app/roworder.h"
#include "gui/icons.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <QTimer>

#include <chrono>
#include <vector>

namespace leadway
{

/// The messages of a preview for the table, in the order they were handed in or turned round. It holds rows
/// and asks for more by a signal; where they come from is not its business, so it never blocks. However fast
/// rows come, its views are told of them four times a second at most. Owned by the table's pane; the window's
/// thread.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Date, Channel, Direction, Contact, Text, Status };
    static constexpr int kColumns = 6;

    /// What the delegate needs beyond the text of DisplayRole.
    enum Role {
        DayRole = Qt::UserRole, ///< "Today", "Yesterday", "12 Nov"
        TimeRole,               ///< "17:42"
        IsFirstOfDayRole,
        GlyphRole,   ///< a Glyph as an int
        SubjectRole, ///< what stands before the text, in bold
        TextRole,    ///< the text without the subject
        IsQuietRole, ///< words of ours in the place of a text
        HasAttachmentsRole,
        IsFailedRole,
    };

    explicit MessageModel(const QTimeZone& zone, QObject* parent = nullptr);

    static constexpr std::chrono::milliseconds kPause{250};

    void clear();
    /// The first rows are there at once, and so are others after a pause; those in between are gathered.
    void append(const QList<PreviewRow>& rows);
    /// Ends the gathering: what was appended is there.
    void showGathered();
    bool isGathering() const { return m_order.size() < m_rows.size(); }
    /// Turns round the order of the dates; undated rows stay last. Rows that come later find their place.
    void turn();
    const RowOrder& order() const { return m_order; }
    /// All rows that were appended, by their numbers in order(); to be copied.
    const PreviewSnapshot& snapshot() const { return m_rows; }
    /// Whether more rows can be asked for now.
    void setCanLoadMore(bool canLoadMore) { m_canLoadMore = canLoadMore; }
    /// Days are told relative to this one.
    void setToday(QDate today);
    /// The words change with the installed translators; all rows are told to be new.
    void setLocale(const QLocale& locale);

    PreviewRow row(int row) const { return m_rows.at(m_order.numberAt(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    QString display(int row, Column column) const;
    QVariant extra(int row, Column column, int role) const;
    /// By the wall clock of the zone; invalid for an undated message.
    QDateTime localTime(int row) const;
    QString dayWord(QDate day) const;
    void insert(int row, int count);
    void tellAllChanged();
    void freeSome();

    PreviewRows m_rows;
    std::vector<PreviewSnapshot> m_leaving; // what was cleared, freed little by little
    QTimer m_leave;
    RowOrder m_order; // of the rows that the views know
    QTimer m_pause;   // while it runs, rows are gathered
    bool m_isNewlyNamed = false;
    QTimeZone m_zone;
    QLocale m_locale;
    QDate m_today;
    bool m_canLoadMore = false;
};

} // namespace leadway
