#include "gui/firststartpage.h"

#include "app/crmlink.h"
#include "app/wording.h"
#include "core/messagequery.h"
#include "gui/helpdrawing.h"
#include "gui/icons.h"
#include "gui/languagename.h"
#include "ui_firststartpage.h"

#include <QAction>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace leadway
{

FirstStartPage::FirstStartPage(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FirstStartPage>())
{
    m_ui->setupUi(this);
    setUpWords();
    setUpHelp();
    m_ui->languageGlyphLabel->set(Glyph::Globe, Tint::Secondary, 16);
    m_ui->advancedWidget->hide();
    m_ui->advancedToolButton->setIcon(icon(Glyph::ChevronRight));
    m_ui->advancedToolButton->setIconSize({12, 12});
    m_ui->serverLineEdit->setText(Connection().baseUrl.toString());
    m_ui->versionLineEdit->setText(QString::fromLatin1(Connection().apiVersion));

    auto* const eye =
        m_ui->tokenLineEdit->addAction(icon(Glyph::Eye, Tint::Secondary), QLineEdit::TrailingPosition);
    eye->setObjectName(QStringLiteral("showTokenAction"));
    eye->setCheckable(true);
    connect(eye, &QAction::toggled, this, [this, eye](bool isShown) {
        m_ui->tokenLineEdit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(icon(isShown ? Glyph::EyeOff : Glyph::Eye, Tint::Secondary));
    });
    connect(m_ui->advancedToolButton, &QToolButton::toggled, this, [this](bool isOpen) {
        m_ui->advancedWidget->setVisible(isOpen);
        m_ui->advancedToolButton->setIcon(icon(isOpen ? Glyph::ChevronDown : Glyph::ChevronRight));
    });
    connect(m_ui->locationLineEdit, &QLineEdit::textChanged, this, &FirstStartPage::onLocationEdited);
    connect(m_ui->tokenLineEdit, &QLineEdit::textChanged, this, &FirstStartPage::updateTokenHint);
    connect(m_ui->continuePushButton, &QPushButton::clicked, this, &FirstStartPage::onContinue);
    connect(m_ui->samplePushButton, &QPushButton::clicked, this, &FirstStartPage::sampleRequested);
    connect(m_ui->cancelPushButton, &QPushButton::clicked, this, &FirstStartPage::cancelled);
    connect(m_ui->languageComboBox, &QComboBox::activated, this,
            [this](int index) { Q_EMIT languageChosen(m_ui->languageComboBox->itemData(index).toString()); });
    updateTokenHint();
    setTesting(false);
}

FirstStartPage::~FirstStartPage() = default;

void FirstStartPage::setUpWords()
{
    setFontStep(*m_ui->titleLabel, 7, true);
    for (QLabel* label : {m_ui->introLabel, m_ui->helpLocationLabel, m_ui->helpTokenLabel}) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    setFontStep(*m_ui->helpTitleLabel, 1, true);
    setFontStep(*m_ui->helpLocationTitleLabel, 0, true);
    setFontStep(*m_ui->helpTokenTitleLabel, 0, true);
}

void FirstStartPage::setUpHelp()
{
    // The page is a sheet, not a dialog's grey.
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->pageScrollArea->viewport()->setAutoFillBackground(false);
    m_ui->pageWidget->setAutoFillBackground(false);
    m_ui->dividerHairline->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    const auto put = [](QWidget* place, HelpDrawing::Kind kind) {
        auto* const layout = new QVBoxLayout(place);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(new HelpDrawing(kind, place));
    };
    put(m_ui->addressWidget, HelpDrawing::Kind::Address);
    put(m_ui->scopeWidget, HelpDrawing::Kind::Scope);
}

void FirstStartPage::begin(const Account& known, bool canGoBack)
{
    m_canGoBack = canGoBack;
    clearNotes();
    clearToken();
    m_ui->locationLineEdit->setText(known.isSample ? QString() : known.locationId);
    m_ui->nameLineEdit->setText(known.isSample ? QString() : known.name);
    if (!known.isSample) {
        m_ui->serverLineEdit->setText(known.connection.baseUrl.toString());
        m_ui->versionLineEdit->setText(QString::fromLatin1(known.connection.apiVersion));
    }
    setTesting(false);
    const bool hasLocation = !m_ui->locationLineEdit->text().isEmpty();
    (hasLocation ? m_ui->tokenLineEdit : m_ui->locationLineEdit)->setFocus(Qt::OtherFocusReason);
}

void FirstStartPage::setSampleAvailable(bool isAvailable)
{
    m_isSampleAvailable = isAvailable;
    m_ui->samplePushButton->setVisible(isAvailable);
}

void FirstStartPage::setLanguages(const QStringList& codes, const QString& current)
{
    const QSignalBlocker blocker(m_ui->languageComboBox);
    m_ui->languageComboBox->clear();
    for (const QString& code : codes) {
        m_ui->languageComboBox->addItem(languageName(code), code);
    }
    m_ui->languageComboBox->setCurrentIndex(static_cast<int>(codes.indexOf(current)));
}

void FirstStartPage::setTesting(bool isTesting)
{
    m_isTesting = isTesting;
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_ui->locationLineEdit, m_ui->tokenLineEdit, m_ui->nameLineEdit, m_ui->serverLineEdit,
             m_ui->versionLineEdit, m_ui->continuePushButton, m_ui->samplePushButton}) {
        field->setEnabled(!isTesting);
    }
    m_ui->samplePushButton->setVisible(m_isSampleAvailable && !isTesting);
    m_ui->cancelPushButton->setVisible(isTesting || m_canGoBack);
    if (isTesting) {
        m_ui->outcomeFieldNote->showHint(tr("Testing the account…"));
        m_ui->cancelPushButton->setFocus(Qt::OtherFocusReason);
    } else if (!m_ui->outcomeFieldNote->isError()) {
        m_ui->outcomeFieldNote->clear();
    }
}

