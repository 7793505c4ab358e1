#pragma once

#include "format/filehead.h"
#include "format/section.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace leadway
{

/// \file
/// What a transcript says of itself and of its sections, the same in a web page and on pages. Pure functions
/// of their arguments and of the installed translators.

/// Who a section is with: number, address or handle, else "Contact k2Vd7", "Conversation k2Vd7" or that it is
/// no conversation.
QString sectionHeading(const Section& section);

/// "SMS, WhatsApp · 12 messages · 16 Oct – 14 Nov 2025"; days are those of `zone`.
QString sectionSummary(const Section& section, const QTimeZone& zone, const QLocale& locale);

/// "12,345 messages in 120 conversations"
QString extentPhrase(const FileExtent& extent, const QLocale& locale);

/// What the list of sections is called, and the number of messages before its value.
QString conversationsTitle();
QString messagesTitle();
/// Instead of sections, where there are none.
QString nothingPhrase();
/// "Page 3"
QString pagePhrase(qint64 number, const QLocale& locale);

} // namespace leadway
