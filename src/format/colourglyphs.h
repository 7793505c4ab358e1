#pragma once

#include <QHash>
#include <QImage>
#include <QPointF>
#include <QRawFont>

class QPainter;
class QTextLine;

namespace leadway
{

/// The signs of fonts that hold coloured pictures instead of outlines, as those for emoji do on Linux and
/// macOS: Qt leaves them out of a PDF, so they are drawn as the pictures that they are. Each is made once for
/// a size, and no more of them are kept than people use. Owned by PdfPages, on its thread.
class ColourGlyphs
{
public:
    /// Those of a line that was drawn at this place with this painter.
    void draw(QPainter& painter, const QTextLine& line, QPointF at);

private:
    struct Picture {
        QImage image;
        qreal ascent = 0; // of it above the line that letters stand on
    };
    using Key = std::pair<quint32, int>; // glyph and size

    bool isColoured(const QRawFont& font);
    const Picture& pictureOf(const QRawFont& font, quint32 glyph);

    QHash<Key, Picture> m_pictures;
    QHash<QString, bool> m_coloured; // of families; a look at the tables copies megabytes
};

} // namespace leadway
