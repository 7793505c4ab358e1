#pragma once

#include "app/previewrow.h"
#include "gui/actionbuttons.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace leadway
{

class ColumnsMenu;
class FindBar;
class GlyphLabel;
class MessageFind;
class MessageModel;
class MessageTable;
class NoticePage;

/// The messages of a preview: how many are shown, and the table, or what there is to say in its place. Owned
/// by the window, whose thread it lives on.
class MessagePane : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePane(const QTimeZone& zone, QWidget* parent = nullptr);

    /// Back to the beginning, when nothing has been asked for.
    void clear();
    /// A preview begins in the place of the one before.
    void begin(Qt::SortOrder order);
    void appendRows(const QList<PreviewRow>& rows);
    void setState(const PreviewState& state);
    /// Whether all rows have come, so that they can be turned round here.
    bool isComplete() const { return hasRows() && m_state.atEnd; }
    /// The form now asks for something else than what is shown.
    void setFiltersChanged(bool isChanged);
    void setLocale(const QLocale& locale);

    const PreviewState& state() const { return m_state; }
    /// The message of the row that was chosen last.
    std::optional<SpoolPosition> currentMessage() const;
    /// The row itself; an empty one if none was chosen.
    PreviewRow currentRow() const;
    /// Its number in the model's order(); -1 if none was chosen.
    int currentNumber() const;
    /// Those on top of the table, as far as there are so many.
    QList<SpoolPosition> firstMessages(int most) const;
    bool hasRows() const;
    bool isLoading() const { return m_hasBegun && m_state.isLoading; }
    /// Below the head; `widget` comes to belong to the pane.
    void insertAboveTable(QWidget& widget);
    MessageTable& table() { return *m_table; }
    MessageModel& model() { return *m_model; }
    /// In the rows that are there.
    MessageFind& find() { return *m_find; }

Q_SIGNALS:
    void moreWanted();
    void otherOrderWanted();
    void showAgainRequested();
    void currentMessageChanged();
    /// Enter, or a double click.
    void messageActivated();
    void triggered(leadway::Action action);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpHead();
    void setUpFind();
    void fitHead();
    void goOnLooking();
    bool isLookingStopped() const;
    void tell();
    void tellNews();
    QWidget* pageFor() const;

    QTimeZone m_zone;
    QLocale m_locale;
    PreviewState m_state;
    bool m_hasBegun = false;
    bool m_areFiltersChanged = false;

    MessageModel* m_model;
    QWidget* m_head;
    QLabel* m_showing;
    GlyphLabel* m_newsGlyph;
    QLabel* m_news;
    QPushButton* m_newsButton;
    FindBar* m_findBar;
    QToolButton* m_columnsButton;
    QStackedWidget* m_stack;
    NoticePage* m_emptyPage;
    NoticePage* m_loadingPage;
    NoticePage* m_noMatchPage;
    NoticePage* m_errorPage;
    MessageTable* m_table;
    ColumnsMenu* m_columnsMenu;
    MessageFind* m_find = nullptr; // uses the bar, the model and the table
};

} // namespace leadway
