#pragma once

#include "gui/elidedlabel.h"
#include "gui/wrappedtext.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMultiMap>
#include <QStyle>

#include <algorithm>

namespace leadway::test
{

/// \file
/// Looks at a window as a person would: what is listed is not in order. For the tests of the window, in its
/// thread.

inline QString about(const QWidget& widget, const QString& text)
{
    return QStringLiteral("%1 “%2”").arg(widget.objectName(), text);
}

/// What a person would see cut off.
inline QStringList clipped(const QWidget& top)
{
    QStringList found;
    for (const QLabel* label : top.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ElidedLabel*>(label)) {
            continue;
        }
        const bool isCut = label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                             : label->width() < label->sizeHint().width();
        if (isCut) {
            found.append(about(*label, label->text()));
        }
    }
    for (const WrappedText* text : top.findChildren<WrappedText*>()) {
        if (text->isVisible() && text->height() < text->heightForWidth(text->width())) {
            found.append(about(*text, text->toPlainText()));
        }
    }
    for (const QAbstractButton* button : top.findChildren<QAbstractButton*>()) {
        if (qobject_cast<const QLineEdit*>(button->parent())) {
            continue; // shows an icon; its text is for screen readers
        }
        if (button->isVisible() && !button->text().isEmpty() &&
            (button->width() < button->sizeHint().width() ||
             button->height() < button->sizeHint().height())) {
            found.append(about(*button, button->text()));
        }
    }
    for (const QComboBox* box : top.findChildren<QComboBox*>()) {
        if (box->isVisible() && box->width() < box->sizeHint().width()) {
            found.append(about(*box, box->currentText()));
        }
    }
    return found;
}

/// The letters that Alt takes to more than one place.
inline QStringList clashes(const QWidget& top)
{
    QMultiMap<QString, QString> letters;
    const auto note = [&letters](const QString& text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty()) {
            letters.insert(key.toString(), text);
        }
    };
    for (const QLabel* label : top.findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy()) {
            note(label->text());
        }
    }
    for (const QAbstractButton* button : top.findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            note(button->text());
        }
    }
    for (const QMenuBar* bar : top.findChildren<QMenuBar*>()) {
        for (const QAction* action : bar->actions()) {
            note(action->text());
        }
    }
    QStringList found;
    for (const QString& key : letters.uniqueKeys()) {
        if (letters.count(key) > 1) {
            found.append(letters.values(key).join(QStringLiteral(" / ")));
        }
    }
    return found;
}

/// Controls that a screen reader could not name.
inline QStringList nameless(const QWidget& top)
{
    QStringList found;
    const auto hasBuddy = [&top](const QWidget* widget) {
        const auto labels = top.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [widget](const QLabel* label) { return label->buddy() == widget; });
    };
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
            widget->objectName().startsWith(QStringLiteral("qt_"))) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool hasText = button && !button->text().isEmpty();
        if (!hasText && widget->accessibleName().isEmpty() && !hasBuddy(widget)) {
            found.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                         widget->objectName());
        }
    }
    return found;
}

/// Where Tab goes in a window, beginning with the first of it.
inline QList<QWidget*> tabStops(const QWidget& top)
{
    QList<QWidget*> stops;
    for (QWidget* widget = top.nextInFocusChain(); widget && widget != &top;
         widget = widget->nextInFocusChain()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy() && widget->window() == &top && !widget->visibleRegion().isEmpty()) {
            stops.append(widget);
        }
    }
    return stops;
}

/// Where Tab goes against the way one reads: up without going on to the next column, or back in its line.
inline QStringList outOfOrder(const QWidget& top)
{
    QStringList found;
    const auto placeOf = [&top](const QWidget* widget) {
        const QRect place(widget->mapTo(&top, QPoint()), widget->size());
        return QStyle::visualRect(top.layoutDirection(), top.rect(),
                                  place); // as if it went from left to right
    };
    const QList<QWidget*> stops = tabStops(top);
    for (qsizetype at = 1; at < stops.size(); ++at) {
        const QRect from = placeOf(stops[at - 1]);
        const QRect to = placeOf(stops[at]);
        const bool isBesides = from.top() <= to.bottom() && to.top() <= from.bottom();
        const bool goesUp = to.bottom() < from.top() && to.left() < from.right();
        const bool goesBack = isBesides && to.right() < from.left();
        if (goesUp || goesBack) {
            found.append(stops[at - 1]->objectName() + QStringLiteral(" -> ") + stops[at]->objectName());
        }
    }
    return found;
}

/// Where nobody could see that the focus is there.
inline QStringList unseenFocus(QWidget& top)
{
    QStringList found;
    const QList<QWidget*> stops = tabStops(top);
    top.setAttribute(Qt::WA_KeyboardFocusChange); // as the key does
    for (QWidget* stop : stops) {
        constexpr int around = 4; // a frame may stand outside
        const QRect place = QRect(stop->mapTo(&top, QPoint()), stop->size())
                                .adjusted(-around, -around, around, around)
                                .intersected(top.rect());
        QWidget* const elsewhere = stop == stops.first() ? stops.last() : stops.first();
        elsewhere->setFocus(Qt::TabFocusReason);
        const QImage without = top.grab(place).toImage();
        stop->setFocus(Qt::TabFocusReason);
        if (stop->hasFocus() && top.grab(place).toImage() == without) {
            found.append(QLatin1String(stop->metaObject()->className()) + QLatin1Char(' ') +
                         stop->objectName());
        }
    }
    return found;
}

/// Shows everything in other colours at once.
inline void use(const QPalette& palette)
{
    QApplication::setPalette(palette);
    QCoreApplication::sendPostedEvents();
}

/// What is to be said about that.
inline QByteArray told(const char* what, const QStringList& where)
{
    return what + QByteArrayLiteral(": ") + where.join(QStringLiteral("; ")).toUtf8();
}

/// Leaves a picture of a widget in the folder that LEADWAY_PICTURES names, else in the build folder.
inline bool takePicture(QWidget& widget, const QString& name)
{
    const QDir folder(
        qEnvironmentVariable("LEADWAY_PICTURES", QStringLiteral(LEADWAY_BINARY_DIR "/pictures")));
    const int percent = qRound(widget.devicePixelRatioF() * 100);
    const QString scale = percent == 100 ? QString() : QStringLiteral("-%1").arg(percent);
    return folder.mkpath(QStringLiteral(".")) &&
           widget.grab().save(folder.filePath(name + scale + QStringLiteral(".png")));
}

} // namespace leadway::test
