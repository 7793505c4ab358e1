#include "app/connectiontest.h"

#include "core/messagequery.h"

#include <utility>

namespace leadway
{

ConnectionTest::ConnectionTest(const Connection& connection, const Token& token, const QString& locationId,
                               const Deadlines& deadlines, Answer answer)
    : m_client(connection, token, deadlines)
{
    PageRequest request;
    request.locationId = locationId;
    request.limit = kSmallestLimit;
    m_call = m_client.requestPage(request, Priority::Preview,
                                  [answer = std::move(answer)](const Result<Page>& page) {
                                      answer(page ? Result<void>() : Result<void>(page.error()));
                                  });
}

ConnectionTest::~ConnectionTest() = default;

} // namespace leadway
