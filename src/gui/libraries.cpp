#include "gui/libraries.h"

namespace leadway
{

// The versions come from CMake, since hardly any of the headers may be included here.
QList<Library> libraries()
{
    const auto text = [](const char* words) { return QString::fromUtf8(words); };
    return {
        {text("Qt"), text(qVersion()), text("LGPL-3.0")},
#ifdef LEADWAY_QTKEYCHAIN_VERSION
        {text("QtKeychain"), text(LEADWAY_QTKEYCHAIN_VERSION), text("BSD-3-Clause")},
#endif
        {text("simdjson"), text(LEADWAY_SIMDJSON_VERSION), text("Apache-2.0")},
        {text("SQLite"), text(LEADWAY_SQLITE_VERSION), text("public domain")},
        {text("libxlsxwriter"), text(LEADWAY_XLSXWRITER_VERSION), text("BSD-2-Clause")},
        {text("minizip"), text(LEADWAY_MINIZIP_VERSION), text("Zlib")},
        {text("libxml2"), text(LEADWAY_LIBXML_VERSION), text("MIT")},
        {text("zlib"), text(LEADWAY_ZLIB_VERSION), text("Zlib")},
#ifdef LEADWAY_LIBCRYPTO_VERSION
        {text("OpenSSL libcrypto"), text(LEADWAY_LIBCRYPTO_VERSION), text("Apache-2.0")},
#endif
#ifdef LEADWAY_XCB_VERSION
        {text("libxcb"), text(LEADWAY_XCB_VERSION), text("MIT")},
#endif
        {text("cpp-httplib"), text(LEADWAY_HTTPLIB_VERSION), text("MIT")},
    };
}

} // namespace leadway
