#include "gui/linkfield.h"

#include <QLineEdit>

#include <cstdlib>

namespace leadway
{

LinkField::LinkField(QLineEdit& edit, QString CrmLink::*part)
    : QObject(&edit)
    , m_edit(edit)
    , m_part(part)
    , m_length(edit.text().size())
{
    connect(&m_edit, &QLineEdit::textChanged, this, &LinkField::onTextChanged);
    connect(&m_edit, &QLineEdit::editingFinished, this, &LinkField::take);
}

QString LinkField::id() const
{
    const QString id = readCrmLink(m_edit.text()).*m_part;
    return id.isEmpty() ? m_edit.text().trimmed() : id;
}

void LinkField::onTextChanged(const QString& text)
{
    const bool isTyped = std::abs(text.size() - m_length) <= 1;
    m_length = text.size();
    if (!isTyped) {
        take();
    }
}

void LinkField::take()
{
    const CrmLink link = readCrmLink(m_edit.text());
    if (!(link.*m_part).isEmpty()) {
        m_edit.setText(link.*m_part);
        Q_EMIT linkTaken(link);
    } else if (!link.locationId.isEmpty()) {
        Q_EMIT otherLinkMet(link);
    }
}

} // namespace leadway
