#include "gui/accounthelp.h"

#include "gui/fieldnote.h"
#include "gui/helpdrawing.h"
#include "ui_accounthelp.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace leadway
{

AccountHelp::AccountHelp(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AccountHelp>())
{
    m_ui->setupUi(this);
    for (QLabel* label : {m_ui->helpLocationLabel, m_ui->helpTokenLabel}) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    setFontStep(*m_ui->helpTitleLabel, 1, true);
    setFontStep(*m_ui->helpLocationTitleLabel, 0, true);
    setFontStep(*m_ui->helpTokenTitleLabel, 0, true);
    const auto put = [](QWidget* place, HelpDrawing::Kind kind) {
        auto* const layout = new QVBoxLayout(place);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(new HelpDrawing(kind, place));
    };
    put(m_ui->addressWidget, HelpDrawing::Kind::Address);
    put(m_ui->scopeWidget, HelpDrawing::Kind::Scope);
}

AccountHelp::~AccountHelp() = default;

void AccountHelp::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
    }
    QWidget::changeEvent(event);
}

void openAccountHelp(QWidget* window)
{
    constexpr int margin = 24;
    constexpr int width = 368;
    auto* const dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("accountHelpDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(AccountHelp::tr("Location and token"));
    auto* const layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(new AccountHelp(dialog));
    auto* const buttons = new QDialogButtonBox(dialog);
    // Close has no letter, since Esc does it.
    auto* const close = buttons->addButton(AccountHelp::tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("closeHelpPushButton"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->resize(width, layout->heightForWidth(width));
    dialog->open();
}

} // namespace leadway
