#include "gui/overviewchart.h"

#include "app/wording.h"
#include "app/wordingoverview.h"
#include "format/words.h"
#include "gui/channelfill.h"
#include "gui/colours.h"
#include "gui/fieldnote.h"
#include "gui/tooltip.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace leadway
{

namespace
{

constexpr int kLabelGap = ChartPlan::kLabelGap;
constexpr int kSwatch = ChartPlan::kSwatch;
constexpr int kChartHeight = 120;

// Without it, screen readers would take it for an area that only holds others.
QAccessibleInterface* accessibleChart(const QString& /*className*/, QObject* object)
{
    auto* const chart = qobject_cast<OverviewChart*>(object);
    return chart ? new QAccessibleWidget(chart, QAccessible::Chart) : nullptr;
}

} // namespace

OverviewChart::OverviewChart(QWidget* parent)
    : QWidget(parent)
{
    QAccessible::installFactory(accessibleChart); // once, however often it is asked for
    setFontStep(*this, -1);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OverviewChart::setOverview(const Overview& overview, const QLocale& locale)
{
    m_overview = overview;
    m_locale = locale;
    m_current = m_currentDay.isValid() ? m_overview.barOf(m_currentDay) : -1;
    tellName();
    say();
    update();
}

QSize OverviewChart::sizeHint() const
{
    const int lines = (fontMetrics().height() + 1) * static_cast<int>(std::size(kEveryChannel));
    return {400, std::max(kChartHeight, lines + 2 * ChartPlan::kEdge)};
}

QSize OverviewChart::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

QRect OverviewChart::mirrored(const QRect& rect) const
{
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

ChartPlan OverviewChart::plan() const
{
    const QFontMetrics metrics = fontMetrics();
    ChartPlan::Texts texts;
    for (const Channel channel : kEveryChannel) {
        if (m_overview.all.of(channel) > 0) {
            texts.legend = std::max(texts.legend, metrics.horizontalAdvance(channelWord(channel)));
        }
    }
    texts.scale = metrics.horizontalAdvance(wording::number(ChartPlan::topOf(m_overview), m_locale));
    texts.unloaded = metrics.horizontalAdvance(tr("not loaded yet"));
    return {m_overview, size(), metrics, texts};
}

QRect OverviewChart::columnOf(int bar) const
{
    return mirrored(plan().column(bar));
}

QRect OverviewChart::barRect(int bar) const
{
    const QRect found = plan().body(bar);
    return found.isEmpty() ? QRect() : mirrored(found);
}

QRect OverviewChart::unloadedRect() const
{
    const QRect found = plan().unloaded();
    return found.isEmpty() ? QRect() : mirrored(found);
}

QRect OverviewChart::labelRect() const
{
    const QRect label = labelOf(plan());
    return label.isEmpty() ? QRect() : mirrored(label);
}

// Nothing where there is too little room.
QRect OverviewChart::labelOf(const ChartPlan& plan) const
{
    const QRect room = plan.unloadedFree();
    QRect label(QPoint(),
                fontMetrics().size(Qt::TextSingleLine, tr("not loaded yet")) + QSize(2 * kLabelGap, 2));
    label.moveCenter(room.center());
    return label.width() <= room.width() ? label : QRect();
}

int OverviewChart::barAt(const QPoint& place) const
{
    return plan().barAt(mirrored({place, QSize(1, 1)}).left());
}

QString OverviewChart::sentence(int bar) const
{
    return bar < 0 ? QString()
                   : wording::barSentence(m_overview.bars[static_cast<std::size_t>(bar)], m_overview.span,
                                          m_locale);
}

void OverviewChart::pointAt(int bar)
{
    if (bar == m_current) {
        return;
    }
    m_current = bar;
    m_currentDay = bar < 0 ? QDate() : m_overview.bars[static_cast<std::size_t>(bar)].first;
    setCursor(bar < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    tellName();
    say();
    update();
}

void OverviewChart::say()
{
    const QString now = sentence(m_current);
    if (now != m_said) {
        m_said = now;
        Q_EMIT pointedAt(now);
    }
}

// While one moves from bar to bar, a screen reader reads the bar.
void OverviewChart::tellName()
{
    setAccessibleName(hasFocus() && m_current >= 0 ? sentence(m_current)
                                                   : wording::overviewTitle(m_overview, m_locale));
    setAccessibleDescription(wording::overviewSummary(m_overview, m_locale));
}

void OverviewChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_overview.bars.empty()) {
        paintEmpty(painter);
        return;
    }
    const ChartPlan where = plan();
    if (m_current >= 0) {
        constexpr qreal pale = 0.14;
        painter.fillRect(mirrored(where.column(m_current)),
                         mixed(palette().color(QPalette::Base), colour(Tint::Accent, palette()), pale));
    }
    paintScale(painter, where);
    paintUnloaded(painter, where);
    for (int bar = 0; bar < barCount(); ++bar) {
        paintBar(painter, where, bar);
    }
    painter.fillRect(mirrored({where.plot().left(), where.plot().bottom() + 1, where.plot().width(), 1}),
                     outline(palette()));
    paintLabels(painter, where);
    paintLegend(painter, where);
    if (hasFocus()) {
        const QRect place = m_current >= 0 ? mirrored(where.column(m_current)).adjusted(-2, -2, 2, 3)
                                           : rect().adjusted(1, 1, -1, -1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(Tint::Accent, palette()), 2));
        painter.drawRect(place);
    }
}

void OverviewChart::paintEmpty(QPainter& painter) const
{
    painter.setPen(colour(Tint::Secondary, palette()));
    painter.drawText(rect(), Qt::AlignCenter,
                     m_overview.isWhole ? tr("No message has a date") : tr("Fetching messages…"));
}

void OverviewChart::paintScale(QPainter& painter, const ChartPlan& plan) const
{
    const int line = fontMetrics().height();
    std::vector<qint64> marks = {plan.top()};
    if (plan.top() % 2 == 0) {
        marks.push_back(plan.top() / 2);
    }
    for (const qint64 mark : marks) {
        const int y = mark == plan.top() ? plan.plot().top() : plan.plot().center().y();
        painter.fillRect(mirrored({plan.plot().left(), y, plan.plot().width(), 1}), hairline(palette()));
        painter.setPen(colour(Tint::Secondary, palette()));
        painter.drawText(
            mirrored({0, y - line / 2, plan.plot().left() - kLabelGap, line}),
            static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)),
            wording::number(mark, m_locale));
    }
}

