#include "gui/firststartpage.h"

#include "gui/accountform.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/languagename.h"
#include "ui_firststartpage.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace leadway
{

FirstStartPage::FirstStartPage(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FirstStartPage>())
{
    m_ui->setupUi(this);
    setFontStep(*m_ui->titleLabel, 7, true);
    m_ui->introLabel->setForegroundRole(QPalette::PlaceholderText);
    setUpSheet();
    m_ui->languageGlyphLabel->set(Glyph::Globe, Tint::Secondary, 16);
    connect(m_ui->continuePushButton, &QPushButton::clicked, this, &FirstStartPage::onContinue);
    connect(m_ui->samplePushButton, &QPushButton::clicked, this, &FirstStartPage::sampleRequested);
    connect(m_ui->cancelPushButton, &QPushButton::clicked, this, &FirstStartPage::cancelled);
    connect(m_ui->languageComboBox, &QComboBox::activated, this,
            [this](int index) { Q_EMIT languageChosen(m_ui->languageComboBox->itemData(index).toString()); });
    setTesting(false);
}

FirstStartPage::~FirstStartPage() = default;

// The page is a sheet, not a dialog's grey.
void FirstStartPage::setUpSheet()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->pageScrollArea->viewport()->setAutoFillBackground(false);
    m_ui->pageWidget->setAutoFillBackground(false);
    m_ui->dividerHairline->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

AccountForm& FirstStartPage::form()
{
    return *m_ui->accountForm;
}

void FirstStartPage::begin(const Account& known, bool canGoBack)
{
    m_canGoBack = canGoBack;
    m_ui->accountForm->begin(known);
    setTesting(false);
    m_ui->accountForm->focusFirst();
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
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->accountForm, m_ui->continuePushButton,
                                                           m_ui->samplePushButton}) {
        widget->setEnabled(!isTesting);
    }
    m_ui->samplePushButton->setVisible(m_isSampleAvailable && !isTesting);
    m_ui->cancelPushButton->setVisible(isTesting || m_canGoBack);
    if (isTesting) {
        m_ui->accountForm->showHint(tr("Testing the account…"));
        m_ui->cancelPushButton->setFocus(Qt::OtherFocusReason);
    } else {
        m_ui->accountForm->clearNotes();
    }
}

void FirstStartPage::showError(const Error& error)
{
    setTesting(false);
    m_ui->accountForm->showError(error, *m_ui->continuePushButton);
}

void FirstStartPage::onContinue()
{
    if (m_ui->accountForm->check()) {
        Q_EMIT accountEntered(m_ui->accountForm->account(), m_ui->accountForm->token());
    }
}

void FirstStartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        if (m_isTesting) {
            m_ui->accountForm->showHint(tr("Testing the account…"));
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
