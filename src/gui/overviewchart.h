#pragma once

#include "app/overview.h"
#include "gui/chartplan.h"

#include <QLocale>
#include <QWidget>

namespace leadway
{

/// The picture of an Overview: a bar for each of its days or months, in pieces by channel, hatched where the
/// messages are not loaded. The mouse, or the arrow keys, point at a bar, which is told in words then; a
/// click or Enter chooses it. Right to left, time runs so too. The window's thread; owned by its panel.
class OverviewChart : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewChart(QWidget* parent = nullptr);

    void setOverview(const Overview& overview, const QLocale& locale);

    /// The one that was pointed at last, by mouse or keys; -1: none.
    int currentBar() const { return m_current; }
    /// All of its column, in which a click chooses it.
    QRect columnOf(int bar) const;
    /// What is painted for it; empty if there is nothing.
    QRect barRect(int bar) const;
    /// Where it is said that messages are not loaded; empty if all are.
    QRect unloadedRect() const;
    /// The words for it; empty if there is no room for them.
    QRect labelRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void barChosen(int bar);
    /// What the bar says; empty if none is pointed at any more.
    void pointedAt(const QString& sentence);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    ChartPlan plan() const;
    QRect mirrored(const QRect& rect) const;
    int barAt(const QPoint& place) const;
    int barCount() const { return static_cast<int>(m_overview.bars.size()); }
    QString sentence(int bar) const;
    void pointAt(int bar);
    void say();
    void tellName();
    void paintScale(QPainter& painter, const ChartPlan& plan) const;
    QRect labelOf(const ChartPlan& plan) const;
    void paintUnloaded(QPainter& painter, const ChartPlan& plan) const;
    void paintBar(QPainter& painter, const ChartPlan& plan, int bar) const;
    void paintLabels(QPainter& painter, const ChartPlan& plan) const;
    void paintLegend(QPainter& painter, const ChartPlan& plan) const;
    void paintEmpty(QPainter& painter) const;

    Overview m_overview;
    QLocale m_locale;
    QDate m_currentDay; // of the bar that is pointed at
    int m_current = -1;
    QString m_said;
    int m_pressed = -1;
};

} // namespace leadway
