#pragma once

#include "core/channel.h"
#include "gui/colours.h"

#include <QIcon>
#include <QRect>

class QPainter;

namespace leadway
{

/// \file
/// Our own drawings, on a grid of 24, tinted when they are painted, so that they follow the palette. For
/// the window's thread.

enum class Glyph {
    None,
    Sms,
    Call,
    Email,
    WhatsApp,
    Instagram,
    Facebook,
    Activity,
    Received,
    Sent,
    Sliders,
    Export,
    Tick,
    Info,
    Alert,
    Warning,
    Search,
    Close,
    Folder,
    File,
    Paperclip,
    Eye,
    EyeOff,
    Globe,
    Clock,
    ChevronRight,
    ChevronDown,
    ChevronUp,
    Tray,
    Again,
    Key,
    Link,
    Person,
    Pause,
    Play,
    Bookmark,
    Columns,
};

Glyph glyphOf(Channel channel);

void paintGlyph(QPainter& painter, const QRect& rect, Glyph glyph, const QColor& colour);

/// An icon in a colour of the application's palette; greyed where its widget is disabled.
QIcon icon(Glyph glyph, Tint tint = Tint::Text);

/// The program's own.
QIcon applicationIcon();

} // namespace leadway
