#pragma once

#include "app/reporttext.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTextEdit;

namespace leadway
{

class FieldNote;
class Language;

/// The details of an export that has ended: its account in words, to be read, copied and saved, or all that
/// is known of why it failed. Changes nothing. Opened by the window with open(), which also owns it; the
/// window's thread.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Subject {
        QString account;
        ExportRequest request;
        State state; ///< Finished or Failed
    };

    /// `language` gives the form of numbers and dates and has to outlive the dialog.
    ReportDialog(Subject subject, const Language& language, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpLayout();
    void takeSize();
    void tell();
    void fill();
    void copy();
    void chooseFile();
    void save(const QString& path);
    const ExportReport* exportReport() const;

    Subject m_subject;
    const Language& m_language;
    ReportText m_report;

    QLabel* m_title;
    QLabel* m_line;
    QTextEdit* m_text;
    FieldNote* m_note;
    QPushButton* m_save;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace leadway
