#pragma once

#include "app/account.h"

#include <QWidget>

#include <memory>

class QAction;

namespace leadway
{

class FieldNote;
class LinkField;
struct CrmLink;

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class AccountForm;
}

/// The fields of an account: where it is, its token, a name, and where the server is. Checks what can be
/// checked here and says under a field what is wrong with it. A saved token is never shown; the field stays
/// empty and is filled only to replace it, which another server makes necessary. Used by the first start and
/// by the list of accounts, which own it; the window's thread.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    explicit AccountForm(QWidget* parent = nullptr);
    ~AccountForm() override;

    /// Fills the form with what is known. With a token at hand for it, the field for one may stay empty.
    void begin(const Account& known, bool hasToken = false);
    void setHasToken(bool hasToken);
    /// Puts the focus where something is missing.
    void focusFirst();

    /// As it was begun, with what is in the fields now.
    Account account() const;
    /// What was typed; empty if the saved one is to stay.
    Token token() const;
    /// Whether the account or its token differ from what it was begun with.
    bool isChanged() const;

    /// Points out what is wrong, with the focus there; true if nothing is.
    bool check();
    /// Why the account does not work, under the field it concerns; the others of `fallback`'s kind go below
    /// the fields and put the focus on `fallback`.
    void showError(const Error& error, QWidget& fallback);
    /// Sentences that belong to no field.
    void showHint(const QString& text);
    void showGood(const QString& text);
    void showNotice(const QString& text);
    void clearNotes();
    /// Forgets the token that was typed.
    void clearToken();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpLocation();
    void onLocationEdited();
    void onLinkTaken(const CrmLink& link);
    void updateTokenHint();
    bool needsToken() const;
    void pointOut(FieldNote& note, const QString& text, QWidget& field);

    std::unique_ptr<Ui::AccountForm> m_ui;
    LinkField* m_location = nullptr;
    QAction* m_eye = nullptr; // in the field of the token
    Account m_known;
    bool m_hasToken = false;
    QString m_crmHost; // of a link pasted since
};

} // namespace leadway
