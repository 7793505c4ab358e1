#include "gui/accountform.h"

#include "app/wording.h"
#include "core/messagequery.h"
#include "gui/icons.h"
#include "gui/intoview.h"
#include "gui/linkfield.h"
#include "ui_accountform.h"

#include <QAction>

namespace leadway
{

AccountForm::AccountForm(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AccountForm>())
{
    m_ui->setupUi(this);
    m_ui->advancedWidget->hide();
    m_ui->advancedToolButton->setIcon(icon(Glyph::ChevronRight));
    m_ui->advancedToolButton->setIconSize({12, 12});
    m_eye = m_ui->tokenLineEdit->addAction(icon(Glyph::Eye, Tint::Secondary), QLineEdit::TrailingPosition);
    m_eye->setObjectName(QStringLiteral("showTokenAction"));
    m_eye->setCheckable(true);
    m_eye->setText(tr("Show the token"));
    connect(m_eye, &QAction::toggled, this, [this](bool isShown) {
        m_ui->tokenLineEdit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        m_eye->setIcon(icon(isShown ? Glyph::EyeOff : Glyph::Eye, Tint::Secondary));
    });
    connect(m_ui->advancedToolButton, &QToolButton::toggled, this, [this](bool isOpen) {
        m_ui->advancedWidget->setVisible(isOpen);
        m_ui->advancedToolButton->setIcon(icon(isOpen ? Glyph::ChevronDown : Glyph::ChevronRight));
    });
    setUpLocation();
    for (QLineEdit* field :
         {m_ui->tokenLineEdit, m_ui->nameLineEdit, m_ui->serverLineEdit, m_ui->versionLineEdit}) {
        connect(field, &QLineEdit::textChanged, this, &AccountForm::updateTokenHint);
        connect(field, &QLineEdit::textChanged, this, &AccountForm::edited);
    }
    begin({});
}

AccountForm::~AccountForm() = default;

void AccountForm::setUpLocation()
{
    connect(m_ui->locationLineEdit, &QLineEdit::textChanged, this, &AccountForm::onLocationEdited);
    m_location = new LinkField(*m_ui->locationLineEdit, &CrmLink::locationId);
    connect(m_location, &LinkField::linkTaken, this, &AccountForm::onLinkTaken);
}

void AccountForm::begin(const Account& known, bool hasToken)
{
    m_known = known;
    m_hasToken = hasToken;
    m_crmHost = known.crmHost;
    clearToken();
    m_ui->locationLineEdit->setText(known.locationId);
    m_ui->nameLineEdit->setText(known.name);
    m_ui->serverLineEdit->setText(known.connection.baseUrl.toString());
    m_ui->versionLineEdit->setText(QString::fromLatin1(known.connection.apiVersion));
    clearNotes();
}

void AccountForm::setHasToken(bool hasToken)
{
    m_hasToken = hasToken;
    updateTokenHint();
}

void AccountForm::focusFirst()
{
    const bool hasLocation = !m_ui->locationLineEdit->text().isEmpty();
    (hasLocation ? m_ui->tokenLineEdit : m_ui->locationLineEdit)->setFocus(Qt::OtherFocusReason);
}

Account AccountForm::account() const
{
    Account account = m_known;
    account.locationId = m_location->id();
    account.name = m_ui->nameLineEdit->text().trimmed();
    account.connection.baseUrl = QUrl(m_ui->serverLineEdit->text().trimmed(), QUrl::StrictMode);
    account.connection.apiVersion = m_ui->versionLineEdit->text().trimmed().toLatin1();
    account.crmHost = m_crmHost;
    return account;
}

Token AccountForm::token() const
{
    return Token(m_ui->tokenLineEdit->text().toUtf8());
}

bool AccountForm::isChanged() const
{
    return !m_ui->tokenLineEdit->text().isEmpty() || account() != m_known;
}

// The saved one goes to no other server.
bool AccountForm::needsToken() const
{
    return !m_hasToken || account().connection.baseUrl != m_known.connection.baseUrl;
}

bool AccountForm::check()
{
    clearNotes();
    const Account entered = account();
    const Token token = this->token();
    MessageQuery query;
    query.locationId = entered.locationId;
    if (const auto fault = query.validate()) {
        pointOut(*m_ui->locationFieldNote, wording::fault(*fault), *m_ui->locationLineEdit);
    } else if (token.isEmpty() ? needsToken() : !token.isWellFormed()) {
        pointOut(*m_ui->tokenFieldNote,
                 token.isEmpty() ? tr("Paste the token.") : tr("A token has no spaces or accents."),
                 *m_ui->tokenLineEdit);
    } else if (!entered.connection.isAllowed()) {
        m_ui->advancedToolButton->setChecked(true);
        pointOut(*m_ui->serverFieldNote, tr("The address must begin with https://"), *m_ui->serverLineEdit);
    } else if (!isApiVersion(entered.connection.apiVersion)) {
        m_ui->advancedToolButton->setChecked(true);
        pointOut(*m_ui->versionFieldNote, tr("A version looks like 2021-07-28."), *m_ui->versionLineEdit);
    } else {
        return true;
    }
    return false;
}

void AccountForm::showError(const Error& error, QWidget& fallback)
{
    const wording::Advice advice = wording::advice(error);
    const QString text =
        tr("%1 %2", "what happened, what to do")
            .arg(advice.what.endsWith(QLatin1Char('.')) ? advice.what : advice.what + QLatin1Char('.'),
                 advice.toDo)
            .trimmed();
    switch (error.kind) {
    case ErrorKind::TokenInvalid:
    case ErrorKind::ScopeMissing:
    case ErrorKind::AgencyToken:
    case ErrorKind::TokenMissing:
    case ErrorKind::StoreLocked:
    case ErrorKind::StoreUnavailable:
        pointOut(*m_ui->tokenFieldNote, text, *m_ui->tokenLineEdit);
        m_ui->tokenLineEdit->selectAll();
        break;
    case ErrorKind::OtherLocation:
        pointOut(*m_ui->locationFieldNote, text, *m_ui->locationLineEdit);
        break;
    case ErrorKind::NotFound:
    case ErrorKind::Redirect:
        m_ui->advancedToolButton->setChecked(true);
        pointOut(*m_ui->serverFieldNote, text, *m_ui->serverLineEdit);
        break;
    default:
        pointOut(*m_ui->outcomeFieldNote, text, fallback);
        break;
    }
}

void AccountForm::pointOut(FieldNote& note, const QString& text, QWidget& field)
{
    note.showError(text);
    field.setFocus(Qt::OtherFocusReason);
    bringIntoView({&field, &note});
}

void AccountForm::showHint(const QString& text)
{
    m_ui->outcomeFieldNote->showHint(text);
}

void AccountForm::showGood(const QString& text)
{
    m_ui->outcomeFieldNote->showGood(text);
    bringIntoView({m_ui->outcomeFieldNote});
}

void AccountForm::showNotice(const QString& text)
{
    m_ui->outcomeFieldNote->showError(text);
    bringIntoView({m_ui->outcomeFieldNote});
}

void AccountForm::clearNotes()
{
    for (FieldNote* note :
         {m_ui->locationFieldNote, m_ui->serverFieldNote, m_ui->versionFieldNote, m_ui->outcomeFieldNote}) {
        note->clear();
    }
    updateTokenHint();
}

void AccountForm::clearToken()
{
    m_ui->tokenLineEdit->clear();
}

void AccountForm::onLocationEdited()
{
    m_ui->locationFieldNote->clear();
    Q_EMIT edited();
}

void AccountForm::onLinkTaken(const CrmLink& link)
{
    m_ui->locationFieldNote->showGood(tr("Id found in the link"));
    m_crmHost = link.host;
    Q_EMIT edited();
}

void AccountForm::updateTokenHint()
{
    m_ui->tokenLineEdit->setPlaceholderText(needsToken() ? QString()
                                                         : tr("Saved; paste another to replace it"));
    const bool isOtherServer = m_hasToken && needsToken();
    m_ui->tokenFieldNote->showHint(isOtherServer
                                       ? tr("The saved token belongs to the other server. Paste it again.")
                                       : tr("Kept in this computer’s password store, never in a file."));
}

void AccountForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_eye->setText(tr("Show the token"));
        clearNotes();
    }
    QWidget::changeEvent(event);
}

} // namespace leadway
