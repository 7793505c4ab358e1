#pragma once

#include "simulator/behaviour.h"
#include "simulator/exportquery.h"
#include "simulator/generator.h"

#include <QByteArray>

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace leadway::simulator
{

/// A message of the account by number, or behind them one of those that arrived later.
using MessageNumber = quint32;

/// The messages a page holds, and what stands around them.
struct PagePlan {
    struct Item {
        MessageNumber number;
        bool repeated; ///< was on the page before
    };
    std::vector<Item> items;
    QByteArray nextCursor; ///< empty at the end
    qint64 total = 0;
    bool cursorDied = false;
    bool first = false; ///< of its walk
};

/// The service's walks: the ordered messages of each query and the positions of their cursors. A walk keeps
/// the order it began with; one that ascends also sees what arrives. Not thread-safe; the server guards it.
class Views
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Views(const Generator& account);

    /// What one request gets. `stuck` gives the page before once more and leaves the position.
    PagePlan plan(const ExportQuery& query, const Behaviour& behaviour, qint64 requestNumber,
                  Clock::time_point now, bool stuck);
    void expire();
    /// Which messages are there may have changed. Walks keep what they began with.
    void forgetLists();
    /// From now on these exist too. They are newer than the whole account.
    void addLive(std::shared_ptr<const Generator> live);

private:
    using Numbers = std::vector<MessageNumber>;
    struct View {
        qint64 number = 0;
        ExportQuery query;
        std::shared_ptr<const Numbers> list; ///< ascending
        std::size_t first = 0;               ///< the walk's part of it
        std::size_t last = 0;
        std::size_t position = 0; ///< of a repeating cursor
        quint64 salt = 0;
        int generation = 0;
        int uses = 0;
        Clock::time_point used;

        std::size_t size() const { return last - first; }
    };

    const Generator& source(MessageNumber number, qint64& index) const;
    qint64 orderKey(MessageNumber number, bool byUpdated) const;
    qint64 rangeKey(MessageNumber number, const ExportQuery& query, const Behaviour& behaviour) const;
    bool matches(MessageNumber number, const ExportQuery& query) const;
    std::shared_ptr<const Numbers> listFor(const ExportQuery& query, const Behaviour& behaviour);
    void fill(View& view, const Behaviour& behaviour);
    View& open(const ExportQuery& query, const Behaviour& behaviour, Clock::time_point now);
    View* find(const ExportQuery& query, const Behaviour& behaviour, Clock::time_point now,
               std::size_t& position);
    MessageNumber at(const View& view, std::size_t position) const;
    Numbers slice(const View& view, std::size_t from, std::size_t to, bool shuffled) const;
    void shuffleTies(Numbers& numbers, bool byUpdated, quint64 salt) const;

    const Generator& m_account;
    std::shared_ptr<const Generator> m_live;
    std::map<QByteArray, std::shared_ptr<const Numbers>> m_lists;
    std::map<qint64, View> m_views;
    qint64 m_lastView = 0;
    int m_generation = 0;
};

} // namespace leadway::simulator
