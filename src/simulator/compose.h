#pragma once

#include "simulator/account.h"
#include "simulator/generator.h"
#include "simulator/jsontext.h"

#include <string>

namespace leadway::simulator
{

/// A message before it is written: the values a reader should find, and the form in which they are put.
struct Draft {
    Expected expected;
    JsonStyle style;
    std::string bodyToken;   ///< the whole JSON token, where the expected text does not tell it
    std::string statusToken; ///< likewise
    std::string typeToken;
    std::string updatedToken;
    std::string metaToken;
    bool hasBody = false;
    bool nullLists = false;
    bool nulls = false;  ///< optional fields are there as null
    bool extras = false; ///< fields that no reference names
    bool filesForm = false;
    unsigned form = 0; ///< which of the forms seen for `meta`
    Family family = Family::Unknown;
};

/// What a message says. Ids are 20 characters, made of a salt and a number.
Draft compose(const Scenario& scenario, const Record& record, qint64 index);

/// Appends the message as JSON.
void appendJson(QByteArray& out, const Draft& draft);

QByteArray uniqueId(quint64 seed, quint64 salt, quint64 number);
constexpr quint64 kMessageSalt = 1;
constexpr quint64 kContactSalt = 2;
constexpr quint64 kConversationSalt = 3;
constexpr quint64 kStaffSalt = 4;
constexpr quint64 kThreadSalt = 5;
constexpr quint64 kAttachmentSalt = 6;

} // namespace leadway::simulator
