#pragma once

#include "app/crmlink.h"

#include <QObject>

class QLineEdit;

namespace leadway
{

/// Lets a field that wants an id take a link of the CRM as well. A link that is pasted becomes its id at
/// once; one that is typed when the person leaves the field, since until then there is more to come. Belongs
/// to the field.
class LinkField : public QObject
{
    Q_OBJECT

public:
    /// The part that the field wants, CrmLink::contactId for instance.
    LinkField(QLineEdit& edit, QString CrmLink::*part);

    /// Of a link that is still there, else the text without the white space around it.
    QString id() const;

Q_SIGNALS:
    /// The text is the id now.
    void linkTaken(const leadway::CrmLink& link);
    /// It is a link, but of a page without that part; the text stays.
    void otherLinkMet(const leadway::CrmLink& link);

private:
    void onTextChanged(const QString& text);
    void take();

    QLineEdit& m_edit;
    QString CrmLink::*const m_part;
    qsizetype m_length = 0; // before the latest change
};

} // namespace leadway
