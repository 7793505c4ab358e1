#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

namespace leadway::test
{

/// A home, a folder for temporary files and a working folder for the programs of a test, with nothing in
/// them that the test did not put there. Gone with this.
class Household
{
public:
    Household();

    /// Of a file in the working folder.
    QString path(const QString& name) const;
    QString workFolder() const;
    /// The variables of somebody who speaks English and lives in UTC; nothing of whoever runs the test.
    QProcessEnvironment environment() const;

    /// Puts a file into the working folder.
    void write(const QString& name, const QByteArray& content) const;
    QByteArray read(const QString& name) const;
    /// The names in the working folder, hidden ones too.
    QStringList names() const;
    /// The paths of all files below, wherever a program put them.
    QStringList allFiles() const;
    /// What spools hold at this moment.
    QStringList spools() const;

private:
    QTemporaryDir m_folder;
};

/// How a program ended and what it said.
struct Outcome {
    int exitCode = -1; ///< -1 if it crashed, never began or never ended
    QByteArray out;
    QByteArray err;
    double peakMegabytes = 0; ///< of resident memory, shared libraries included

    /// For the message of a failing test.
    QByteArray told() const;
};

/// A program that runs by itself, as a person or a script would start it. Ended with this if it still runs.
class Program
{
public:
    Program(const QString& file, const Household& household);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    QProcessEnvironment environment;
    QByteArray input; ///< what it reads from standard input
    /// Runs in the new process before the program does; may only make system calls.
    std::function<void()> beforehand;

    /// Sends what it writes to standard error there instead of into the Outcome.
    void sendErrorsTo(const QString& file);
    void start(const QStringList& arguments);
    /// Waits for the end. Does not run the test's event loop.
    Outcome finish();
    Outcome run(const QStringList& arguments);

    bool isRunning() const;
    qint64 processId() const;
    void signal(int number) const;
    /// What the system shows of the running program to its user: "cmdline", "limits", "status", …; "environ"
    /// to root alone if the program keeps its memory private.
    QByteArray systemFile(const char* name) const;
    /// The next line of standard output; empty if none comes.
    QByteArray readLine();

private:
    void notePeak();

    QString m_file;
    QProcess m_process;
    double m_peak = 0;
};

/// Whether an environment, read from a program that keeps its memory private, is what has to be there: the
/// variables for root, and nothing for anybody else.
bool isAsShown(const QByteArray& environment);

/// Whether a program with these limits, as its "limits" file tells them, writes no core dump.
bool allowsNoCoreDump(const QByteArray& limits);

/// For Program::beforehand: the permission bits of files hold for root as well.
void obeyPermissions();
/// For Program::beforehand: a write beyond this length of a file fails as if the disk refused it.
void limitFileLength(qint64 bytes);

/// For Program::beforehand and for a QProcess: the new process is told to end when the thread that started it
/// does, so that a test that is killed leaves none behind.
void endWithParent();

/// A terminal that shows nothing and remembers what was written to it.
class Terminal
{
public:
    explicit Terminal(int columns = 0); ///< letters in a line; 0: it does not tell
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Empty if the system gave none.
    QString path() const { return m_path; }
    /// Everything written so far by programs that have ended.
    QByteArray written() const;

private:
    int m_handle = -1;
    QString m_path;
};

} // namespace leadway::test
