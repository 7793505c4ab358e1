#include "format/overviewsheet.h"

#include "core/fileerror.h"
#include "format/countwords.h"
#include "format/words.h"
#include "format/xlsxvalues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <xlsxwriter.h>

namespace leadway
{

namespace
{

// What tells the channels apart on the screen, and on paper without colours.
struct ChannelLook {
    lxw_color_t colour;
    std::uint8_t pattern;
};
constexpr std::array<ChannelLook, std::size(kEveryChannel)> kLooks = {{
    {0x1a63b0, LXW_CHART_PATTERN_NONE},
    {0x8f5a00, LXW_CHART_PATTERN_NARROW_HORIZONTAL},
    {0xb3261e, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL},
    {0x1b7a43, LXW_CHART_PATTERN_PERCENT_50},
    {0x1a63b0, LXW_CHART_PATTERN_NARROW_VERTICAL},
    {0xb3261e, LXW_CHART_PATTERN_SMALL_GRID},
    {0x66707a, LXW_CHART_PATTERN_PERCENT_20},
}};

const char* dateForm(BarSpan span)
{
    switch (span) {
    case BarSpan::Day:
        return "yyyy-mm-dd";
    case BarSpan::Month:
        return "mmm yyyy";
    case BarSpan::Year:
    case BarSpan::Decade:
    case BarSpan::Century:
        break;
    }
    return "yyyy";
}

class OverviewSheet
{
public:
    OverviewSheet(lxw_workbook* workbook, const MessageCounts& counts)
        : m_workbook(workbook)
        , m_counts(counts)
        , m_made(counts.bars())
    {
        for (const Channel channel : kEveryChannel) {
            if (counts.all().of(channel) > 0) {
                m_channels.push_back(channel);
            }
        }
    }

    Result<SheetContent> write()
    {
        const QString name =
            QCoreApplication::translate("leadway::OverviewSheet", "Overview", "name of a sheet");
        m_name = name.toStdString();
        errno = 0;
        m_sheet = workbook_add_worksheet(m_workbook, m_name.c_str());
        m_bold = m_sheet ? workbook_add_format(m_workbook) : nullptr;
        m_number = m_bold ? workbook_add_format(m_workbook) : nullptr;
        m_boldNumber = m_number ? workbook_add_format(m_workbook) : nullptr;
        m_date = m_boldNumber ? workbook_add_format(m_workbook) : nullptr;
        if (!m_date) {
            const bool isFull = isForLackOfRoom(errno);
            return Error{isFull ? ErrorKind::DiskFull : ErrorKind::Storage,
                         0,
                         QStringLiteral("the overview cannot be added"),
                         {}};
        }
        format_set_bold(m_bold);
        format_set_bold(m_boldNumber);
        format_set_num_format(m_number, "#,##0");
        format_set_num_format(m_boldNumber, "#,##0");
        format_set_num_format(m_date, dateForm(m_made.span));
        format_set_align(m_date, LXW_ALIGN_LEFT);
        worksheet_freeze_panes(m_sheet, 1, 1);
        writeHeader();
        for (const CountBar& bar : m_made.bars) {
            writeDays(bar);
            writeCounts(bar.counts, m_number);
        }
        if (m_counts.undated().total() > 0) {
            writeText(0, undatedWord(), nullptr);
            writeCounts(m_counts.undated(), m_number);
        }
        writeText(0, totalWord(), m_bold);
        writeCounts(m_counts.all(), m_boldNumber);
        if (!m_made.bars.empty()) {
            addChart();
        }
        return m_error == LXW_NO_ERROR
                   ? Result<SheetContent>(m_content)
                   : Error{ErrorKind::Storage, 0, QString::fromLatin1(lxw_strerror(m_error)), {}};
    }

private:
    lxw_col_t totalColumn() const { return static_cast<lxw_col_t>(m_channels.size() + 1); }

    void check(lxw_error code) { m_error = m_error == LXW_NO_ERROR ? code : m_error; }

    void writeText(lxw_col_t column, const QString& text, lxw_format* format)
    {
        const std::string bytes = text.toStdString();
        ++m_content.cells;
        m_content.textBytes += std::ssize(bytes);
        check(worksheet_write_string(m_sheet, m_row, column, bytes.c_str(), format));
    }

    void writeNumber(lxw_col_t column, double number, lxw_format* format)
    {
        ++m_content.cells;
        check(worksheet_write_number(m_sheet, m_row, column, number, format));
    }

