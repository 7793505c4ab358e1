#include "gui/rowmenu.h"

#include "gui/icons.h"

#include <QEvent>

namespace leadway
{

RowMenu::RowMenu(QWidget* parent)
    : QMenu(parent)
    , m_onlyContact(addAction(leadway::icon(Glyph::Person), QString()))
    , m_onlyConversation(addAction(leadway::icon(Glyph::Sms), QString()))
    , m_copyMessage(addAction(QString()))
    , m_copyRows(addAction(QString()))
    , m_openInCrm(addAction(leadway::icon(Glyph::Link), QString()))
{
    setObjectName(QStringLiteral("rowMenu"));
    m_onlyContact->setObjectName(QStringLiteral("onlyContactAction"));
    m_onlyConversation->setObjectName(QStringLiteral("onlyConversationAction"));
    m_copyMessage->setObjectName(QStringLiteral("copyMessageAction"));
    m_copyRows->setObjectName(QStringLiteral("copyRowsAction"));
    m_openInCrm->setObjectName(QStringLiteral("openInCrmAction"));
    insertSeparator(m_copyMessage);
    insertSeparator(m_openInCrm);
    connect(m_onlyContact, &QAction::triggered, this, &RowMenu::onlyContactRequested);
    connect(m_onlyConversation, &QAction::triggered, this, &RowMenu::onlyConversationRequested);
    connect(m_copyMessage, &QAction::triggered, this, &RowMenu::copyMessageRequested);
    connect(m_copyRows, &QAction::triggered, this, &RowMenu::copyRowsRequested);
    connect(m_openInCrm, &QAction::triggered, this, &RowMenu::openInCrmRequested);
    translate();
}

void RowMenu::open(const QPoint& at, int selectedRows, bool hasContact, bool canOpenInCrm)
{
    m_selectedRows = selectedRows;
    m_onlyContact->setEnabled(hasContact);
    m_openInCrm->setVisible(canOpenInCrm); // without the address nobody can tell how to get it
    translate();
    popup(at);
}

void RowMenu::translate()
{
    m_onlyContact->setText(tr("Only this &contact"));
    m_onlyConversation->setText(tr("Only this con&versation"));
    m_copyMessage->setText(tr("Copy &message"));
    m_copyRows->setText(m_selectedRows > 1 ? tr("Copy &rows") : tr("Copy &row"));
    m_openInCrm->setText(tr("&Open in Leadway"));
}

void RowMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        translate();
    }
    QMenu::changeEvent(event);
}

} // namespace leadway
