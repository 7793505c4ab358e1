#pragma once

#include <QWidget>

namespace leadway
{

/// Draws what to look for on the service's pages: the id within an address, and the box to tick. Painted
/// with the window's own colours and font, so that it needs no picture. The window's thread.
class HelpDrawing : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Address, Scope };
    explicit HelpDrawing(Kind kind, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {320, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind;
};

} // namespace leadway
