// The menu of the help: its pages, About, a new version.

#include "gui/aboutdialog.h"
#include "gui/helpdesk.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"
#include "gui/releases.h"
#include "ui_mainwindow.h"

#include <QApplication>

namespace leadway
{

void MainWindow::setUpHelp()
{
    m_ui->helpAction->setShortcut(Qt::Key_F1);
    connect(m_ui->helpAction, &QAction::triggered, m_helpDesk, qOverload<>(&HelpDesk::open));
    connect(m_ui->newVersionAction, &QAction::triggered, this, &MainWindow::lookForNewVersion);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::translateHelp()
{
    m_ui->newVersionAction->setText(
        tr("Look for a &new version (this is %1)").arg(QApplication::applicationVersion()));
}

// Where an error shows, what it means is wanted, not what its place is for.
HelpPlace MainWindow::helpPlaceFor(const QWidget* focus) const
{
    const HelpTopic topic = helpTopicFor(focus);
    if (const auto* const failed = std::get_if<Failed>(&m_exportState);
        failed && topic == HelpTopic::Exporting) {
        return helpPlaceOf(failed->error.kind);
    }
    if (const auto& error = m_pane->state().error; error && topic == HelpTopic::Messages) {
        return helpPlaceOf(error->kind);
    }
    return {topic, {}};
}

void MainWindow::lookForNewVersion()
{
    leadway::lookForNewVersion(releasesPage(), this);
}

void MainWindow::showAbout()
{
    auto* const dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace leadway
