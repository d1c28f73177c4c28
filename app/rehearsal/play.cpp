#include "app/rehearsal/play.hpp"

#include <utility>

#include "core/base/digest.hpp"

namespace praxis::app {

Result<Play, Problems> make_play(strategy::Scenario scenario, Tongue tongue) {
    auto scene = buyer::make_scene(scenario);
    if (!scene) return refuse(std::move(scene.error()));
    Play play;
    play.scenario = std::make_shared<const strategy::Scenario>(std::move(scenario));
    play.scene = std::make_shared<const buyer::Scene>(std::move(*scene));
    play.lexicon = std::make_shared<const language::Lexicon>(*play.scenario);
    play.tongue = std::move(tongue);
    return play;
}

conversation::Header header_of(const Play& play, Seed seed) {
    conversation::Header header;
    header.engine = engine_name();
    header.scenario_id = play.scenario->id;
    header.scenario_digest = play.scenario->digest;
    header.strategy_id = play.scenario->strategy_id;
    header.strategy_version = play.scenario->strategy_version;
    header.language_digest = Digest().add(play.tongue.reader->digest()).add(play.tongue.grammar->digest()).hex();
    header.model_digest = play.tongue.reader->model_digest();
    header.seed = seed;
    return header;
}

std::string engine_name() {
    return "praxis 0.1.0";
}

}  // namespace praxis::app
