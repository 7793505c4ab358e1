#include "gui/chartplan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace leadway
{

namespace
{

constexpr int kSide = 16;         // margins left and right
constexpr int kWidestColumn = 72; // a few bars do not fill the whole width
constexpr int kWidestBar = 40;

} // namespace

qint64 ChartPlan::topOf(const Overview& overview)
{
    qint64 most = 1;
    for (const CountBar& bar : overview.bars) {
        most = std::max(most, bar.counts.total());
    }
    constexpr std::array<int, 8> steps = {1, 2, 3, 4, 5, 6, 8, 10};
    for (qint64 power = 1;; power *= 10) {
        for (const int step : steps) {
            if (step * power >= most) {
                return step * power;
            }
        }
    }
}

ChartPlan::ChartPlan(const Overview& overview, QSize size, const QFontMetrics& metrics, const Texts& texts)
    : m_overview(overview)
    , m_top(topOf(overview))
{
    QRect room = QRect(QPoint(), size).adjusted(kSide, kEdge + metrics.height() / 2, -kSide, -kEdge);
    if (texts.legend > 0) {
        const int width = texts.legend + kSwatch + kLabelGap;
        m_legend = {room.right() + 1 - width, kEdge, width, size.height() - 2 * kEdge};
        room.setRight(m_legend.left() - kSide);
    }
    room.setLeft(room.left() + texts.scale + kLabelGap);
    m_labelsTop = room.bottom() + 1 - metrics.height();
    room.setBottom(m_labelsTop - kLabelGap / 2);
    m_plot = room;

    // How far it goes on beyond the bars nobody knows, so a piece of fixed width stands for it.
    const int piece = std::min(room.width() / 3, texts.unloaded + 2 * kLabelGap);
    m_bars = room.adjusted(overview.hasMoreBefore ? piece : 0, 0, overview.hasMoreAfter ? -piece : 0, 0);
    m_columnWidth =
        std::min<double>(m_bars.width() / std::max(1.0, static_cast<double>(barCount())), kWidestColumn);
}

QRect ChartPlan::column(int bar) const
{
    const int left = m_bars.left() + static_cast<int>(std::lround(bar * m_columnWidth));
    const int right = m_bars.left() + static_cast<int>(std::lround((bar + 1) * m_columnWidth));
    return {left, m_plot.top(), right - left, m_plot.height()};
}

QRect ChartPlan::body(int bar) const
{
    const qint64 count = m_overview.bars[static_cast<std::size_t>(bar)].counts.total();
    if (count == 0) {
        return {};
    }
    const QRect room = column(bar);
    constexpr int share = 5; // of the column are gap
    const int gap = std::max(room.width() > 2 ? 1 : 0, room.width() / share);
    const int width = std::clamp(room.width() - gap, 1, kWidestBar);
    constexpr int leastHeight = 2; // or a single message would not be seen beside thousands
    const double part = static_cast<double>(count) / static_cast<double>(m_top);
    const int height = std::max(leastHeight, static_cast<int>(std::lround(part * m_plot.height())));
    return {room.left() + (room.width() - width) / 2, m_plot.bottom() + 1 - height, width, height};
}

// On one side of what is loaded, so it is one piece.
QRect ChartPlan::unloaded() const
{
    QRect found;
    if (m_overview.hasMoreBefore) {
        found |= QRect(m_plot.left(), m_plot.top(), m_bars.left() - m_plot.left(), m_plot.height());
    }
    for (int bar = 0; bar < barCount(); ++bar) {
        if (m_overview.bars[static_cast<std::size_t>(bar)].loaded != Overview::Loaded::All) {
            found |= column(bar);
        }
    }
    if (m_overview.hasMoreAfter) {
        const int left = m_bars.left() + static_cast<int>(std::lround(barCount() * m_columnWidth));
        found |= QRect(left, m_plot.top(), m_plot.right() - m_bars.right(), m_plot.height());
    }
    return found;
}

// A day of which some is loaded has a bar, at one of the edges.
QRect ChartPlan::unloadedFree() const
{
    QRect free = unloaded();
    for (int bar = 0; bar < barCount(); ++bar) {
        const QRect body = this->body(bar);
        if (body.isEmpty() || body.right() < free.left() || body.left() > free.right()) {
            continue;
        }
        if (body.left() - free.left() >= free.right() - body.right()) {
            free.setRight(body.left() - 1);
        } else {
            free.setLeft(body.right() + 1);
        }
    }
    return free;
}

int ChartPlan::barAt(int x) const
{
    const int bar = static_cast<int>(std::floor((x - m_bars.left() + 0.5) / m_columnWidth));
    return x >= m_bars.left() && x <= m_bars.right() && bar < barCount() ? bar : -1;
}

} // namespace leadway
