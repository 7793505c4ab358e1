#pragma once

#include "app/accounts.h"
#include "app/settings.h"

#include <QDialog>
#include <QLocale>

#include <memory>
#include <optional>

class QPushButton;

namespace leadway
{

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class SavedExportsDialog;
}

/// The list of saved exports: run one, only for what is new or all of it again, rename and delete them. The
/// one that ran last is chosen at first, and the way it ran has the accent. Opened by the window with open(),
/// which also owns it; the window's thread.
class SavedExportsDialog : public QDialog
{
    Q_OBJECT

public:
    struct Surroundings {
        QString savedRoot;        ///< where it is kept what they have handed out
        bool isExporting = false; ///< so that none can be run, nor deleted
        QLocale locale;
    };

    SavedExportsDialog(Settings& settings, const Accounts& accounts, Surroundings surroundings,
                       QWidget* parent = nullptr);
    ~SavedExportsDialog() override;

Q_SIGNALS:
    /// The dialog has closed; this is to be run.
    void runRequested(const leadway::SavedExport& saved, leadway::RunWay way);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpList();
    void setUpButtons();
    void fill();
    std::optional<SavedExport> current() const;
    void run(RunWay way);
    void askForName();
    void askToDelete();
    void updateButtons();
    static void setAccent(QPushButton& button, bool isAccent);

    Settings& m_settings;
    const Accounts& m_accounts;
    Surroundings m_surroundings;
    QUuid m_selected;
    std::unique_ptr<Ui::SavedExportsDialog> m_ui;
};

} // namespace leadway
