#include "cli/tokensource.h"

#include "app/tokenstore.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace leadway
{

Token takeTokenFromEnvironment()
{
    constexpr const char* name = "LEADWAY_TOKEN";
    char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before any other thread
    if (!value) {
        return {};
    }
    Token token{QByteArray(value)};
    // unsetenv alone would leave the bytes in the process' environment block.
    volatile char* const bytes = value;
    for (std::size_t i = std::strlen(value); i > 0; --i) {
        bytes[i - 1] = '\0';
    }
    qunsetenv(name);
    return token;
}

Token readTokenFromStdin()
{
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly)) {
        return {};
    }
    constexpr qint64 longest = 16LL * 1024;
    const auto isBlank = [](const QByteArray& bytes) {
        return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c <= ' ' && c >= 0; });
    };
    QByteArray line;
    do { // some programs begin with an empty line, or with a mark of their encoding
        line = input.readLine(longest);
        if (line.startsWith("\xEF\xBB\xBF")) {
            line.remove(0, 3);
        }
    } while (!line.isEmpty() && isBlank(line));
    Token token(line);
    wipe(line);
    return token;
}

Result<Token> readSavedToken(const Account& account, bool hasPerson, const std::function<void()>& tellWaiting)
{
    TokenStore store;
    Result<Token> result = Error{ErrorKind::StoreLocked, 0, {}, {}};
    QObject::connect(&store, &TokenStore::waitingForUnlock, &store, [&] {
        if (hasPerson) {
            tellWaiting();
        } else {
            QCoreApplication::quit();
        }
    });
    store.read(account, [&result](const Result<Token>& token) {
        result = token;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return result;
}

} // namespace leadway
