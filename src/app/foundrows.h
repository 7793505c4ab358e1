#pragma once

#include "app/roworder.h"

#include <QtGlobal>

#include <vector>

namespace leadway
{

/// Which rows of a preview a search has found: a bit for each, by their numbers, so that a million of them
/// are gone through in microseconds and a table that is turned round loses nothing. Rows are told as the
/// table shows them in an order. A value.
class FoundRows
{
public:
    void clear() { *this = {}; }
    /// Does nothing the second time.
    void add(int number);

    bool contains(int number) const;
    int count() const { return m_count; }
    /// The first found row behind a row, round the end if need be; -1 if nothing was found. From in front of
    /// the first row for -1.
    int next(int row, const RowOrder& order) const;
    /// The last found row before a row, likewise.
    int previous(int row, const RowOrder& order) const;
    /// How many rows were found from the first up to this one: "3" of 17.
    int place(int row, const RowOrder& order) const;

private:
    int firstNumber(int begin, int end) const;
    int lastNumber(int begin, int end) const;
    int countNumbers(int begin, int end) const;
    int firstRow(int begin, int end, const RowOrder& order) const;
    int lastRow(int begin, int end, const RowOrder& order) const;

    std::vector<quint64> m_bits;
    int m_count = 0;
};

} // namespace leadway
