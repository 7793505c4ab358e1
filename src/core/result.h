#pragma once

#include "core/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace leadway
{

/// The outcome of something that can fail: a T, or the Error that says why there is none.
/// `if (!result) return result.error();` passes a failure on.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) // a value is a result
        : m_outcome(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // so is an error
        : m_outcome(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_outcome.index() == 0; }
    T& operator*() & { return std::get<0>(m_outcome); }
    const T& operator*() const& { return std::get<0>(m_outcome); }
    T&& operator*() && { return std::get<0>(std::move(m_outcome)); }
    T* operator->() { return &std::get<0>(m_outcome); }
    const T* operator->() const { return &std::get<0>(m_outcome); }
    const Error& error() const { return std::get<1>(m_outcome); }

private:
    std::variant<T, Error> m_outcome;
};

/// Success without a value, or an Error.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // an error is a result
        : m_error(std::move(error))
    {
    }

    explicit operator bool() const { return !m_error; }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace leadway
