#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadway::simulator
{

/// The location every generated message belongs to unless a scenario says otherwise.
constexpr const char* kDemoLocation = "demo0000000000000001";

/// What an invented account holds. The shares are fractions of all messages (0 to 1). As it stands it is
/// what a person sees in a demonstration: a clinic's pleasant, well-formed account.
struct Scenario {
    quint64 seed = 1;
    qint64 messages = 1000;
    qint64 newestMsecs = 1718445600000; ///< no message is newer; 2024-06-15T10:00:00Z
    std::chrono::milliseconds span = std::chrono::hours(24 * 120); ///< how far back the oldest lies
    QByteArray locationId = kDemoLocation;

    double englishShare = 0.25; ///< of conversations; the others are Spanish
    double emailShare = 0.12;
    int bulkSends = 2;         ///< campaigns whose messages share one millisecond each
    int bulkSize = 300;        ///< messages of each, as long as all of them are under a third of the account
    double crowdShare = 0;     ///< of what is no bulk send, lies close together
    double crowdSpan = 0.05;   ///< the share of the span in which that is
    quint64 conversations = 0; ///< how many there are; 0: one for every 14 messages

    double updatedShare = 0.6;         ///< `dateUpdated` later than `dateAdded`
    double missingUpdatedShare = 0.05; ///< no `dateUpdated`
    double extraFieldShare = 0.2;      ///< fields that no reference names
    double nullFieldShare = 0.1;
    double missingFieldShare = 0.02; ///< fields the reference requires, except `id`, are not there
    double attachmentShare = 0.06;
    double unknownTypeShare = 0.01; ///< message types that do not exist yet
    double escapedShare = 0.1;      ///< `\/`, `\u00f3` and surrogate pairs instead of plain UTF-8
    double nastyShare = 0.01; ///< awkward but legal bodies: formulas, long digits, quotes, right-to-left, …

    double undatedShare = 0;       ///< no `dateAdded`
    double prettyShare = 0;        ///< line breaks between the fields
    double nulShare = 0;           ///< `\u0000` and its like in the body
    double loneSurrogateShare = 0; ///< half a surrogate pair, as an escape
    double wrongTypeShare = 0;     ///< numbers and booleans where texts belong, null where lists do

    double invalidByteShare = 0; ///< a byte in the body that is not UTF-8: makes the page invalid JSON
    double rawControlShare = 0;  ///< a raw control character in the body: likewise

    int htmlBytes = 2500;      ///< about how long an e-mail's HTML is
    double longBodyShare = 0;  ///< bodies of maxBodyLength
    int maxBodyLength = 40000; ///< in UTF-16 units; 32,767 fit a cell

    /// Everything that is legal JSON, in shares large enough that a few thousand messages hold each.
    static Scenario awkward(quint64 seed, qint64 messages);
    /// The same, and bytes that make pages invalid.
    static Scenario broken(quint64 seed, qint64 messages);
};

/// The values a faithful reader finds in a message, as UTF-8. What is missing, null or not a text, number
/// or boolean is empty. Where the JSON holds half a surrogate pair or a byte that is not UTF-8, there is
/// one U+FFFD for each.
struct Expected {
    std::string id;
    std::string altId;
    std::string type; ///< the number, as written
    std::string messageType;
    std::string subType;
    std::string locationId;
    std::string contactId;
    std::string conversationId;
    std::string conversationProviderId;
    std::string threadId;
    std::string userId;
    std::string chatWidgetId;
    std::string dateAdded; ///< as written
    std::string dateUpdated;
    std::optional<qint64> createdAt; ///< milliseconds since 1970, UTC
    std::optional<qint64> updatedAt;
    std::string direction;
    std::string status;
    std::string source;
    std::string contentType;
    std::string body;
    std::string subject; ///< of the top level, else of meta.email; so are from and to
    std::string from;
    std::string to; ///< several are joined by ", ", so are cc and bcc
    std::string cc;
    std::string bcc;
    std::string error;
    std::string pageName;
    std::string callDuration; ///< seconds as written
    std::string callStatus;
    std::vector<std::string> attachments; ///< of `attachments`, then of `files`
    std::vector<std::string> emailMessageIds;
};

/// What makes a body awkward; None for nearly all.
enum class Nasty : quint8 {
    None,
    Text,          ///< one of the awkward texts: formula, digits, quotes, markup, right-to-left, …
    Nul,           ///< `\u0000`
    LoneSurrogate, ///< half a pair
    WrongType,     ///< a field of another type than the reference says
    InvalidByte,   ///< not UTF-8
    RawControl,    ///< a control character that is not escaped
    Long,          ///< maxBodyLength
};

/// A deterministic account: the same scenario gives the same messages on every computer. Messages are
/// numbered from 0, oldest first; ids are unrelated to that order. Only a few bytes a message are held, and
/// its JSON is made when asked. Immutable once made, so any thread may ask.
class Generator
{
public:
    explicit Generator(Scenario scenario = {});
    ~Generator();
    Generator(const Generator&) = delete;
    Generator& operator=(const Generator&) = delete;

    const Scenario& scenario() const;
    qint64 count() const;

    /// 20 characters of [A-Za-z0-9], unique.
    QByteArray id(qint64 index) const;
    /// The message as the service would send it. Not valid JSON if nasty() is InvalidByte or RawControl.
    QByteArray json(qint64 index) const;
    void appendJson(QByteArray& out, qint64 index) const;
    Expected expected(qint64 index) const;
    std::string body(qint64 index) const;

    /// Nothing for an undated message.
    std::optional<qint64> createdAt(qint64 index) const;
    /// Nothing where `dateUpdated` is missing.
    std::optional<qint64> updatedAt(qint64 index) const;
    /// Where the message stands in a walk by date, dated or not; grows with the index.
    qint64 placeMsecs(qint64 index) const;

    QByteArray messageType(qint64 index) const;
    /// The endpoint's word for its channel ("SMS", "Call", "Email", "WhatsApp", "Instagram", "Facebook");
    /// empty for all other types.
    QByteArray channel(qint64 index) const;
    bool isEmail(qint64 index) const;
    QByteArray contactId(qint64 index) const;
    QByteArray conversationId(qint64 index) const;
    Nasty nasty(qint64 index) const;

    /// The numbers of all wanted messages as a finished ascending file holds them: by (createdAt, id by
    /// bytes), undated ones last by id.
    std::vector<qint64> inFileOrder(const std::function<bool(qint64)>& wanted = {}) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace leadway::simulator
