// What a start of the program asks of the window: its own, and later ones that found it open.

#include "app/log.h"
#include "gui/accountform.h"
#include "gui/bringtofront.h"
#include "gui/firststartpage.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"
#include "gui/startrequest.h"

#include <QApplication>
#include <QLineEdit>

namespace leadway
{

namespace
{

Account accountNamedBy(const StartRequest& request)
{
    Account known;
    known.locationId = request.locationId;
    if (!request.server.isEmpty()) {
        known.connection.baseUrl = QUrl(request.server, QUrl::StrictMode);
    }
    if (!request.apiVersion.isEmpty()) {
        known.connection.apiVersion = request.apiVersion.toLatin1();
    }
    return known;
}

// The other fields have values of their own.
bool isUntouched(const QWidget& form)
{
    const auto isEmpty = [&form](const char* name) {
        const auto* const field = form.findChild<QLineEdit*>(QLatin1String(name));
        return !field || field->text().isEmpty();
    };
    return isEmpty("locationLineEdit") && isEmpty("tokenLineEdit");
}

} // namespace

void MainWindow::meet(const StartRequest& request)
{
    // A saved token goes to no server that was named here: the account is asked for.
    if (request.namesAccount()) {
        askForAccount(accountNamedBy(request));
    }
    if (request.wantsSample) {
        openSample();
    }
}

void MainWindow::meetAgain(const StartRequest& request)
{
    m_log.write(QStringLiteral("was started once more"));
    if (isIdle()) {
        meet(request);
    }
    bringToFront(*this, request.activation);
    if (QWidget* const dialog = QApplication::activeModalWidget()) {
        bringToFront(*dialog, request.activation); // where a person has to answer first
    }
}

// Nobody would lose what they are at: no question is open, no export runs, no rows are read, nothing is
// typed.
bool MainWindow::isIdle() const
{
    if (QApplication::activeModalWidget() || isExporting()) {
        return false;
    }
    return isOnMainPage() ? !m_shownQuery : !m_candidate && isUntouched(m_firstPage->form());
}

} // namespace leadway
