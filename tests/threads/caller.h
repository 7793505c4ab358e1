#pragma once

#include "simulator/server.h"

#include <cstddef>
#include <functional>
#include <httplib.h>
#include <string>
#include <vector>

namespace leadway::threads
{

/// How many press upon a server at once, and how many messages each asks for.
constexpr int kThreads = 6;
constexpr std::size_t kLimit = 40;

/// Says what does not hold, and counts it. From any thread.
bool check(bool isTrue, const char* what);
int wrongChecks();

/// Runs it once a number from 0, each on a thread of its own, begun together; returns when all of them ended.
void onThreads(int count, const std::function<void(int)>& work);

bool contains(const std::string& text, const std::string& part);
bool startsWith(const std::string& text, const std::string& part);

/// What the pages of an upward walk through an account have to be, to the byte. A value.
class Book
{
public:
    explicit Book(const simulator::Generator& account);

    std::size_t size() const { return m_messages.size(); }
    std::size_t pages() const { return (size() + kLimit - 1) / kLimit; }
    /// Up to what stands behind the messages.
    std::string page(std::size_t number) const;

private:
    std::vector<std::string> m_messages;
};

/// The cursor a page ends with; empty where there is none.
std::string cursorOf(const std::string& page);

/// A client of a server that was started, with a connection of its own. It belongs to one thread.
class Caller
{
public:
    explicit Caller(const simulator::Server& server);

    httplib::Result get(const std::string& cursor = {}, const httplib::Headers& more = {});

private:
    httplib::Client m_client;
};

/// Walks once through the account, beginning anew where a cursor has died; answers how often that was.
int walk(Caller& caller, const Book& book);

} // namespace leadway::threads
