#pragma once

#include "simulator/server.h"
#include "support/desktop.h"
#include "support/programs.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace leadway::test
{

/// leadway-exporter as it was built, with its window on a desktop, a home and a service of its own. The
/// drivers of tests/e2e, which are Python, do in it what a person does; they find it by its process id. The
/// test's thread has it.
class RealWindow
{
public:
    explicit RealWindow(qint64 messages, simulator::Behaviour behaviour = {})
        : server(scenario(messages), std::move(behaviour))
    {
        QDir().mkpath(documents().path());
    }

    Household household;
    Desktop desktop;
    simulator::Server server;

    /// Before anything else. Empty, or what is missing.
    QByteArray prepare() { return server.start() ? desktop.start() : "the simulator does not start"; }

    /// Starts the program.
    void open(const QStringList& arguments = {})
    {
        m_program = std::make_unique<Program>(QStringLiteral(LEADWAY_BINARY_DIR "/src/gui/leadway-exporter"),
                                              household);
        desktop.addTo(m_program->environment);
        m_program->start(arguments);
    }

    /// Runs a driver to its end. It failed if its exit code is not 0.
    Outcome drive(const char* driver, const QStringList& arguments)
    {
        Program python(QStringLiteral("/usr/bin/python3"), household);
        desktop.addAccessibilityTo(python.environment);
        const QString script =
            QStringLiteral(LEADWAY_SOURCE_DIR "/tests/e2e/%1.py").arg(QLatin1String(driver));
        const QString processId = QString::number(m_program->processId());
        // -B: leaves nothing in the tree of the sources.
        const Outcome outcome = python.run(QStringList{QStringLiteral("-B"), script, processId} + arguments);
        m_told = QJsonDocument::fromJson(outcome.out).object();
        return outcome;
    }
    /// What the last driver found.
    const QJsonObject& told() const { return m_told; }
    QString told(const char* key) const { return m_told.value(QLatin1String(key)).toString(); }

    Program& program() { return *m_program; }
    QString location() const { return QString::fromLatin1(server.behaviour().locationId); }
    QString token() const { return QString::fromUtf8(server.behaviour().token); }
    QString address() const { return server.baseUrl().toString(); }

    /// Where files are saved unless somebody chooses another folder.
    QDir documents() const
    {
        return QDir(household.environment().value(QStringLiteral("HOME")) + QStringLiteral("/Documents"));
    }
    QStringList files() const { return documents().entryList(QDir::Files | QDir::Hidden); }
    QByteArray read(const QString& name) const
    {
        QFile file(documents().filePath(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static simulator::Scenario scenario(qint64 messages)
    {
        simulator::Scenario scenario;
        scenario.messages = messages;
        scenario.newestMsecs = QDateTime::currentMSecsSinceEpoch();
        scenario.span = std::chrono::hours(24 * 28); // within the dates that are usual
        return scenario;
    }

    std::unique_ptr<Program> m_program;
    QJsonObject m_told;
};

} // namespace leadway::test

/// Stops the test unless the driver does its part.
#define DRIVE(window, driver, ...)                                                                           \
    do {                                                                                                     \
        const leadway::test::Outcome driven = (window).drive(driver, QStringList{__VA_ARGS__});              \
        QVERIFY2(driven.exitCode == 0, driven.told().constData());                                           \
    } while (false)
