// Saved exports: their list, running one, keeping a new one.

#include "app/filename.h"
#include "gui/mainwindow.h"
#include "gui/savedexportsdialog.h"

#include <QDateTime>

namespace leadway
{

void MainWindow::openSavedExports()
{
    if (!isOnMainPage()) {
        return;
    }
    auto* const dialog = new SavedExportsDialog(
        m_settings, m_accounts, {m_savedRoot, isExporting(), localeFor(m_language.code())}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SavedExportsDialog::runRequested, this, &MainWindow::runSaved);
    dialog->open();
}

void MainWindow::runSaved(const SavedExport& saved, RunWay way)
{
    const auto account = m_accounts.find(saved.account);
    if (!account || isExporting()) {
        return;
    }
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(m_export.format.zone).date();
    ExportRequest request = requestOf(saved, *account, way, today);
    request.path = uniquePath(request.path, request.format.files);
    startExport(*account, request);
}

// What the dialog's request is now the first run of.
SavedRun MainWindow::keep(const QString& name, const Filters& filters, const ExportRequest& request)
{
    SavedExport saved;
    saved.id = QUuid::createUuid();
    saved.name = name;
    saved.account = m_account.id;
    saved.filters = filters;
    saved.format = request.format;
    saved.folder = m_folder;
    saved.language = m_language.code();
    m_settings.save(saved);
    return {saved.id, RunWay::All};
}

// Of the file that was written, which a run of a saved export chooses.
QString MainWindow::writtenPath() const
{
    const auto* const finished = std::get_if<Finished>(&m_exportState);
    return finished ? finished->report.path : m_export.path;
}

void MainWindow::noteSavedResult()
{
    const auto* const finished = std::get_if<Finished>(&m_exportState);
    if (finished && m_export.saved) {
        m_settings.noteResult(*m_export.saved,
                              resultOf(*m_export.saved, finished->report, QDateTime::currentDateTimeUtc()));
    }
}

} // namespace leadway
