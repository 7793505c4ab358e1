#include "gui/contentsplitter.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kWide = 1200; // from here on there is room beside the table
constexpr int kUsualWidth = 352;
constexpr int kUsualHeight = 264;
constexpr int kLeast = 120;
constexpr int kMost = 4000;
constexpr QDataStream::Version kStream = QDataStream::Qt_6_0;

} // namespace

ContentSplitter::ContentSplitter(QWidget& table, QWidget& details, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_details(details)
    , m_width(kUsualWidth)
    , m_height(kUsualHeight)
{
    setChildrenCollapsible(false);
    addWidget(&table);
    addWidget(&details);
    setStretchFactor(0, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { wanted() = sizes().value(1); });
}

QByteArray ContentSplitter::sizesState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(kStream);
    stream << qint32(m_width) << qint32(m_height);
    return state;
}

void ContentSplitter::restoreSizes(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(kStream);
    qint32 width = 0;
    qint32 height = 0;
    stream >> width >> height;
    if (stream.status() == QDataStream::Ok) {
        m_width = std::clamp<int>(width, kLeast, kMost);
        m_height = std::clamp<int>(height, kLeast, kMost);
        arrange();
    }
}

void ContentSplitter::arrange()
{
    setOrientation(width() >= kWide ? Qt::Horizontal : Qt::Vertical);
    const int whole = (orientation() == Qt::Horizontal ? width() : height()) - handleWidth();
    const int part = std::min(wanted(), whole / 2);
    setSizes({whole - part, part});
}

void ContentSplitter::resizeEvent(QResizeEvent* event)
{
    arrange();
    QSplitter::resizeEvent(event);
}

} // namespace leadway
