#pragma once

#include <QWidget>

#include <memory>

namespace leadway
{

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class AccountHelp;
}

/// Where in the CRM a person finds what an account asks for, the location and the token, with drawings of
/// what to look for. Beside the form of the first start, and in a dialog of its own. The window's thread;
/// owned by its parent.
class AccountHelp : public QWidget
{
    Q_OBJECT

public:
    explicit AccountHelp(QWidget* parent = nullptr);
    ~AccountHelp() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    std::unique_ptr<Ui::AccountHelp> m_ui;
};

/// Opens it in a dialog over a window, which goes on; the dialog deletes itself.
void openAccountHelp(QWidget* window);

} // namespace leadway
