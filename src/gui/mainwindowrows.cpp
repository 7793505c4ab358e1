// What is done with the message of a row: read it, ask for its contact or conversation, copy it, open it.

#include "app/crmlink.h"
#include "app/messagedetails.h"
#include "app/wording.h"
#include "gui/detailspane.h"
#include "gui/filterform.h"
#include "gui/mainwindow.h"
#include "gui/messagefind.h"
#include "gui/messagemodel.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/rowmenu.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>

namespace leadway
{

namespace
{

constexpr int kNewsShownFor = 5000; // milliseconds

} // namespace

void MainWindow::setUpRowMenu()
{
    connect(&m_pane->table(), &MessageTable::menuRequested, this, &MainWindow::openRowMenu);
    connect(m_rowMenu, &RowMenu::onlyContactRequested, this,
            [this] { showOnlyContact(m_pane->currentRow().contactId); });
    connect(m_rowMenu, &RowMenu::onlyConversationRequested, this, [this] {
        readRow([this](const MessageDetails& details) { showOnlyConversation(details.conversationId); });
    });
    connect(m_rowMenu, &RowMenu::copyMessageRequested, this, [this] {
        readRow([this, words = wording::previewText(m_pane->currentRow())](const MessageDetails& details) {
            QApplication::clipboard()->setText(details.text.isEmpty() ? words : details.text);
            m_ui->statusBar->showMessage(tr("Copied."), kNewsShownFor);
        });
    });
    connect(m_rowMenu, &RowMenu::copyRowsRequested, &m_pane->table(), &MessageTable::copySelection);
    connect(m_rowMenu, &RowMenu::openInCrmRequested, this, [this] {
        readRow(
            [this](const MessageDetails& details) { openInCrm(details.contactId, details.conversationId); });
    });
}

void MainWindow::setUpFinding()
{
    MessageFind& find = m_pane->find();
    m_ui->findAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_ui->findNextAction->setShortcut(Qt::Key_F3);
    m_ui->findPreviousAction->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    connect(m_ui->findAction, &QAction::triggered, &find, &MessageFind::open);
    connect(m_ui->findNextAction, &QAction::triggered, &find, &MessageFind::next);
    connect(m_ui->findPreviousAction, &QAction::triggered, &find, &MessageFind::previous);
    connect(&find, &MessageFind::searchWanted, &m_engine, &Engine::find);
    connect(&find, &MessageFind::searchDropped, &m_engine, &Engine::endFind);
    connect(&m_engine, &Engine::rowsFound, &find, &MessageFind::takeFound);
    connect(&m_engine, &Engine::findEnded, &find, &MessageFind::takeEnd);
    // Where there are no rows, there is no field either.
    const auto update = [this] {
        for (QAction* action : {m_ui->findAction, m_ui->findNextAction, m_ui->findPreviousAction}) {
            action->setEnabled(m_pane->hasRows());
        }
    };
    connect(&m_pane->model(), &QAbstractItemModel::rowsInserted, this, update);
    connect(&m_pane->model(), &QAbstractItemModel::modelReset, this, update);
    update();
}

void MainWindow::setUpConversation()
{
    m_details->setMessages(m_pane->model());
    connect(m_details, &DetailsPane::messageChosen, this,
            [this](int number) { m_pane->table().goTo(m_pane->model().order().rowOf(number)); });
    connect(m_details, &DetailsPane::textsWanted, &m_engine, &Engine::readTexts);
    connect(&m_engine, &Engine::textsRead, m_details, &DetailsPane::takeTexts);
    connect(m_details, &DetailsPane::onlyConversationRequested, this, &MainWindow::showOnlyConversation);
}

void MainWindow::openRowMenu(const QPoint& at)
{
    if (m_pane->currentMessage()) {
        m_rowMenu->open(at, m_pane->table().selectedRows(), !m_pane->currentRow().contactId.isEmpty(),
                        !m_account.crmHost.isEmpty());
    }
}

// A row holds what the table shows; the rest comes from the preview's spool.
void MainWindow::readRow(const WithDetails& then)
{
    if (const auto position = m_pane->currentMessage()) {
        m_wanted = {*position, then};
        m_engine.readMessage(*position);
    }
}

void MainWindow::onMessageRead(const SpoolPosition& position, const QByteArray& json)
{
    if (m_current == position) { // not one that was passed over meanwhile
        m_details->showMessage(json);
    }
    if (m_wanted && m_wanted->first == position) {
        const WithDetails then = std::exchange(m_wanted, std::nullopt)->second;
        then(messageDetails(json, m_export.format.zone, localeFor(m_language.code())));
    }
}

// What is selected is read only while it can be seen.
void MainWindow::readCurrent()
{
    m_current = !m_details->isHidden() ? m_pane->currentMessage() : std::nullopt;
    if (m_current) {
        m_engine.readMessage(*m_current);
    } else {
        m_details->clear();
    }
    m_details->showConversationOf(m_current ? m_pane->currentNumber() : -1);
}

void MainWindow::showOnlyContact(const QString& contactId)
{
    Filters filters = m_form->filters();
    filters.contactId = contactId;
    m_form->setFilters(filters);
    showMessages();
}

void MainWindow::showOnlyConversation(const QString& conversationId)
{
    if (conversationId.isEmpty()) {
        m_ui->statusBar->showMessage(tr("This message belongs to no conversation."), kNewsShownFor);
        return;
    }
    Filters filters = m_form->filters();
    filters.conversationId = conversationId;
    m_form->setFilters(filters);
    showMessages();
}

void MainWindow::openInCrm(const QString& contactId, const QString& conversationId)
{
    if (contactId.isEmpty() && conversationId.isEmpty()) {
        m_ui->statusBar->showMessage(tr("Leadway has no page for this message."), kNewsShownFor);
        return;
    }
    QDesktopServices::openUrl(crmAddress(m_account.crmHost, m_account.locationId, contactId, conversationId));
}

// The first link of the CRM that is pasted anywhere tells where its pages are.
void MainWindow::onCrmHostFound(const QString& host)
{
    if (!m_account.crmHost.isEmpty() || m_account.isSample) {
        return;
    }
    m_account.crmHost = host;
    if (auto kept = m_accounts.find(m_account.id)) {
        kept->crmHost = host;
        m_settings.save(*kept);
    }
    m_details->setCanOpenInCrm(true);
}

} // namespace leadway
