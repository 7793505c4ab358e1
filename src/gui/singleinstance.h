#pragma once

#include <QDeadlineTimer>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <memory>

namespace leadway
{

/// Where the starts of one user's program find each other.
struct MeetingPlace {
    QString lock;   ///< a file's path
    QString socket; ///< a name for QLocalServer: on Unix a path
};

/// Of this user, this home and this display: a window on another display helps nobody here. In the folder
/// that the system keeps for such things, else beside our data.
MeetingPlace usualMeetingPlace();

/// Keeps a user's second start of the program from opening a second window: the first one, which has the
/// lock, is told what the second was asked, and the second ends. What a killed program left is nobody's, and
/// one that does not answer stands in nobody's way. Owned by main, on the main thread; blocks that thread
/// only in begin(), and there only if another one is open.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,      ///< there was none; from now on this one is found
        Second,     ///< another one is open, and was told
        Unanswered, ///< another one is open but did not answer; this one is not found by others
    };

    explicit SingleInstance(MeetingPlace place);
    ~SingleInstance() override;

    /// To be called once. `request` is one line without its end.
    Role begin(const QByteArray& request, std::chrono::milliseconds patience = std::chrono::seconds(2));
    /// Others find this one no longer, although the program may take a while to end.
    void end();

Q_SIGNALS:
    /// Another start, which waits until this was emitted.
    void asked(const QByteArray& request);

private:
    bool tell(const QByteArray& request, const QDeadlineTimer& deadline);
    void listen();
    void onConnected();

    MeetingPlace m_place;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace leadway