void FirstStartPage::showError(const Error& error)
{
    setTesting(false);
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
        pointOut(*m_ui->outcomeFieldNote, text, *m_ui->continuePushButton);
        break;
    }
}

void FirstStartPage::pointOut(FieldNote& note, const QString& text, QWidget& field)
{
    note.showError(text);
    field.setFocus(Qt::OtherFocusReason);
    // Once the note has got its place.
    QMetaObject::invokeMethod(
        this,
        [this, shown = std::array<QWidget*, 2>{&field, &note}] {
            for (QWidget* widget : shown) {
                m_ui->pageScrollArea->ensureWidgetVisible(widget);
            }
        },
        Qt::QueuedConnection);
}

void FirstStartPage::showNotice(const QString& text)
{
    m_ui->outcomeFieldNote->showError(text);
}

void FirstStartPage::clearToken()
{
    m_ui->tokenLineEdit->clear();
}

void FirstStartPage::onLocationEdited()
{
    m_ui->locationFieldNote->clear();
    const CrmLink link = readCrmLink(m_ui->locationLineEdit->text());
    if (!link.locationId.isEmpty()) {
        const QSignalBlocker blocker(m_ui->locationLineEdit);
        m_ui->locationLineEdit->setText(link.locationId);
        m_ui->locationFieldNote->showGood(tr("Id found in the link"));
    }
}

Connection FirstStartPage::connection() const
{
    Connection connection;
    connection.baseUrl = QUrl(m_ui->serverLineEdit->text().trimmed(), QUrl::StrictMode);
    connection.apiVersion = m_ui->versionLineEdit->text().trimmed().toLatin1();
    return connection;
}

void FirstStartPage::onContinue()
{
    clearNotes();
    Account account;
    account.locationId = m_ui->locationLineEdit->text().trimmed();
    account.name = m_ui->nameLineEdit->text().trimmed();
    account.connection = connection();
    account.token = Token(m_ui->tokenLineEdit->text().toUtf8());
    MessageQuery query;
    query.locationId = account.locationId;
    if (const auto fault = query.validate()) {
        pointOut(*m_ui->locationFieldNote, wording::fault(*fault), *m_ui->locationLineEdit);
    } else if (!account.token.isWellFormed()) {
        pointOut(*m_ui->tokenFieldNote,
                 account.token.isEmpty() ? tr("Paste the token.") : tr("A token has no spaces or accents."),
                 *m_ui->tokenLineEdit);
    } else if (!account.connection.isAllowed()) {
        m_ui->advancedToolButton->setChecked(true);
        pointOut(*m_ui->serverFieldNote, tr("The address must begin with https://"), *m_ui->serverLineEdit);
    } else {
        Q_EMIT accountEntered(account);
    }
}

void FirstStartPage::clearNotes()
{
    m_ui->locationFieldNote->clear();
    m_ui->serverFieldNote->clear();
    m_ui->outcomeFieldNote->clear();
    updateTokenHint();
}

void FirstStartPage::updateTokenHint()
{
    m_ui->tokenFieldNote->showHint(tr("Kept until you close the program, never in a file."));
}

void FirstStartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        if (!m_isTesting) {
            clearNotes();
        }
    }
    QWidget::changeEvent(event);
}

void FirstStartPage::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_isTesting) {
        auto* const button = qobject_cast<QPushButton*>(focusWidget());
        (button ? button : m_ui->continuePushButton)->click();
    } else if (event->key() == Qt::Key_Escape && m_ui->cancelPushButton->isVisible()) {
        m_ui->cancelPushButton->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace leadway