void OverviewChart::paintUnloaded(QPainter& painter, const ChartPlan& plan) const
{
    const QRect place = plan.unloaded();
    if (place.isEmpty()) {
        return;
    }
    constexpr qreal pale = 0.35;
    const QColor line = mixed(palette().color(QPalette::Base), palette().color(QPalette::WindowText), pale);
    painter.fillRect(mirrored(place), QBrush(line, Qt::FDiagPattern));
    if (const QRect label = labelOf(plan); !label.isEmpty()) {
        painter.fillRect(mirrored(label), palette().color(QPalette::Base));
        painter.setPen(colour(Tint::Secondary, palette()));
        painter.drawText(mirrored(label), Qt::AlignCenter, tr("not loaded yet"));
    }
}

void OverviewChart::paintBar(QPainter& painter, const ChartPlan& plan, int bar) const
{
    const QRect whole = plan.body(bar);
    const ChannelCounts& counts = m_overview.bars[static_cast<std::size_t>(bar)].counts;
    const auto total = static_cast<double>(counts.total());
    qint64 below = 0;
    int bottom = whole.bottom() + 1;
    for (const Channel channel : kEveryChannel) {
        const qint64 count = counts.of(channel);
        if (count > 0) {
            below += count;
            const int top =
                whole.bottom() + 1 -
                static_cast<int>(std::lround(static_cast<double>(below) / total * whole.height()));
            fillForChannel(painter, mirrored({whole.left(), top, whole.width(), bottom - top}), channel,
                           palette());
            bottom = top;
        }
    }
}

