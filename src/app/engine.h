#pragma once

#include "app/exportjob.h"
#include "app/previewjob.h"

#include <QObject>
#include <QThread>

namespace leadway
{

class Worker;

/// The window's hand on the worker's thread, where all jobs and the ApiClient live. Commands go there and
/// values come back, both as queued calls, so nothing here ever waits. Owned by the window; lives on its
/// thread.
class Engine : public QObject
{
    Q_OBJECT

public:
    explicit Engine(JobSettings settings, QObject* parent = nullptr);
    ~Engine() override;

    /// Speaks to another server or with another token from now on; ends what is under way.
    void connectTo(const Connection& connection, const Token& token);

    /// Begins a preview in the place of the one before.
    void showMessages(const MessageQuery& query);
    void loadMore();
    /// The whole of a message of the preview comes by messageRead.
    void readMessage(const SpoolPosition& position);

    void startExport(const ExportRequest& request);
    void cancelExport();

Q_SIGNALS:
    /// Rows of the preview begun last, to be put behind those before.
    void rowsLoaded(const QList<leadway::PreviewRow>& rows);
    void previewChanged(const leadway::PreviewState& state);
    void messageRead(const leadway::SpoolPosition& position, const QByteArray& json);
    void exportChanged(const leadway::State& state);

private:
    template<class Call>
    void post(Call call);

    QThread m_thread;
    Worker* m_worker;  // lives on m_thread and goes when it ends
    int m_preview = 0; // the number of the preview begun last; rows of an earlier one are dropped
};

} // namespace leadway
