#include "format/colourglyphs.h"

#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

namespace leadway
{

bool ColourGlyphs::isColoured(const QRawFont& font)
{
    const QString family = font.familyName();
    const auto known = m_coloured.constFind(family);
    if (known != m_coloured.constEnd()) {
        return *known;
    }
    const bool hasPictures = !font.fontTable("CBDT").isEmpty() || !font.fontTable("sbix").isEmpty();
    m_coloured.insert(family, hasPictures);
    return hasPictures;
}

const ColourGlyphs::Picture& ColourGlyphs::pictureOf(const QRawFont& font, quint32 glyph)
{
    const Key key{glyph, qRound(font.pixelSize())};
    if (const auto known = m_pictures.constFind(key); known != m_pictures.constEnd()) {
        return *known;
    }
    constexpr qsizetype most = 500;
    if (m_pictures.size() >= most) {
        m_pictures.clear();
    }
    const qreal width = font.advancesForGlyphIndexes({glyph}).value(0).x();
    Picture picture;
    picture.ascent = font.ascent();
    picture.image = QImage(qCeil(width) + 1, qCeil(font.ascent() + font.descent()) + 1,
                           QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    QGlyphRun run;
    run.setRawFont(font);
    run.setGlyphIndexes({glyph});
    run.setPositions({QPointF(0, picture.ascent)});
    QPainter painter(&picture.image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawGlyphRun({}, run);
    painter.end();
    return *m_pictures.insert(key, picture);
}

void ColourGlyphs::draw(QPainter& painter, const QTextLine& line, QPointF at)
{
    const QList<QGlyphRun> runs = line.glyphRuns();
    for (const QGlyphRun& run : runs) {
        const QRawFont font = run.rawFont();
        if (!isColoured(font)) {
            continue;
        }
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < std::min(glyphs.size(), positions.size()); ++i) {
            const Picture& picture = pictureOf(font, glyphs[i]);
            painter.drawImage(at + positions[i] - QPointF(0, picture.ascent), picture.image);
        }
    }
}

} // namespace leadway
