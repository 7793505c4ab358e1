#pragma once

namespace leadway
{

/// Which row of a table shows which of the PreviewRows, told by numbers: a row's number is its place in the
/// order they came. They come by date and then id, the undated last, so the other order is the dated ones
/// turned round, with the undated last again. This is arithmetic, so a million rows are turned in no time and
/// no memory. A value.
class RowOrder
{
public:
    int size() const { return m_size; }
    /// How many rows there are before the first undated one.
    int dated() const { return m_dated; }
    bool isTurned() const { return m_isTurned; }

    int numberAt(int row) const { return m_isTurned ? mirrored(row) : row; }
    int rowOf(int number) const { return numberAt(number); }

    void turn() { m_isTurned = !m_isTurned; }
    /// Where turning takes a row: the same there and back.
    int mirrored(int row) const { return row < m_dated ? m_dated - 1 - row : row; }

    /// Puts the next number behind those that came before. After an undated row each is as good as undated.
    void add(bool isDated)
    {
        m_dated += isDated && m_dated == m_size ? 1 : 0;
        ++m_size;
    }

private:
    int m_size = 0;
    int m_dated = 0;
    bool m_isTurned = false;
};

} // namespace leadway
