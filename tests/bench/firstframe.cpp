#include "bench/firstframe.h"

#include "support/desktop.h"
#include "support/programs.h"

#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>

namespace leadway::bench
{

namespace
{

constexpr int kPatience = 20'000; // milliseconds
constexpr double kNanosecondsInASecond = 1e9;

// Qt itself tells when it hands a picture over. Writing that takes time too, so the truth is a little better.
constexpr char kSign[] = "Flushing";

double secondsToFirstFrame(const test::Desktop& desktop)
{
    const test::Household household;
    QProcessEnvironment environment = household.environment();
    desktop.addTo(environment);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.widgets.painting.info=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    QProcess window;
    window.setProcessEnvironment(environment);
    window.setChildProcessModifier(test::endWithParent);
    window.setReadChannel(QProcess::StandardError);
    QElapsedTimer clock;
    clock.start();
    window.start(QStringLiteral(LEADWAY_BINARY_DIR "/src/gui/leadway-exporter"), QStringList());
    double seconds = 0;
    QByteArray told;
    while (seconds == 0 && window.waitForReadyRead(kPatience)) {
        const double now = static_cast<double>(clock.nsecsElapsed()) / kNanosecondsInASecond;
        told += window.readAllStandardError();
        seconds = told.contains(kSign) ? now : 0;
    }
    window.kill();
    window.waitForFinished();
    return seconds;
}

} // namespace

std::vector<double> startsToFirstFrame(int times, QString& trouble)
{
    test::Desktop desktop;
    const QByteArray missing = desktop.start();
    if (!missing.isEmpty()) {
        trouble = QString::fromUtf8(missing);
        return {};
    }
    std::vector<double> starts;
    for (int time = 0; time < times; ++time) {
        starts.push_back(secondsToFirstFrame(desktop));
        if (starts.back() == 0) {
            trouble = QStringLiteral("no window appears");
            return {};
        }
    }
    std::sort(starts.begin(), starts.end());
    return starts;
}

} // namespace leadway::bench
