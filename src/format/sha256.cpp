#include "format/sha256.h"

#ifdef LEADWAY_HAS_LIBCRYPTO
#include <array>
#include <openssl/evp.h>
#else
#include <QCryptographicHash>
#endif

namespace leadway
{

#ifdef LEADWAY_HAS_LIBCRYPTO

struct Sha256::Private {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    bool sound = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
};

void Sha256::add(std::string_view bytes)
{
    d->sound = d->sound && EVP_DigestUpdate(d->context.get(), bytes.data(), bytes.size()) == 1;
}

QByteArray Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned int size = 0;
    if (!d->sound || EVP_DigestFinal_ex(d->context.get(), digest.data(), &size) != 1) {
        return {};
    }
    return QByteArray(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(size)).toHex();
}

#else

struct Sha256::Private {
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

void Sha256::add(std::string_view bytes)
{
    d->hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

QByteArray Sha256::hex()
{
    return d->hash.result().toHex();
}

#endif

Sha256::Sha256()
    : d(std::make_unique<Private>())
{
}

Sha256::~Sha256() = default;

} // namespace leadway
