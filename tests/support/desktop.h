#pragma once

#include "support/programs.h"
#include "support/secretservice.h"

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>

namespace leadway::test
{

/// A desktop of its own for a program with a window and for those who drive it from outside: an X server that
/// nobody sees, a window manager, a session bus with a keychain, and the bus of the accessibility tree. It
/// has a display of its own because Qt 6.4 takes the accessibility bus that the display names over that of
/// its session bus. Ended with this.
class Desktop
{
public:
    ~Desktop();

    /// Empty, or what of it did not start.
    QByteArray start();
    /// For the program that is to have its window here.
    void addTo(QProcessEnvironment& environment) const;
    /// For a program that reads the accessibility tree.
    void addAccessibilityTo(QProcessEnvironment& environment) const;

    const SecretService& keychain() const { return m_keychain; }

private:
    bool startDisplay();
    bool startManager();
    bool startAccessibility();

    Household m_household; // of these processes
    SecretService m_keychain;
    QProcess m_display;
    QProcess m_manager;
    QProcess m_launcher;
    QString m_displayName;
    QString m_accessibilityBus;
};

} // namespace leadway::test
