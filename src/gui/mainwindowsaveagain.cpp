// One more file of what the last export brought, in another format, without asking Leadway again.

#include "gui/jobcard.h"
#include "gui/mainwindow.h"

namespace leadway
{

// What was only cut short is kept to be gone on with, and written like any such export.
bool MainWindow::canSaveAgain() const
{
    const auto* const finished = std::get_if<Finished>(&m_exportState);
    const bool isToBeGoneOnWith = finished && !finished->unfinishedId.isEmpty();
    return !isExporting() && (isToBeGoneOnWith || (m_isSpoolKept && m_saved));
}

void MainWindow::saveAgain()
{
    if (!canSaveAgain()) {
        return;
    }
    if (!m_isSpoolKept) {
        saveWhatCame();
        return;
    }
    askHowToSave(m_saved->account, m_saved->request.query, m_saved->finished.report.written(),
                 [this](const ExportRequest& request) {
                     m_exportAccount = m_saved->account;
                     m_export = m_saved->request;
                     m_export.saved.reset(); // what its run brought is noted already
                     m_export.format = request.format;
                     m_export.path = request.path;
                     runSaveAgain();
                 });
}

void MainWindow::runSaveAgain()
{
    m_isSavingAgain = true;
    m_earlier.reset();
    m_isOnlyWhatCame = false;
    m_offered.reset();
    m_exportState = Rendering{0, m_saved ? m_saved->finished.report.received() : 0};
    m_card->begin(m_export, m_exportAccount.displayName());
    m_card->setState(m_exportState);
    m_exportLog.beginAgain(m_export);
    m_engine.saveAgain(m_export);
    updateActions();
}

// As before somebody asked for one more.
void MainWindow::showSavedAgain()
{
    m_isSavingAgain = false;
    if (!m_saved) {
        return;
    }
    m_exportAccount = m_saved->account;
    m_export = m_saved->request;
    m_exportState = m_saved->finished;
    m_card->begin(m_export, m_exportAccount.displayName());
    updateActions();
    m_card->setState(m_exportState);
}

} // namespace leadway
