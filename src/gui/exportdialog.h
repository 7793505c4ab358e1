#pragma once

#include "app/exportjob.h"

#include <QDialog>
#include <QLocale>

#include <memory>
#include <optional>
#include <vector>

namespace leadway
{

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class ExportDialog;
}

/// Asks in which form and under which name the messages are to be saved, and about a file or folder that is
/// there already. Opened by the window with open(), which also owns it; the window's thread.
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

    /// The first messages of the file, where they are known.
    void setSample(std::vector<Message> messages);

    /// What to do, once the dialog is accepted.
    const ExportRequest& request() const { return m_request; }
    const QString& folder() const { return m_folder; }

    /// Lets the export be kept under a name, for it to be run again.
    void offerToKeep();

    void accept() override;

Q_SIGNALS:
    /// Right before it is accepted.
    void keepRequested(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpBody();
    void setUpKeeping();
    QString heading() const;
    void tell();
    void growToBody();
    void onFormatChanged();
    void suggestName();
    bool isFolder() const { return m_request.format.files != FileSplit::OneFile; }
    void setFolder(const QString& folder);
    void chooseFolder();
    QString typedName() const;
    QString faultOf(const QString& name) const;
    void askAboutExisting(const QString& path);
    void finish(const QString& path);

    Subject m_subject;
    ExportRequest m_request;
    QString m_folder;
    QString m_suggestion; // what the name was before anybody typed
    int m_tallestBody = 0;
    std::unique_ptr<Ui::ExportDialog> m_ui;
};

} // namespace leadway
