#pragma once

#include "app/overview.h"

#include <QLocale>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QBoxLayout;
class QStackedWidget;
class QToolButton;

namespace leadway
{

class CountsTable;
class ElidedLabel;
class OverviewChart;

/// How the messages of a preview lie in time, above their table: a line that says it in words, and a picture
/// or its numbers. It counts rows as they come, and shows them four times a second at most. It asks for all
/// rows if a person wants that. Where the table below would be left with too little room, it shows less, at
/// last nothing. The window's thread; owned by the pane of the messages, in whose layout it is.
class OverviewPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kPause{250};

    explicit OverviewPanel(const QTimeZone& zone, QWidget* parent = nullptr);

    /// Another preview begins; what is chosen of the days is shown whole.
    void begin(const MessageQuery& query);
    /// They are shown with the next state, which tells what they are a part of.
    void append(const QList<PreviewRow>& rows);
    void setState(const PreviewState& state);
    void clear();
    void setLocale(const QLocale& locale);
    /// Offers to go back to other dates, which are named; to none if that is empty.
    void setWayBack(const QString& dates);
    /// No more is asked for than what the table wants.
    void stopLoading();

    const Overview& overview() const { return m_overview; }
    /// Whether there is room for more than the line of words, once it was laid out.
    bool hasRoom() const { return m_form == Form::Whole; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; } // it gives way

Q_SIGNALS:
    /// These days alone are wanted, both included.
    void daysChosen(QDate first, QDate last);
    void backRequested();
    void moreWanted();
    /// What a person points at, in words; empty if nothing is any more.
    void pointedAt(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Form { None, Words, Whole };

    void setUpHead();
    void setUpViews();
    void choose(int bar);
    void showNumbers(bool areNumbers);
    bool areNumbersShown() const;
    void toggleLoading();
    void askForMore();
    void refresh();
    void showNow();
    void tell();
    int headHeight() const;
    void fit();

    QTimeZone m_zone;
    QLocale m_locale;
    MessageCounts m_counts;
    Days m_chosen;
    SortOrder m_order = SortOrder::Descending;
    PreviewState m_state;
    Overview m_overview; // as it is shown
    QString m_wayBack;
    bool m_isLoadingAll = false;
    QTimer m_pause; // while it runs, what comes is counted but not shown
    bool m_isBehind = false;
    Form m_form = Form::None;
    QSize m_laidOut; // what it asked its layout for

    QWidget* m_head;
    ElidedLabel* m_title;
    QToolButton* m_back;
    QToolButton* m_load;
    QToolButton* m_numbers;
    QStackedWidget* m_views;
    OverviewChart* m_chart;
    CountsTable* m_table;
};

} // namespace leadway
