#include "gui/savedexportsdialog.h"

#include "app/savedstate.h"
#include "app/wording.h"
#include "gui/icons.h"
#include "gui/saveddelegate.h"
#include "gui/style.h"
#include "ui_savedexportsdialog.h"

#include <QEvent>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace leadway
{

SavedExportsDialog::SavedExportsDialog(Settings& settings, const Accounts& accounts,
                                       Surroundings surroundings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_accounts(accounts)
    , m_surroundings(std::move(surroundings))
    , m_ui(std::make_unique<Ui::SavedExportsDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("savedExportsDialog"));
    setUpList();
    setUpButtons();
    fill();
    constexpr QSize usual(720, 480);
    constexpr int around = 64;
    resize(usual.expandedTo(minimumSizeHint()).boundedTo(screen()->availableSize() - QSize(around, around)));
}

SavedExportsDialog::~SavedExportsDialog() = default;

void SavedExportsDialog::setUpList()
{
    m_ui->savedListWidget->setItemDelegate(new SavedDelegate(m_ui->savedListWidget));
    m_ui->hintLabel->setForegroundRole(QPalette::PlaceholderText);
    connect(m_ui->savedListWidget, &QListWidget::currentRowChanged, this, [this] {
        if (const QListWidgetItem* const item = m_ui->savedListWidget->currentItem()) {
            m_selected = item->data(SavedDelegate::IdRole).toUuid();
        }
        updateButtons();
    });
    connect(m_ui->savedListWidget, &QListWidget::itemActivated, this, [this] {
        if (const auto saved = current()) {
            run(saved->lastWay);
        }
    });
    const QList<SavedExport> all = m_settings.savedExports();
    const auto latest = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return (a.last ? a.last->when : QDateTime()) < (b.last ? b.last->when : QDateTime());
    });
    m_selected = latest == all.end() ? QUuid() : latest->id;
}

void SavedExportsDialog::setUpButtons()
{
    connect(m_ui->newPushButton, &QPushButton::clicked, this, [this] { run(RunWay::OnlyNew); });
    connect(m_ui->allPushButton, &QPushButton::clicked, this, [this] { run(RunWay::All); });
    connect(m_ui->closePushButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->renamePushButton, &QPushButton::clicked, this, &SavedExportsDialog::askForName);
    connect(m_ui->deletePushButton, &QPushButton::clicked, this, &SavedExportsDialog::askToDelete);
}

void SavedExportsDialog::fill()
{
    const QList<SavedExport> all = m_settings.savedExports();
    {
        const QSignalBlocker blocker(m_ui->savedListWidget);
        m_ui->savedListWidget->clear();
        const bool hasSeveralAccounts = m_accounts.all().size() > 1;
        for (const SavedExport& saved : all) {
            const auto account = m_accounts.find(saved.account);
            const QString what =
                wording::savedWhat(saved, hasSeveralAccounts && account ? account->displayName() : QString(),
                                   m_surroundings.locale);
            const QString result = wording::savedResult(saved.last, m_surroundings.locale);
            auto* const item = new QListWidgetItem(saved.name, m_ui->savedListWidget);
            item->setData(SavedDelegate::IdRole, saved.id);
            item->setData(SavedDelegate::WhatRole, what);
            item->setData(SavedDelegate::ResultRole, result);
            item->setData(Qt::AccessibleTextRole,
                          QStringList{saved.name, what, result}.join(QStringLiteral(". ")));
            if (saved.id == m_selected) {
                m_ui->savedListWidget->setCurrentItem(item);
            }
        }
    }
    if (!m_ui->savedListWidget->currentItem() && !all.isEmpty()) {
        m_ui->savedListWidget->setCurrentRow(0);
    }
    m_ui->savedListWidget->setVisible(!all.isEmpty());
    m_ui->emptyLabel->setVisible(all.isEmpty());
    updateButtons();
}

std::optional<SavedExport> SavedExportsDialog::current() const
{
    const QListWidgetItem* const item = m_ui->savedListWidget->currentItem();
    return item ? m_settings.savedExport(item->data(SavedDelegate::IdRole).toUuid()) : std::nullopt;
}

void SavedExportsDialog::run(RunWay way)
{
    const auto saved = current();
    if (!saved || m_surroundings.isExporting) {
        return;
    }
    accept();
    Q_EMIT runRequested(*saved, way);
}

void SavedExportsDialog::askForName()
{
    const auto saved = current();
    if (!saved) {
        return;
    }
    auto* const question = new QInputDialog(this);
    question->setObjectName(QStringLiteral("renameInputDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(windowTitle());
    question->setLabelText(tr("Name"));
    question->setTextValue(saved->name);
    connect(question, &QInputDialog::textValueSelected, this, [this, id = saved->id](const QString& name) {
        auto renamed = m_settings.savedExport(id);
        if (renamed && !name.simplified().isEmpty()) {
            renamed->name = name;
            m_settings.save(*std::move(renamed));
            fill();
        }
    });
    question->open();
}

void SavedExportsDialog::askToDelete()
{
    const auto saved = current();
    if (!saved) {
        return;
    }
    auto* const question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("deleteMessageBox"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(windowTitle());
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Delete the saved export “%1”?").arg(saved->name));
    question->setInformativeText(tr("The files that it saved stay."));
    auto* const remove = question->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    auto* const keep = question->addButton(tr("&Keep"), QMessageBox::RejectRole);
    remove->setObjectName(QStringLiteral("confirmDeletePushButton"));
    keep->setObjectName(QStringLiteral("keepPushButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(remove, &QAbstractButton::clicked, this, [this, id = saved->id, account = saved->account] {
        m_settings.removeSavedExport(id);
        KnownMessages::remove(savedStatePath(m_surroundings.savedRoot, account, id));
        fill();
    });
    question->open();
}

void SavedExportsDialog::setAccent(QPushButton& button, bool isAccent)
{
    button.setProperty(kAccentProperty, isAccent);
    button.setIcon(icon(Glyph::Export, isAccent ? Tint::OnAccent : Tint::Text));
    button.setDefault(isAccent);
    button.update();
}

void SavedExportsDialog::updateButtons()
{
    const auto saved = current();
    const bool canRun = saved && !m_surroundings.isExporting;
    const RunWay usual = saved ? saved->lastWay : RunWay::OnlyNew;
    setAccent(*m_ui->newPushButton, usual == RunWay::OnlyNew);
    setAccent(*m_ui->allPushButton, usual == RunWay::All);
    for (QPushButton* button : {m_ui->newPushButton, m_ui->allPushButton, m_ui->deletePushButton}) {
        button->setEnabled(canRun);
        button->setToolTip(m_surroundings.isExporting ? tr("One export at a time") : QString());
    }
    m_ui->renamePushButton->setEnabled(saved.has_value());
}

void SavedExportsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fill();
    }
    QDialog::changeEvent(event);
}

} // namespace leadway
