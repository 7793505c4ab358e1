#pragma once

#include <QWidget>

namespace leadway
{

/// A thin line between two areas, horizontal or vertical by its shape. The window's thread.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget* parent = nullptr);

    QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace leadway
