// Exports that were not finished, in this run of the program or an earlier one: offering to go on with them.

#include "gui/jobcard.h"
#include "gui/mainwindow.h"

#include <algorithm>

namespace leadway
{

void MainWindow::onUnfinishedFound(const QList<UnfinishedExport>& unfinished)
{
    m_unfinished = unfinished;
    offerUnfinished();
}

// The one touched last of those whose account is known here; the command line goes on with others. Not while
// the card tells something else.
void MainWindow::offerUnfinished()
{
    if (!std::holds_alternative<Idle>(m_exportState)) {
        return;
    }
    const auto offered =
        std::find_if(m_unfinished.begin(), m_unfinished.end(), [this](const UnfinishedExport& one) {
            return m_accounts.find(one.account.id) && !m_putAside.contains(one.id);
        });
    if (offered != m_unfinished.end()) {
        m_offered = *offered;
        m_card->offer(*offered, canGoOn(*offered, *m_accounts.find(offered->account.id)));
    } else if (m_offered) { // it is gone, perhaps with its account
        m_offered.reset();
        m_card->dismiss();
    }
}

// What the card speaks of: the one it offers, or what an export that failed or was cut short left.
std::optional<UnfinishedExport> MainWindow::keptExport() const
{
    if (m_offered) {
        return m_offered;
    }
    QString id;
    if (const auto* const failed = std::get_if<Failed>(&m_exportState)) {
        id = failed->unfinishedId;
    } else if (const auto* const finished = std::get_if<Finished>(&m_exportState)) {
        id = finished->unfinishedId;
    }
    const auto kept = std::find_if(m_unfinished.begin(), m_unfinished.end(),
                                   [&id](const UnfinishedExport& one) { return one.id == id; });
    return kept == m_unfinished.end() ? std::nullopt : std::optional(*kept);
}

void MainWindow::goOn()
{
    if (std::holds_alternative<Paused>(m_exportState)) {
        m_engine.goOnWithExport();
    } else if (m_offered) {
        const std::optional<Account> account = m_accounts.find(m_offered->account.id);
        if (account && canGoOn(*m_offered, *account)) {
            continueExport(*m_offered, false);
        } else { // changed since it was offered
            offerUnfinished();
        }
    } else {
        tryExportAgain();
    }
}

void MainWindow::saveWhatCame()
{
    const std::optional<UnfinishedExport> kept = keptExport();
    if (!kept) {
        return;
    }
    askHowToSave(kept->account, kept->request.query, kept->received,
                 [this, earlier = *kept](const ExportRequest& request) mutable {
                     earlier.request.format = request.format;
                     earlier.request.path = request.path;
                     continueExport(earlier, true);
                 });
}

void MainWindow::onCardDismissed()
{
    m_exportState = Idle{};
    if (m_offered) {
        m_putAside.insert(m_offered->id);
        m_offered.reset();
    }
    m_engine.findUnfinished();
}

} // namespace leadway
