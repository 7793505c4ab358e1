// leadway-icon SVG SIZE PNG: draws the program's icon in one size, with the library that draws it in the
// window. A part of the build alone.

#include <QImage>
#include <QPainter>
#include <QString>
#include <QSvgRenderer>

int main(int argc, char** argv)
{
    constexpr int arguments = 4;
    if (argc != arguments) {
        return 2;
    }
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    const int size = QString::fromLatin1(argv[2]).toInt();
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    if (!drawing.isValid() || !painter.isActive()) {
        return 1;
    }
    drawing.render(&painter);
    painter.end();
    return image.save(QString::fromLocal8Bit(argv[3]), "PNG") ? 0 : 1;
}
