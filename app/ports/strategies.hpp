// The strategies that companies have published: each edition with its source text, kept for as long as the company is
// there, so that what was practised on it can be read again. Any thread; calls block. Errors: StoreTrouble.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::app {

// One version of a strategy, as it was written.
struct Edition {
    std::string tenant, strategy, version, source;
    std::string author;  // a person's id
    std::int64_t created_ms = 0;
};

struct Published {
    std::string strategy, name, version;
    std::int64_t changed_ms = 0;
};

struct Registers;

class Strategies {
public:
    using Along = std::function<void(Registers&)>;  // may be run twice

    virtual ~Strategies() = default;
    virtual std::vector<Published> list(const std::string& tenant) = 0;  // by id
    virtual std::optional<Edition> find(const std::string& tenant, const std::string& strategy,
                                        const std::string& version) = 0;
    // Newest first, without their sources.
    virtual std::vector<Edition> editions(const std::string& tenant, const std::string& strategy) = 0;
    // In force from now on, in place of version `before` (empty: none was). False: something else is in force by now.
    // `along` is kept in the same transaction, or nothing is.
    virtual bool publish(const Edition&, const std::string& name, const std::string& before, const Along&) = 0;
    // Its editions stay. False: it was not in force.
    virtual bool withdraw(const std::string& tenant, const std::string& strategy, std::int64_t now_ms,
                          const Along&) = 0;
};

}  // namespace praxis::app