void OverviewChart::paintLabels(QPainter& painter, const ChartPlan& plan) const
{
    std::vector<QString> labels;
    int widest = 1;
    for (const CountBar& bar : m_overview.bars) {
        labels.push_back(wording::barLabel(bar, m_overview.span, m_locale));
        widest = std::max(widest, fontMetrics().horizontalAdvance(labels.back()));
    }
    const auto step =
        static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 2 * kLabelGap) / plan.columnWidth())));
    painter.setPen(colour(Tint::Secondary, palette()));
    for (std::size_t bar = 0; bar < labels.size(); bar += step) {
        const int width = fontMetrics().horizontalAdvance(labels[bar]) + 2;
        const int middle = plan.column(static_cast<int>(bar)).center().x();
        const int left = std::clamp(middle - width / 2, plan.plot().left(),
                                    std::max(plan.plot().left(), plan.plot().right() + 1 - width));
        painter.drawText(mirrored({left, plan.labelsTop(), width, fontMetrics().height()}), Qt::AlignCenter,
                         labels[bar]);
    }
}

// In the order in which the pieces of a bar lie on each other.
void OverviewChart::paintLegend(QPainter& painter, const ChartPlan& plan) const
{
    const int line = fontMetrics().height() + 1;
    int bottom = plan.legend().bottom() + 1;
    for (const Channel channel : kEveryChannel) {
        if (m_overview.all.of(channel) == 0) {
            continue;
        }
        const QRect row(plan.legend().left(), bottom - line, plan.legend().width(), line);
        fillForChannel(painter,
                       mirrored({row.left(), row.center().y() - kSwatch / 2 + 1, kSwatch, kSwatch - 1}),
                       channel, palette());
        painter.setPen(colour(Tint::Text, palette()));
        painter.drawText(
            mirrored(row.adjusted(kSwatch + kLabelGap, 0, 0, 0)),
            static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
            channelWord(channel));
        bottom -= line;
    }
}

bool OverviewChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const int bar = barAt(help->pos());
        QToolTip::showText(help->globalPos(), plainToolTip(sentence(bar)), this,
                           bar < 0 ? rect() : columnOf(bar));
        return true;
    }
    return QWidget::event(event);
}

void OverviewChart::mouseMoveEvent(QMouseEvent* event)
{
    pointAt(barAt(event->position().toPoint()));
}

void OverviewChart::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? barAt(event->position().toPoint()) : -1;
}

void OverviewChart::mouseReleaseEvent(QMouseEvent* event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (event->button() == Qt::LeftButton && pressed >= 0 && pressed == barAt(event->position().toPoint())) {
        Q_EMIT barChosen(pressed);
    }
}

void OverviewChart::leaveEvent(QEvent* event)
{
    if (!hasFocus()) {
        pointAt(-1);
    }
    QWidget::leaveEvent(event);
}

void OverviewChart::keyPressEvent(QKeyEvent* event)
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int last = barCount() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (event->key() == Qt::Key_Right) != isMirrored ? 1 : -1;
        pointAt(std::clamp(m_current + step, std::min(0, last), last));
        return;
    }
    case Qt::Key_Home:
        pointAt(std::min(0, last));
        return;
    case Qt::Key_End:
        pointAt(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0) {
            Q_EMIT barChosen(m_current);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// With the last bar that has something, so that the keys begin where messages are.
void OverviewChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason) {
        int bar = barCount() - 1;
        while (bar > 0 && m_overview.bars[static_cast<std::size_t>(bar)].counts.total() == 0) {
            --bar;
        }
        pointAt(bar);
    }
    tellName();
    update();
}

void OverviewChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    pointAt(-1);
    tellName();
    update();
}

} // namespace leadway
