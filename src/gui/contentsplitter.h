#pragma once

#include <QSplitter>

namespace leadway
{

/// The table and the details of the chosen message: side by side where there is room, else one above the
/// other. Remembers a size for either. Owned by the window, whose thread it lives on.
class ContentSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// Takes both widgets over.
    ContentSplitter(QWidget& table, QWidget& details, QWidget* parent = nullptr);

    /// The sizes a person gave the details, for the next start.
    QByteArray sizesState() const;
    void restoreSizes(const QByteArray& state);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    int& wanted() { return orientation() == Qt::Horizontal ? m_width : m_height; }

    QWidget& m_details;
    int m_width;  // of the details beside the table
    int m_height; // of the details below it
};

} // namespace leadway
