#include "app/foundrows.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace leadway
{

namespace
{

constexpr int kWord = 64; // bits

// Of the numbers begin to end, those that are in a word.
quint64 maskOf(int word, int begin, int end)
{
    const int first = std::max(begin - word * kWord, 0);
    const int last = std::min(end - word * kWord, kWord); // one behind
    if (first >= last) {
        return 0;
    }
    return (~quint64(0) >> (kWord - (last - first))) << first;
}

// Rows of a table as the numbers that they show: a range remains one, but may run the other way.
struct Numbers {
    int begin = 0;
    int end = 0;
    bool runsBack = false;
};

// The rows among the dated, and those behind them.
std::pair<Numbers, Numbers> numbersOf(int begin, int end, const RowOrder& order)
{
    const int split = std::clamp(order.dated(), begin, end);
    Numbers dated{begin, split, false};
    if (order.isTurned()) {
        dated = {order.dated() - split, order.dated() - begin, true};
    }
    return {split > begin ? dated : Numbers(), {split, end, false}};
}

} // namespace

void FoundRows::add(int number)
{
    const auto word = static_cast<std::size_t>(number / kWord);
    if (word >= m_bits.size()) {
        m_bits.resize(word + 1);
    }
    const quint64 bit = quint64(1) << (number % kWord);
    m_count += (m_bits[word] & bit) == 0 ? 1 : 0;
    m_bits[word] |= bit;
}

bool FoundRows::contains(int number) const
{
    const auto word = static_cast<std::size_t>(number / kWord);
    return number >= 0 && word < m_bits.size() && (m_bits[word] >> (number % kWord) & 1) != 0;
}

int FoundRows::firstNumber(int begin, int end) const
{
    const int words = static_cast<int>(m_bits.size());
    for (int word = begin / kWord; word < words && word * kWord < end; ++word) {
        const quint64 bits = m_bits[static_cast<std::size_t>(word)] & maskOf(word, begin, end);
        if (bits != 0) {
            return word * kWord + std::countr_zero(bits);
        }
    }
    return -1;
}

int FoundRows::lastNumber(int begin, int end) const
{
    const int words = static_cast<int>(m_bits.size());
    for (int word = std::min((end - 1) / kWord, words - 1); word >= 0 && (word + 1) * kWord > begin; --word) {
        const quint64 bits = m_bits[static_cast<std::size_t>(word)] & maskOf(word, begin, end);
        if (bits != 0) {
            return word * kWord + kWord - 1 - std::countl_zero(bits);
        }
    }
    return -1;
}

int FoundRows::countNumbers(int begin, int end) const
{
    int count = 0;
    const int words = static_cast<int>(m_bits.size());
    for (int word = begin / kWord; word < words && word * kWord < end; ++word) {
        count += std::popcount(m_bits[static_cast<std::size_t>(word)] & maskOf(word, begin, end));
    }
    return count;
}

int FoundRows::firstRow(int begin, int end, const RowOrder& order) const
{
    const auto [dated, undated] = numbersOf(begin, end, order);
    const int number =
        dated.runsBack ? lastNumber(dated.begin, dated.end) : firstNumber(dated.begin, dated.end);
    const int found = number >= 0 ? number : firstNumber(undated.begin, undated.end);
    return found < 0 ? -1 : order.rowOf(found);
}

int FoundRows::lastRow(int begin, int end, const RowOrder& order) const
{
    const auto [dated, undated] = numbersOf(begin, end, order);
    int found = lastNumber(undated.begin, undated.end);
    if (found < 0) {
        found = dated.runsBack ? firstNumber(dated.begin, dated.end) : lastNumber(dated.begin, dated.end);
    }
    return found < 0 ? -1 : order.rowOf(found);
}

int FoundRows::next(int row, const RowOrder& order) const
{
    const int found = firstRow(row + 1, order.size(), order);
    return found >= 0 ? found : firstRow(0, row + 1, order);
}

int FoundRows::previous(int row, const RowOrder& order) const
{
    const int found = lastRow(0, std::max(row, 0), order);
    return found >= 0 ? found : lastRow(std::max(row, 0), order.size(), order);
}

int FoundRows::place(int row, const RowOrder& order) const
{
    const auto [dated, undated] = numbersOf(0, row + 1, order);
    return countNumbers(dated.begin, dated.end) + countNumbers(undated.begin, undated.end);
}

} // namespace leadway
