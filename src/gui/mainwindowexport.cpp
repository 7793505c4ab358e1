// Exports: asking for one, following it, ending it.

#include "gui/exportdialog.h"
#include "gui/filterform.h"
#include "gui/jobcard.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"

#include <QMessageBox>
#include <QPushButton>

namespace leadway
{

void MainWindow::openExportDialog()
{
    if (!isOnMainPage() || isExporting() || !m_form->check()) {
        return;
    }
    ExportDialog::Subject subject;
    subject.account = m_account.displayName();
    subject.query = m_form->query();
    subject.locale = localeFor(m_language.code());
    if (m_shownQuery && *m_shownQuery == subject.query) {
        subject.count = m_pane->state().atEnd ? m_pane->state().loaded : m_pane->state().total;
    }
    auto* const dialog = new ExportDialog(subject, m_export.format, m_folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_folder = dialog->folder();
        m_settings.setFolder(m_folder);
        ExportRequest request = dialog->request();
        request.lanes = m_form->filters().lanes;
        m_settings.setFormatOptions(request.format);
        rememberFilters();
        startExport(m_account, request);
    });
    dialog->open();
}

void MainWindow::startExport(const Account& account, const ExportRequest& request)
{
    m_export = request;
    m_exportAccount = account;
    m_exportState = Fetching{};
    m_isExportPending = true;
    m_card->begin(request, account.displayName());
    m_exportLog.begin(request);
    m_accounts.connectTo(account, [this, number = ++m_exportNumber](const Result<void>& result) {
        if (number != m_exportNumber || !m_isExportPending) { // cancelled meanwhile
            return;
        }
        m_isExportPending = false;
        if (result) {
            onExportChanged(Fetching{});
            m_engine.startExport(m_exportAccount, m_export);
        } else {
            onExportChanged(Failed{result.error(), 0, {}});
        }
    });
    updateActions();
}

void MainWindow::cancelExport()
{
    if (m_isExportPending) {
        m_isExportPending = false;
        onExportChanged(Cancelled{});
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
    m_exportLog.note(state);
    m_card->setState(state);
    updateActions();
    if (!isTerminal(state)) {
        return;
    }
    if (auto* const question = findChild<QMessageBox*>(QStringLiteral("cancelMessageBox"))) {
        question->close();
    }
    if (m_isClosing) {
        close();
    }
}

void MainWindow::askToCancel(bool isClosing)
{
    if (findChild<QMessageBox*>(QStringLiteral("cancelMessageBox"))) {
        return;
    }
    auto* const question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("cancelMessageBox"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Leadway Message Exporter"));
    question->setTextFormat(Qt::PlainText);
    question->setText(isClosing ? tr("An export is running. Discard it and close?")
                                : tr("Cancel the export?"));
    question->setInformativeText(tr("Nothing has been saved yet."));
    auto* const discard = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    auto* const goOn = question->addButton(tr("&Go on"), QMessageBox::RejectRole);
    discard->setObjectName(QStringLiteral("discardPushButton"));
    goOn->setObjectName(QStringLiteral("goOnPushButton"));
    question->setDefaultButton(goOn);
    question->setEscapeButton(goOn);
    connect(discard, &QAbstractButton::clicked, this, [this, isClosing] {
        m_isClosing = isClosing;
        cancelExport();
    });
    question->open();
}

} // namespace leadway
