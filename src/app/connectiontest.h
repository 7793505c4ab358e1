#pragma once

#include "api/apiclient.h"
#include "api/pagecall.h"

#include <QObject>

#include <functional>
#include <memory>

namespace leadway
{

/// Tries out an account with one small request, without asking again: a person waits for the outcome and
/// can press the button once more. Lives on the worker's thread, owned by whoever wants to know.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<void>&)>;

    /// `answer` is called once, from the event loop, and not after this object is gone.
    ConnectionTest(const Connection& connection, const Token& token, const QString& locationId,
                   const Deadlines& deadlines, Answer answer);
    ~ConnectionTest() override;

private:
    ApiClient m_client;
    std::unique_ptr<PageCall> m_call;
};

} // namespace leadway
