// The stem of a word by a named Snowball algorithm (libstemmer). Not thread-safe: each reading makes its own, which
// costs well under a microsecond. An unknown algorithm leaves words as they are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace praxis::language::text {

class Stemmer {
public:
    explicit Stemmer(const std::string& algorithm);
    // Valid until the next call.
    std::string_view stem(std::string_view word);

private:
    struct Delete {
        void operator()(sb_stemmer*) const;
    };
    std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace praxis::language::text
