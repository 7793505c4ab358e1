#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace leadway::test
{

/// A session bus of its own with a real Secret Service on it, GNOME's, or with none, so that no test touches
/// the keychain of whoever runs it. A test that needs one fails if it does not start. Ended with this.
class SecretService
{
public:
    enum class Kind {
        Unlocked,
        Locked, ///< what is in it stays locked, and nobody is there to ask for the password
        Absent, ///< a bus, but no such service
    };

    SecretService();
    ~SecretService();
    SecretService(const SecretService&) = delete;
    SecretService& operator=(const SecretService&) = delete;

    /// False if something of it does not come up. Starting it again as another kind keeps what is in it.
    bool start(Kind kind);
    /// As if it had an unanswered question on the screen, and as if that were answered.
    void pause();
    void goOn();

    /// For this process; before anything has spoken to a bus.
    void useHere() const;
    /// For a program that is to find it.
    void addTo(QProcessEnvironment& environment) const;

    /// Puts an entry there by other means than QtKeychain.
    void put(const QString& service, const QString& key, const QByteArray& secret) const;
    /// What anybody on the bus can read of an entry of QtKeychain: the secret's bytes; empty if there is
    /// none.
    QByteArray secretOf(const QString& service, const QString& key) const;
    /// The paths of the files that the service keeps.
    QStringList files() const;

private:
    QByteArray runTool(const QStringList& arguments, const QByteArray& input) const;
    bool startBus();
    bool isOwned() const;
    void stopService();

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_service;
    QString m_address;
};

} // namespace leadway::test
