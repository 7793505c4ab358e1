#include "bench/document.h"

#include <QDate>
#include <QFile>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

namespace leadway::bench
{

namespace
{

QString line(const QStringList& cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString processor()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    const QByteArray all = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype at = all.indexOf("model name");
    if (at < 0) {
        return QSysInfo::currentCpuArchitecture();
    }
    const qsizetype colon = all.indexOf(':', at);
    return QString::fromUtf8(all.mid(colon + 1, all.indexOf('\n', colon) - colon - 1)).simplified();
}

QStringList verdict(const QString& what, const QString& target, const QString& measured, bool isReached)
{
    return {what, target, measured,
            isReached ? QStringLiteral("reached") : QStringLiteral("**not reached**")};
}

QString mark(const QString& name, bool end)
{
    return QStringLiteral("<!-- %1bench %2 -->\n").arg(end ? QStringLiteral("end of ") : QString(), name);
}

} // namespace

QStringList atLeast(const QString& what, double measured, double wanted, int decimals, const QString& unit)
{
    return verdict(what, QStringLiteral("at least ") + grouped(wanted) + unit,
                   grouped(measured, decimals) + unit, measured >= wanted);
}

QStringList lessThan(const QString& what, double measured, double wanted, int decimals, const QString& unit)
{
    return verdict(what, QStringLiteral("under %1%2").arg(QLocale::c().toString(wanted), unit),
                   grouped(measured, decimals) + unit, measured < wanted);
}

QStringList isSo(const QString& what, bool so, const QString& otherwise)
{
    return verdict(what, QStringLiteral("yes"), so ? QStringLiteral("yes") : otherwise, so);
}

QStringList notMeasured(const QString& what, const QString& reason)
{
    return {what, QString(), reason, QStringLiteral("**not measured**")};
}

QStringList targetHeader()
{
    return {QStringLiteral("Asked"), QStringLiteral("Target"), QStringLiteral("Measured"), QString()};
}

QString grouped(double number, int decimals)
{
    return QLocale(QLocale::English).toString(number, 'f', decimals);
}

QString machine()
{
    return QStringLiteral("%1, %2 cores, %3; g++ %4, Qt %5")
        .arg(processor())
        .arg(QThread::idealThreadCount())
        .arg(QSysInfo::prettyProductName(), QStringLiteral(__VERSION__), QString::fromLatin1(qVersion()));
}

QString told(const Section& section)
{
    QString text = QStringLiteral("*%1, on %2.*").arg(QDate::currentDate().toString(Qt::ISODate), machine());
    if (!section.remark.isEmpty()) {
        text += QLatin1Char(' ') + section.remark;
    }
    text += QLatin1Char('\n');
    for (const Table& table : section.tables) {
        text += QLatin1Char('\n') + line(table.header);
        QStringList rule(table.header.size(), QStringLiteral("---"));
        text += line(rule);
        for (const QStringList& row : table.rows) {
            text += line(row);
        }
    }
    return text;
}

QString note(const QString& path, const QString& name, const Section& section)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        return file.errorString();
    }
    QString text = QString::fromUtf8(file.readAll());
    file.close();
    const QString begin = mark(name, false);
    const qsizetype from = text.indexOf(begin);
    const qsizetype to = text.indexOf(mark(name, true));
    if (from < 0 || to < from) {
        return QStringLiteral("there is no place for \"%1\" in it").arg(name);
    }
    text.replace(from + begin.size(), to - from - begin.size(), told(section));
    if (!file.open(QFile::WriteOnly) || file.write(text.toUtf8()) < 0) {
        return file.errorString();
    }
    return {};
}

} // namespace leadway::bench
