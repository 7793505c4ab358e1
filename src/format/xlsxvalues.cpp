#include "format/xlsxvalues.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace leadway
{

namespace
{

constexpr std::string_view kEscape = "_x005F_"; // the '_' itself

bool isDecimal(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexadecimal(char c)
{
    return isDecimal(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isCharacterNumber(std::string_view text)
{
    constexpr std::size_t digits = 4;
    return text.size() >= kEscape.size() && text.starts_with("_x") && text[digits + 2] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 2 + digits, isHexadecimal);
}

} // namespace

std::optional<double> excelMoment(std::string_view wallClock)
{
    constexpr std::string_view form = "0000-00-00 00:00:00";
    const bool matches =
        std::equal(form.begin(), form.end(), wallClock.begin(), wallClock.end(),
                   [](char wanted, char c) { return wanted == '0' ? isDecimal(c) : wanted == c; });
    if (!matches) {
        return std::nullopt;
    }
    const auto number = [wallClock](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : wallClock.substr(at, count)) {
            value = value * 10 + (c - '0');
        }
        return value;
    };
    using namespace std::chrono;
    const year_month_day date(year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                              day(static_cast<unsigned>(number(8, 2))));
    constexpr sys_days begin = year(1899) / December / 30;
    constexpr int firstAgreed = 61; // 1 March 1900
    if (!date.ok() || (sys_days(date) - begin).count() < firstAgreed) {
        return std::nullopt;
    }
    constexpr double secondsOfDay = 86400;
    const int seconds = number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
    return static_cast<double>((sys_days(date) - begin).count()) + seconds / secondsOfDay;
}

std::optional<double> plainNumber(std::string_view text)
{
    constexpr std::ptrdiff_t mostDigits = 15;
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    const std::size_t point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
    const bool hasWhole = !whole.empty() && (whole.size() == 1 || whole.front() != '0');
    const bool hasFraction = point == std::string_view::npos || (!fraction.empty() && fraction.back() != '0');
    const bool isAllDigits = std::all_of(whole.begin(), whole.end(), isDecimal) &&
                             std::all_of(fraction.begin(), fraction.end(), isDecimal);
    if (!hasWhole || !hasFraction || !isAllDigits || text == "-0" ||
        std::ssize(whole) + std::ssize(fraction) > mostDigits) {
        return std::nullopt;
    }
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void escapeCharacterNumbers(std::string& cell)
{
    for (auto at = cell.find("_x"); at != std::string::npos; at = cell.find("_x", at)) {
        if (isCharacterNumber(std::string_view(cell).substr(at))) {
            cell.insert(at, kEscape.substr(0, kEscape.size() - 1));
            at += kEscape.size() - 1;
        }
        ++at;
    }
}

std::size_t wholeEscapesEnd(std::string_view cell, std::size_t most)
{
    const std::size_t begin = most - std::min(most, kEscape.size() - 1);
    for (std::size_t at = begin; at < most; ++at) {
        if (cell.substr(at).starts_with(kEscape) && at + kEscape.size() > most) {
            return at;
        }
    }
    return most;
}

} // namespace leadway
