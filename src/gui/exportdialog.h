#pragma once

#include "app/exportjob.h"

#include <QDialog>
#include <QLocale>

#include <memory>
#include <optional>

class QLabel;
class QRadioButton;

namespace leadway
{

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class ExportDialog;
}

/// Asks in which form and under which name the messages are to be saved, and about a file that is there
/// already. Opened by the window with open(), which also owns it; the window's thread.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Subject {
        QString account;
        MessageQuery query;
        std::optional<qint64> count; ///< about how many messages, where that is known
        QLocale locale;
    };

    /// `options` and `folder` are what was chosen last.
    ExportDialog(Subject subject, const FormatOptions& options, QString folder, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What to do, once the dialog is accepted.
    const ExportRequest& request() const { return m_request; }
    const QString& folder() const { return m_folder; }

    void accept() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Choice {
        Format format;
        QRadioButton* button;
        QLabel* purpose;
    };

    std::array<Choice, 4> choices() const;
    void tell();
    void suggestName();
    void setFolder(const QString& folder);
    void chooseFolder();
    QString typedName() const;
    void askAboutExisting(const QString& path);
    void finish(const QString& path);

    Subject m_subject;
    ExportRequest m_request;
    QString m_folder;
    QString m_suggestion; // what the name was before anybody typed
    std::unique_ptr<Ui::ExportDialog> m_ui;
};

} // namespace leadway
