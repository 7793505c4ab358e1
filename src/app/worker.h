#pragma once

#include "app/account.h"
#include "app/connectiontest.h"
#include "app/exportjob.h"
#include "app/finishedspool.h"
#include "app/messagetext.h"
#include "app/previewjob.h"
#include "app/rowfinder.h"
#include "app/saveagainjob.h"
#include "app/unfinished.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace leadway
{

/// What lives on the worker's thread: the client and the jobs that share it. Made and owned by the Engine,
/// destroyed by its thread's end.
class Worker : public QObject
{
    Q_OBJECT

public:
    explicit Worker(JobSettings settings);

    void tidyUp() const;
    void connectTo(const Account& account, const Token& token);
    void forget(const QUuid& account);
    void testConnection(int number, const Connection& connection, const Token& token,
                        const QString& locationId);
    void cancelTest() { m_test.reset(); }
    void showMessages(int number, const QUuid& account, const MessageQuery& query);
    void stopLooking();
    void endPreview() { m_preview.reset(); }
    void loadMore();
    void readMessage(const SpoolPosition& position);
    void readTexts(int number, const QList<SpoolPosition>& positions, qsizetype most);
    void find(int number, RowSearch search);
    void endFind() { m_finder.reset(); }
    void startExport(const Account& account, const ExportRequest& request);
    void continueExport(const UnfinishedExport& earlier, bool isOnlyWhatCame);
    void saveAgain(const ExportRequest& request);

    template<class Call>
    void toExport(Call call)
    {
        if (m_again) {
            call(*m_again);
        } else if (m_export) {
            call(*m_export);
        }
    }

    void finishExport();
    void findUnfinished();

Q_SIGNALS:
    void rowsLoaded(int preview, const QList<leadway::PreviewRow>& rows);
    void previewChanged(int preview, const leadway::PreviewState& state);
    void messageRead(const leadway::SpoolPosition& position, const QByteArray& json);
    void textsRead(int preview, const QList<leadway::MessageText>& texts);
    void rowsFound(int find, const QList<int>& numbers);
    void findEnded(int find);
    void exportChanged(const leadway::State& state);
    void spoolKept(bool isKept);
    void unfinishedFound(const QList<leadway::UnfinishedExport>& unfinished);
    void connectionTested(int test, const std::optional<leadway::Error>& error);

private:
    std::shared_ptr<ApiClient> clientOf(const QUuid& account) const;
    std::shared_ptr<ApiClient> takeClientFor(const QUuid& account);
    void run(std::unique_ptr<ExportJob> job);
    bool isExporting() const;
    void keepSpool(std::optional<FinishedSpool> spool);
    void dropExport();
    JobSettings settingsFor(const QUuid& account) const;

    JobSettings m_settings;
    // These go last: the jobs below use them.
    std::map<QUuid, std::shared_ptr<ApiClient>> m_clients; // one an account, so that its allowance is one
    std::shared_ptr<ApiClient> m_previewClient;
    std::shared_ptr<ApiClient> m_exportClient;
    QUuid m_previewAccount;
    QUuid m_exportAccount;
    std::unique_ptr<PreviewJob> m_preview;
    std::unique_ptr<ExportJob> m_export;
    std::optional<FinishedSpool> m_spool; // of the last export
    std::unique_ptr<SaveAgainJob> m_again;
    std::unique_ptr<ConnectionTest> m_test;
    std::unique_ptr<RowFinder> m_finder;
};

} // namespace leadway
