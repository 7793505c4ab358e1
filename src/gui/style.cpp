#include "gui/style.h"

#include "gui/colours.h"
#include "gui/desktoppalette.h"
#include "gui/stylepainter.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

#include <optional>

namespace leadway
{

Style::Style()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

QPalette Style::standardPalette() const
{
    return lightPalette();
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0) {
        constexpr int padding = 4;
        return rect.adjusted(padding, 0, -padding, 0);
    }
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 5;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    constexpr int fieldHeight = 28;
    constexpr int buttonHeight = 32;
    constexpr int buttonPadding = 28;
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {std::max(result.width(), size.width() + buttonPadding),
                std::max(result.height(), buttonHeight)};
    case CT_ToolButton:
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {result.width(), std::max(result.height(), fieldHeight)};
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            constexpr int tabHeight = 40;
            constexpr int padding = 20;
            const QFontMetrics metrics(tabFont(widget ? widget->font() : QApplication::font()));
            return {metrics.size(Qt::TextShowMnemonic, tab->text).width() + padding,
                    std::max(result.height(), tabHeight)};
        }
        return result;
    default:
        return result;
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(*painter, *option, widget && widget->property(kAccentProperty).toBool());
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            paintField(*painter, *option);
            return;
        }
        break;
    }
    case PE_IndicatorCheckBox:
        paintCheckBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        paintRadioButton(*painter, *option);
        return;
    case PE_PanelButtonTool:
        paintToolButton(*painter, *option);
        return;
    case PE_IndicatorHeaderArrow:
        return; // the label has it beside its text
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton*>(widget)) {
            return; // the button itself shows it
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && button->features.testFlag(QStyleOptionButton::Flat)) {
            paintFocusRing(*painter, *option);
        }
        if (!button) {
            break;
        }
        QStyleOptionButton copy = *button;
        if (widget && widget->property(kAccentProperty).toBool() && option->state.testFlag(State_Enabled)) {
            copy.palette.setColor(QPalette::ButtonText, colour(Tint::OnAccent, option->palette));
        }
        if (copy.direction == Qt::RightToLeft && !copy.icon.isNull() && !copy.text.isEmpty()) {
            // Qt 6.4 puts the text at the far edge of the button there.
            const bool underlines = styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0;
            paintIconAndText(*painter, copy, underlines ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
            return;
        }
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_HeaderSection:
        paintHeaderSection(*painter, *option);
        return;
    case CE_HeaderEmptyArea:
        paintHeaderEnd(*painter, *option);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            paintHeaderLabel(*painter, *header);
            return;
        }
        break;
    case CE_ProgressBar: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (bar && bar->maximum > bar->minimum) {
            paintProgressBar(*painter, *bar);
            return;
        }
        break;
    }
    case CE_TabBarTabShape:
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            (element == CE_TabBarTabShape ? paintTab : paintTabLabel)(*painter, *tab);
            return;
        }
        break;
    case CE_Splitter:
        paintSplitter(*painter, *option);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (box && box->frame) {
            paintComboBox(*painter, *box, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox) {
        paintFieldOutline(*painter, *option);
    }
}

void Style::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette,
                         bool enabled, const QString& text, QPalette::ColorRole role) const
{
    const bool isSecondary = role == QPalette::PlaceholderText;
    if (enabled && (isSecondary || role == QPalette::BrightText)) {
        QPalette tinted = palette;
        tinted.setColor(role, colour(isSecondary ? Tint::Secondary : Tint::Error, palette));
        QProxyStyle::drawItemText(painter, rect, flags, tinted, enabled, text, role);
        return;
    }
    QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
}

void installStyle()
{
#ifndef Q_OS_MACOS
    // Looked at before the style is set, which fills in what a palette leaves open.
    const std::optional<QPalette> ours = desktopPalette(QApplication::palette());
    QApplication::setStyle(new Style);
    if (ours) {
        QApplication::setPalette(*ours);
    }
#endif
}

} // namespace leadway
