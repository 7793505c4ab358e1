#include "support/rights.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <aclapi.h>
#endif

namespace leadway::test
{

bool isOpenToOthers(const QString& path)
{
#ifdef Q_OS_WIN
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    if (GetNamedSecurityInfoW(name.c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                              &list, nullptr, &descriptor) != ERROR_SUCCESS ||
        !list) {
        return true; // without a list everybody may
    }
    bool isOpen = false;
    for (const auto kind : {WinWorldSid, WinBuiltinUsersSid, WinAuthenticatedUserSid, WinBuiltinGuestsSid}) {
        BYTE sid[SECURITY_MAX_SID_SIZE];
        DWORD size = sizeof sid;
        TRUSTEEW trustee = {};
        ACCESS_MASK rights = 0;
        if (CreateWellKnownSid(kind, nullptr, sid, &size) == 0) {
            continue;
        }
        BuildTrusteeWithSidW(&trustee, sid);
        for (ULONG i = 0; i < list->AceCount; ++i) {
            void* entry = nullptr;
            if (GetAce(list, i, &entry) != 0 &&
                static_cast<ACE_HEADER*>(entry)->AceType == ACCESS_ALLOWED_ACE_TYPE &&
                EqualSid(&static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart, sid) != 0) {
                rights = static_cast<ACCESS_ALLOWED_ACE*>(entry)->Mask;
            }
        }
        isOpen = isOpen || (rights & (FILE_READ_DATA | FILE_WRITE_DATA)) != 0;
    }
    LocalFree(descriptor);
    return isOpen;
#else
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    return (QFile::permissions(path) & others) != QFile::Permissions();
#endif
}

} // namespace leadway::test
