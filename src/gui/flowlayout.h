#pragma once

#include <QLayout>
#include <QList>

namespace leadway
{

/// Puts its items beside each other as long as there is room, and goes on in another line, as words do. An
/// item that is too wide for a line gets the whole of one. The window's thread; owned by its widget.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Answers the height that the items need.
    int place(const QRect& rect, bool isReal) const;

    QList<QLayoutItem*> m_items; // owned, as layouts do
};

} // namespace leadway
