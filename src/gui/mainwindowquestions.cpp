// What the window asks before anything is thrown away.

#include "gui/jobcard.h"
#include "gui/mainwindow.h"

#include <QMessageBox>
#include <QPushButton>

namespace leadway
{

namespace
{

const QString kQuestion = QStringLiteral("cancelMessageBox"); // about the running export

qint64 receivedIn(const State& state)
{
    if (const auto* const fetching = std::get_if<Fetching>(&state)) {
        return fetching->received;
    }
    if (const auto* const waiting = std::get_if<Waiting>(&state)) {
        return waiting->fetching.received;
    }
    if (const auto* const paused = std::get_if<Paused>(&state)) {
        return paused->fetching.received;
    }
    const auto* const rendering = std::get_if<Rendering>(&state);
    return rendering ? rendering->total : 0;
}

QMessageBox* makeQuestion(QWidget* parent, const QString& name, const QString& text, const QString& more)
{
    auto* const question = new QMessageBox(parent);
    question->setObjectName(name);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(parent->windowTitle());
    question->setTextFormat(Qt::PlainText);
    question->setText(text);
    question->setInformativeText(more);
    return question;
}

QPushButton* addButton(QMessageBox& question, const QString& text, QMessageBox::ButtonRole role,
                       const char* name)
{
    QPushButton* const button = question.addButton(text, role);
    button->setObjectName(QLatin1String(name));
    return button;
}

// The one that changes nothing, so Enter and Esc take it.
void addHarmless(QMessageBox& question, const QString& text)
{
    QPushButton* const button = addButton(question, text, QMessageBox::RejectRole, "goOnPushButton");
    question.setDefaultButton(button);
    question.setEscapeButton(button);
}

} // namespace

QString MainWindow::nothingSaved() const
{
    return m_isSavingAgain ? tr("The file that was saved before stays.") : tr("Nothing has been saved yet.");
}

void MainWindow::askToCancel()
{
    if (findChild<QMessageBox*>(kQuestion)) {
        return;
    }
    const bool isWorthSaving = receivedIn(m_exportState) > 0 && !m_isExportPending && !m_isSavingAgain &&
                               !std::holds_alternative<Rendering>(m_exportState);
    auto* const question =
        makeQuestion(this, kQuestion, tr("Cancel the export?"),
                     isWorthSaving ? tr("What has come so far can be saved: the file will not hold all "
                                        "messages, and the program will say so.")
                                   : nothingSaved());
    if (isWorthSaving) {
        connect(addButton(*question, tr("&Keep what I have"), QMessageBox::AcceptRole, "keepPushButton"),
                &QAbstractButton::clicked, this, [this] {
                    m_isOnlyWhatCame = true; // should the file have to be written elsewhere
                    m_engine.finishExport();
                });
    }
    connect(addButton(*question, tr("&Discard"), QMessageBox::DestructiveRole, "discardPushButton"),
            &QAbstractButton::clicked, this, &MainWindow::cancelExport);
    addHarmless(*question, tr("&Go on"));
    question->open();
}

void MainWindow::askToClose()
{
    if (findChild<QMessageBox*>(kQuestion)) {
        return;
    }
    const bool isKept = !m_exportAccount.isSample && !m_isSavingAgain && receivedIn(m_exportState) > 0;
    auto* const question = makeQuestion(
        this, kQuestion,
        isKept ? tr("An export is running. Close all the same?")
               : tr("An export is running. Discard it and close?"),
        isKept ? tr("What has come so far is kept: next time it can go on from there.") : nothingSaved());
    if (isKept) {
        connect(addButton(*question, tr("&Close, go on later"), QMessageBox::AcceptRole, "closePushButton"),
                &QAbstractButton::clicked, this, [this] {
                    m_isClosing = true;
                    close();
                });
    }
    connect(addButton(*question, tr("&Discard"), QMessageBox::DestructiveRole, "discardPushButton"),
            &QAbstractButton::clicked, this, [this] {
                m_isClosing = true;
                cancelExport();
            });
    addHarmless(*question, tr("&Go on"));
    question->open();
}

void MainWindow::closeQuestion()
{
    if (auto* const question = findChild<QMessageBox*>(kQuestion)) {
        question->close();
    }
}

void MainWindow::askToDiscard()
{
    if (!m_offered) {
        return;
    }
    auto* const question =
        makeQuestion(this, QStringLiteral("discardMessageBox"), tr("Discard what was fetched?"),
                     tr("No file was made of it yet. It can still be fetched again from Leadway."));
    connect(addButton(*question, tr("&Discard"), QMessageBox::DestructiveRole, "discardPushButton"),
            &QAbstractButton::clicked, this, [this, unfinished = *m_offered] {
                m_putAside.insert(unfinished.id); // should it be in use elsewhere, nothing more is said of it
                m_card->dismiss();
                m_engine.discardUnfinished(unfinished);
            });
    addHarmless(*question, tr("&Keep it"));
    question->open();
}

} // namespace leadway
