#include "tests/realism/talks.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/strategy/compile.hpp"
#include "program/library.hpp"
#include "tests/properties/utterances.hpp"

namespace praxis::realism {

std::vector<Exchange> exchanges_of(const app::Rehearsal& rehearsal) {
    std::vector<Exchange> exchanges;
    for (const conversation::Event& event : rehearsal.conversation.events) {
        if (std::holds_alternative<conversation::RepSaid>(event.body)) exchanges.push_back({&event, nullptr});
        const bool answers = std::holds_alternative<conversation::BuyerSaid>(event.body) && !exchanges.empty();
        if (answers && exchanges.back().buyer == nullptr) exchanges.back().buyer = &event;
    }
    std::erase_if(exchanges, [](const Exchange& exchange) { return exchange.buyer == nullptr; });
    return exchanges;
}

std::filesystem::path House::data() {
    return PRAXIS_DATA;
}

House::House() {
    setenv("PRAXIS_DATA", PRAXIS_DATA, 0);
    const auto library = program::Library::open();
    if (!library) throw std::runtime_error("the library cannot be opened");
    tongue_ = library->tongue("en").value();
    add(PRAXIS_SOURCE "/tests/strategies/vantix.yaml", PRAXIS_SOURCE "/tests/conversations");
    for (const char* name : {"hallam-steel", "ledgerline", "sterivia"})
        add(name, data() / "strategies" / name / "conversations");
    labelled_ = files::load_turns(data() / "language" / "en" / "turns").value().rep;
}

void House::add(const std::string& strategy, const std::filesystem::path& conversations) {
    const auto library = program::Library::open();
    const auto loaded = library->strategy(strategy);
    if (!loaded) throw std::runtime_error("no strategy " + strategy);
    written_.push_back(properties::written_lines(conversations));
    for (strategy::Scenario& scenario : strategy::compile_all(loaded->strategy)) {
        scenes_.push_back(app::make_play(std::move(scenario), tongue_).value());
        strategy_of_.push_back(written_.size() - 1);
    }
}

const std::vector<std::string>& House::written_for(std::size_t scene) const {
    return written_[strategy_of_[scene]];
}

app::Play House::scene_of(const std::string& strategy, const std::string& scenario) const {
    const auto found = std::ranges::find_if(scenes_, [&](const app::Play& play) {
        return play.scenario->strategy_id == strategy && play.scenario->id == scenario;
    });
    if (found == scenes_.end()) throw std::runtime_error("no scenario " + scenario);
    return *found;
}

app::Rehearsal play(const app::Play& scene, Seed seed, std::uint32_t turns_most, const Lines& line) {
    app::Rehearsal rehearsal = app::start_rehearsal(scene, seed, app::Support::silent);
    for (std::uint32_t turn = 1; turn <= turns_most && !rehearsal.over; ++turn) app::take_turn(rehearsal, line(turn));
    return rehearsal;
}

app::Rehearsal go_on(app::Rehearsal rehearsal, const std::string& line) {
    app::take_turn(rehearsal, line);
    return rehearsal;
}

}  // namespace praxis::realism
