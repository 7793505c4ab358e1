#pragma once

#include "app/overview.h"

#include <QFontMetrics>
#include <QRect>

namespace leadway
{

/// Where everything is in the picture of an Overview: columns of equal width, a bar in each, what is not
/// loaded, and the names of the channels beside it. As if time ran from left to right in any case; who paints
/// it mirrors it. A value; pure.
class ChartPlan
{
public:
    /// The texts that need room: the widest channel, the end of the scale, what is said of the unloaded.
    struct Texts {
        int legend = 0; ///< 0: there is none
        int scale = 0;
        int unloaded = 0;
    };

    static constexpr int kLabelGap = 6;
    static constexpr int kSwatch = 12;
    static constexpr int kEdge = 4; ///< above and below

    /// What the height of the plot stands for: a round number, at least as large as every bar.
    static qint64 topOf(const Overview& overview);

    /// `overview` must outlive it.
    ChartPlan(const Overview& overview, QSize size, const QFontMetrics& metrics, const Texts& texts);

    const QRect& plot() const { return m_plot; } ///< the bars, and what is not loaded beside them
    const QRect& legend() const { return m_legend; }
    int labelsTop() const { return m_labelsTop; } ///< of those below the bars
    double columnWidth() const { return m_columnWidth; }
    qint64 top() const { return m_top; }

    /// All of the column, from the upper to the lower edge of the plot.
    QRect column(int bar) const;
    /// The bar in it; empty if there is nothing.
    QRect body(int bar) const;
    /// What is not loaded; empty if all is.
    QRect unloaded() const;
    /// The part of it that no bar stands in, where words may.
    QRect unloadedFree() const;
    /// The column at a place, wherever that is in its height; -1 if there is none.
    int barAt(int x) const;

private:
    int barCount() const { return static_cast<int>(m_overview.bars.size()); }

    const Overview& m_overview;
    qint64 m_top = 1;
    QRect m_plot;
    QRect m_bars;
    QRect m_legend;
    int m_labelsTop = 0;
    double m_columnWidth = 1;
};

} // namespace leadway
