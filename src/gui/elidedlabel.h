#pragma once

#include <QLabel>

namespace leadway
{

/// A line of plain text that gives up its middle where there is no room, so that a long path keeps its
/// beginning and its end; the whole of it is in the tooltip then. The window's thread; owned by its parent.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString shownText() const;
};

} // namespace leadway
