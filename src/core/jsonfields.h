#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// One value of a JSON text.
struct JsonField {
    std::string path; ///< the keys that lead to it: "meta.email.to[0]"; empty for a text that is a lone value
    std::string value;
};

/// Every value of a JSON text, in the order of the text and valid as UTF-8, for a person to look through.
/// Strings are unescaped, numbers and words stay as written, what is empty is "{}" or "[]". Of a text that is
/// damaged, what stands before the damage. So that no text can exhaust the memory, what is nested deeper
/// than 32 levels stays JSON, a very long key is cut, and after 5,000 values comes a last one named "…".
/// Pure.
std::vector<JsonField> jsonFields(std::string_view json);

} // namespace leadway
