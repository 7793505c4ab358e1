#include "api/pagecall.h"

#include <utility>

namespace leadway
{

PageCall::PageCall(ApiClient& client, PageRequest request, Priority priority, ApiClient::Answer answer)
    : m_client(client)
    , m_request(std::move(request))
    , m_priority(priority)
    , m_answer(std::move(answer))
{
}

PageCall::~PageCall()
{
    m_client.forget(*this);
}

void PageCall::giveUp(Cause cause)
{
    m_cause = cause;
    if (m_reply) {
        m_reply->abort(); // emits finished before it returns
    }
}

} // namespace leadway
