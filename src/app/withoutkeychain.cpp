// For a build without QtKeychain: there is no keychain, which is told as soon as it is asked.

#include "app/systemkeychain.h"

#include <utility>

namespace leadway
{

namespace
{

template<class Answer>
void refuse(SystemKeychain& keychain, Answer answer)
{
    QMetaObject::invokeMethod(
        &keychain,
        [answer = std::move(answer)] {
            answer(Error{ErrorKind::StoreUnavailable, 0, {}, {}});
        },
        Qt::QueuedConnection);
}

} // namespace

SystemKeychain::SystemKeychain(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_patience(patience)
{
}

SystemKeychain::~SystemKeychain() = default;

void SystemKeychain::read(const QString& /*key*/, Read answer)
{
    refuse(*this, std::move(answer));
}

void SystemKeychain::write(const QString& /*key*/, const QByteArray& /*secret*/, Done answer)
{
    refuse(*this, std::move(answer));
}

// What was never kept is gone.
void SystemKeychain::remove(const QString& /*key*/, Done answer)
{
    QMetaObject::invokeMethod(
        this, [answer = std::move(answer)] { answer(Result<void>()); }, Qt::QueuedConnection);
}

} // namespace leadway
