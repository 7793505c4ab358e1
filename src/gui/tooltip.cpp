#include "gui/tooltip.h"

#include <QTextDocument>

namespace leadway
{

QString plainToolTip(const QString& text)
{
    constexpr qsizetype most = 1500;
    const QString shown = text.size() > most ? text.first(most) + u'…' : text;
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(shown, Qt::WhiteSpaceNormal);
}

} // namespace leadway
