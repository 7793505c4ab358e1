#pragma once

#include "core/message.h"
#include "format/formatoptions.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QRadioButton;

namespace leadway
{

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class FormatForm;
}

/// How a file is to look: its format with what can be chosen for that one, columns, files and times; for CSV
/// also how it will begin, which follows every choice. The window's thread; owned by its parent.
class FormatForm : public QWidget
{
    Q_OBJECT

public:
    explicit FormatForm(QWidget* parent = nullptr);
    ~FormatForm() override;

    void setOptions(const FormatOptions& options);
    const FormatOptions& options() const { return m_options; }
    /// The first messages of the file. Until they are known, invented ones are shown, and said to be.
    void setSample(std::vector<Message> messages);

    void focusFormat();
    /// Tells in the form what is missing, and goes there; true if nothing is.
    bool check();

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Choice {
        QRadioButton* button;
        QLabel* purpose;
    };

    void setUpFormats();
    void setUpChoices();
    void setUpTabs();
    void setUpBeginning();
    void fill();
    void onEdited();
    void tell();
    void tellColumns();
    void tellBeginning();

    FormatOptions m_options;
    std::vector<Message> m_sample;
    std::vector<Choice> m_choices; // one for each format that is offered
    bool m_isFilling = false;
    std::unique_ptr<Ui::FormatForm> m_ui;
};

} // namespace leadway
