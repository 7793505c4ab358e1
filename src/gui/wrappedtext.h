#pragma once

#include <QTextEdit>

namespace leadway
{

/// A text of the service in the place of a label: shown as it is, never as HTML, as tall as its lines, which
/// break within a word that is too long for one. Can be selected and copied with the mouse. The window's
/// thread; owned by its parent.
class WrappedText : public QTextEdit
{
    Q_OBJECT

public:
    explicit WrappedText(QWidget* parent = nullptr);

    void setText(const QString& text);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace leadway
