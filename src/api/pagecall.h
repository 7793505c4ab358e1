#pragma once

#include "api/apiclient.h"

#include <QNetworkReply>
#include <QPointer>

namespace leadway
{

/// One request under way. Whoever holds it wants the answer; destroying it gives the request up.
class PageCall
{
public:
    ~PageCall();
    PageCall(const PageCall&) = delete;
    PageCall& operator=(const PageCall&) = delete;

private:
    friend class ApiClient;
    PageCall(ApiClient& client, PageRequest request, Priority priority, ApiClient::Answer answer);

    /// Why a request was given up on our side; Qt reports them all alike.
    enum class Cause { None, Deadline, TooLarge, SentTwice };
    void giveUp(Cause cause);

    ApiClient& m_client;
    PageRequest m_request;
    Priority m_priority;
    ApiClient::Answer m_answer;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_body;
    std::size_t m_manager = 0; // which of them has sent it
    std::chrono::milliseconds m_sentAt{0};
    qint64 m_expectedBytes = 0;
    Cause m_cause = Cause::None;
    int m_sent = 0; // how often Qt has sent it
    bool m_isClockWrong = false;
};

} // namespace leadway