    void endRow()
    {
        ++m_content.rows;
        ++m_row;
    }

    void writeHeader()
    {
        constexpr double dayWidth = 14;
        constexpr double countWidth = 13;
        check(worksheet_set_column(m_sheet, 0, 0, dayWidth, nullptr));
        check(worksheet_set_column(m_sheet, 1, totalColumn(), countWidth, nullptr));
        writeText(0, spanWord(m_made.span), m_bold);
        lxw_col_t column = 1;
        for (const Channel channel : m_channels) {
            writeText(column++, channelWord(channel), m_bold);
        }
        writeText(column, totalWord(), m_bold);
        endRow();
    }

    void writeDays(const CountBar& bar)
    {
        const std::string first = bar.first.toString(Qt::ISODate).toStdString() + " 00:00:00";
        const auto moment = excelMoment(first);
        if (m_made.span == BarSpan::Decade || m_made.span == BarSpan::Century) {
            writeText(0, QStringLiteral("%1–%2").arg(bar.first.year()).arg(bar.last.year()), nullptr);
        } else if (moment) {
            writeNumber(0, *moment, m_date);
        } else {
            writeText(0, bar.first.toString(Qt::ISODate), nullptr);
        }
    }

    void writeCounts(const ChannelCounts& counts, lxw_format* format)
    {
        lxw_col_t column = 1;
        for (const Channel channel : m_channels) {
            writeNumber(column++, static_cast<double>(counts.of(channel)), format);
        }
        writeNumber(column, static_cast<double>(counts.total()), format);
        endRow();
    }

    void addChart()
    {
        lxw_chart* const chart = workbook_add_chart(m_workbook, LXW_CHART_COLUMN_STACKED);
        if (!chart) {
            check(LXW_ERROR_MEMORY_MALLOC_FAILED);
            return;
        }
        const auto last = static_cast<lxw_row_t>(m_made.bars.size());
        lxw_col_t column = 1;
        for (const Channel channel : m_channels) {
            lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
            chart_series_set_categories(series, m_name.c_str(), 1, 0, last, 0);
            chart_series_set_values(series, m_name.c_str(), 1, column, last, column);
            chart_series_set_name_range(series, m_name.c_str(), 0, column);
            show(series, channel);
            ++column;
        }
        const QString what = QCoreApplication::translate("leadway::OverviewSheet", "Messages by channel",
                                                         "title of a picture");
        std::string title = what.toStdString();
        chart_title_set_name(chart, title.c_str());
        chart_axis_set_num_format(chart->x_axis, dateForm(m_made.span));
        constexpr std::uint16_t gap = 30; // per cent of a column
        chart_set_series_gap(chart, gap);
        lxw_chart_options where = {};
        where.x_scale = 1.8;
        where.y_scale = 1.5;
        where.description = title.data();
        check(
            worksheet_insert_chart_opt(m_sheet, 1, static_cast<lxw_col_t>(totalColumn() + 2), chart, &where));
    }

    static void show(lxw_chart_series* series, Channel channel)
    {
        const auto* const place = std::find(std::begin(kEveryChannel), std::end(kEveryChannel), channel);
        const ChannelLook& look = kLooks.at(static_cast<std::size_t>(place - std::begin(kEveryChannel)));
        lxw_chart_line outline = {};
        outline.color = look.colour;
        outline.width = 0.75F;
        chart_series_set_line(series, &outline);
        if (look.pattern == LXW_CHART_PATTERN_NONE) {
            lxw_chart_fill fill = {};
            fill.color = look.colour;
            chart_series_set_fill(series, &fill);
        } else {
            lxw_chart_pattern pattern = {};
            pattern.fg_color = look.colour;
            pattern.bg_color = LXW_COLOR_WHITE;
            pattern.type = look.pattern;
            chart_series_set_pattern(series, &pattern);
        }
    }

    lxw_workbook* m_workbook;
    const MessageCounts& m_counts;
    const MessageCounts::Bars m_made;
    std::vector<Channel> m_channels; // that have any
    std::string m_name;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_number = nullptr;
    lxw_format* m_boldNumber = nullptr;
    lxw_format* m_date = nullptr;
    lxw_row_t m_row = 0;
    SheetContent m_content;
    lxw_error m_error = LXW_NO_ERROR; // the first
};

} // namespace

Result<SheetContent> addOverviewSheet(lxw_workbook* workbook, const MessageCounts& counts)
{
    return OverviewSheet(workbook, counts).write();
}

} // namespace leadway
