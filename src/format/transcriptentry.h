#pragma once

#include "core/message.h"
#include "format/formatoptions.h"
#include "format/words.h"

#include <QLocale>

#include <array>
#include <string>
#include <vector>

namespace leadway
{

/// A message as a transcript tells it, in the parts that are set apart from each other; all of it UTF-8 that
/// XML can hold, nothing of it markup. A value that is meant to be filled again and again.
struct TranscriptEntry {
    std::string day;     ///< "Friday 14 November 2025", the same for all messages of a day
    std::string time;    ///< "15:45"; empty without a date
    std::string line;    ///< "SMS · Received from +34600111222"
    std::string trouble; ///< "Failed: no such number"; empty where all is well
    std::string copies;  ///< "Cc: eva@example.com"
    std::string subject;
    std::string text; ///< the whole of it, with its line breaks; of a call, what became of it
    std::vector<std::string> attachments;
    bool isSent = false;
    bool hasReplaced = false; ///< characters that no text may hold
};

/// Whether a browser may be sent to an address: http and https alone.
bool isWebAddress(std::string_view address);

/// Tells messages in words, of the translators installed. Owned by a writer; a value of one thread.
class TranscriptTeller
{
public:
    TranscriptTeller(const FormatOptions& options, const QLocale& locale);

    /// Valid until the next call.
    const TranscriptEntry& tell(const Message& message);

private:
    void tellMoment(const Message& message);
    void tellLine(const Message& message);
    void tellTrouble(const Message& message);
    void tellCopies(const Message& message);
    void tellText(const Message& message);
    bool add(std::string& out, std::string_view value);

    static constexpr std::size_t kMinutesOfDay = std::size_t{24} * 60;

    QLocale m_locale;
    LocalClock m_clock;
    Words m_words;
    TranscriptEntry m_entry;
    std::string m_moment;
    std::string m_dayOf;                            // "2025-11-14", of m_entry.day
    std::array<std::string, kMinutesOfDay> m_times; // each made once
};

} // namespace leadway
