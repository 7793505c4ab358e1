#include "gui/releases.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>

namespace leadway
{

namespace
{

struct Releases {
    Q_DECLARE_TR_FUNCTIONS(leadway::Releases)
};

void tellVersion(const QString& more, QWidget* window)
{
    auto* const box = new QMessageBox(window);
    box->setObjectName(QStringLiteral("newVersionMessageBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Releases::tr("A new version"));
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setText(Releases::tr("This is version %1.").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(more);
    box->open();
}

} // namespace

QUrl releasesPage()
{
    return releasesPageOf(QStringLiteral(LEADWAY_RELEASES_URL));
}

QUrl releasesPageOf(const QString& setting)
{
    const QUrl page(setting, QUrl::StrictMode);
    const bool isSecure = page.scheme() == QLatin1String("https") && !page.host().isEmpty();
    return page.isValid() && isSecure ? page : QUrl();
}

void lookForNewVersion(const QUrl& page, QWidget* window)
{
    if (page.isEmpty()) {
        tellVersion(
            Releases::tr(
                "The program does not look for newer ones by itself. Ask whoever provides it to you."),
            window);
    } else if (!QDesktopServices::openUrl(page)) {
        tellVersion(
            Releases::tr("The browser could not be opened. Newer versions are at %1").arg(page.toString()),
            window);
    }
}

} // namespace leadway
