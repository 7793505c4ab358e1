// Exports: asking for one, following it, ending it.

#include "app/filesample.h"
#include "gui/exportdialog.h"
#include "gui/filterform.h"
#include "gui/jobcard.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"

#include <QApplication>

namespace leadway
{

void MainWindow::openExportDialog()
{
    if (!isOnMainPage() || isExporting() || !m_form->check()) {
        return;
    }
    const MessageQuery query = m_form->query();
    std::optional<qint64> count;
    if (m_shownQuery && *m_shownQuery == query) {
        const bool isTotalKnown = query.filter.isEmpty(); // the service's speaks of all that are looked at
        count = m_pane->state().atEnd ? m_pane->state().loaded
                                      : (isTotalKnown ? m_pane->state().total : std::nullopt);
    }
    const auto keptAs = std::make_shared<QString>();
    auto* const dialog = askHowToSave(m_account, query, count,
                                      [this, keptAs, filters = m_form->filters()](ExportRequest request) {
                                          request.lanes = filters.lanes;
                                          if (!keptAs->isEmpty()) {
                                              request.saved = keep(*keptAs, filters, request);
                                          }
                                          rememberFilters();
                                          startExport(m_account, request);
                                      });
    if (m_accounts.find(m_account.id)) {
        dialog->offerToKeep();
        connect(dialog, &ExportDialog::keepRequested, this,
                [keptAs](const QString& name) { *keptAs = name; });
    }
}

ExportDialog* MainWindow::askHowToSave(const Account& account, const MessageQuery& query,
                                       std::optional<qint64> count, const Then& then)
{
    const ExportDialog::Subject subject{account.displayName(), query, count, localeFor(m_language.code())};
    auto* const dialog = new ExportDialog(subject, m_export.format, m_folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, then] {
        m_folder = dialog->folder();
        m_settings.setFolder(m_folder);
        m_settings.setFormatOptions(dialog->request().format);
        then(dialog->request());
    });
    if (m_shownQuery && *m_shownQuery == query) {
        showBeginning(*dialog);
    }
    dialog->open();
    return dialog;
}

// The messages on top of the table are the first ones of the file. They come from the preview's spool, one
// after the other.
void MainWindow::showBeginning(ExportDialog& dialog)
{
    constexpr int enough = 3; // lines
    const QList<SpoolPosition> positions = m_pane->firstMessages(enough);
    const auto came = std::make_shared<std::vector<Message>>();
    connect(&m_engine, &Engine::messageRead, &dialog,
            [&dialog, positions, came](const SpoolPosition& position, const QByteArray& json) {
                const auto next = static_cast<qsizetype>(came->size());
                if (next == positions.size() || position != positions[next]) {
                    return; // one for the details
                }
                if (const auto message = sampleMessage(json)) {
                    came->push_back(*message);
                    dialog.setSample(*came);
                }
            });
    for (const SpoolPosition& position : positions) {
        m_engine.readMessage(position);
    }
}

void MainWindow::startExport(const Account& account, const ExportRequest& request)
{
    m_earlier.reset();
    m_isOnlyWhatCame = false;
    runExport(account, request);
}

void MainWindow::continueExport(const UnfinishedExport& earlier, bool isOnlyWhatCame)
{
    m_earlier = earlier;
    m_isOnlyWhatCame = isOnlyWhatCame;
    runExport(m_accounts.find(earlier.account.id).value_or(earlier.account), earlier.request);
}

void MainWindow::runExport(const Account& account, const ExportRequest& request)
{
    m_export = request;
    m_exportAccount = account;
    m_isSavingAgain = false;
    const Fetching before = broughtBefore();
    m_exportState = before;
    m_isExportPending = true;
    m_offered.reset();
    m_card->begin(request, account.displayName(), before);
    m_exportLog.begin(request, m_earlier.has_value());
    m_accounts.connectTo(account, [this, number = ++m_exportNumber](const Result<void>& result) {
        if (number != m_exportNumber || !m_isExportPending) { // cancelled meanwhile
            return;
        }
        m_isExportPending = false;
        if (!result) {
            onExportChanged(
                Failed{result.error(), broughtBefore().received, m_earlier ? m_earlier->id : QString()});
        } else if (!m_earlier) {
            m_engine.startExport(m_exportAccount, m_export);
        } else if (m_isOnlyWhatCame) {
            m_engine.saveWhatCame(*m_earlier);
        } else {
            m_engine.continueExport(*m_earlier);
        }
    });
    updateActions();
}

// By the export that the last one went on with, if it did.
Fetching MainWindow::broughtBefore() const
{
    return m_earlier ? Fetching{m_earlier->received, m_earlier->expected} : Fetching{};
}

// From where it stopped, if anything of it is kept.
void MainWindow::tryExportAgain()
{
    if (m_isSavingAgain) {
        runSaveAgain();
        return;
    }
    std::optional<UnfinishedExport> kept = keptExport();
    if (!kept) { // another program may have had it, and let go of it by now
        kept = m_earlier;
    }
    const Account account = m_accounts.find(m_exportAccount.id).value_or(m_exportAccount);
    if (!kept) {
        m_export.query.locationId = account.locationId; // which may have been mended
        startExport(account, m_export);
        return;
    }
    if (!m_isOnlyWhatCame && !canGoOn(*kept, account)) {
        m_exportState = Idle{};
        offerUnfinished();
        return;
    }
    kept->request.format = m_export.format;
    kept->request.path = m_export.path;
    continueExport(*kept, m_isOnlyWhatCame);
}

// The messages stay those of the export that could not be written, whatever the form says by now.
void MainWindow::saveElsewhere()
{
    askHowToSave(m_exportAccount, m_export.query, std::nullopt, [this](const ExportRequest& request) {
        m_export.format = request.format;
        m_export.path = request.path;
        tryExportAgain();
    });
}

void MainWindow::cancelExport()
{
    if (m_isExportPending) {
        m_isExportPending = false;
        onExportChanged(Cancelled{});
        m_engine.findUnfinished(); // what it would have gone on with is still there
    } else {
        m_engine.cancelExport();
    }
}

bool MainWindow::isExporting() const
{
    return !std::holds_alternative<Idle>(m_exportState) && !isTerminal(m_exportState);
}

void MainWindow::onExportChanged(const State& state)
{
    m_exportState = state;
    noteSavedResult();
    m_exportLog.note(state);
    if (const auto* const finished = std::get_if<Finished>(&state)) {
        m_saved = Saved{m_exportAccount, m_export, *finished};
    }
    m_longWork.note(state, QApplication::activeWindow() != nullptr, localeFor(m_language.code()));
    updateActions();
    m_card->setState(state);
    if (!isTerminal(state)) {
        return;
    }
    if (m_isSavingAgain && std::holds_alternative<Cancelled>(state)) {
        showSavedAgain();
    }
    offerUnfinished();
    closeQuestion();
    if (m_isClosing) {
        close();
    }
}

} // namespace leadway
