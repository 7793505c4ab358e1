#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QListWidget;
class QPushButton;

namespace leadway
{

/// All columns that are for a person, to be ticked and put in order: dragged, or moved with two buttons or
/// Alt and an arrow key. The window's thread; owned by its parent.
class ColumnsField : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsField(QWidget* parent = nullptr);

    /// Ticks these and puts them first, in this order.
    void setKeys(const std::vector<std::string>& keys);
    /// Those that are ticked, in their order.
    std::vector<std::string> keys() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setUpList();
    void setUpButtons();
    void tell();
    void moveCurrent(int by);
    void updateButtons();

    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
};

} // namespace leadway
