#include "app/characters/choose_player.hpp"

namespace praxis::app {

std::string choose_player(const Office& office, Registers& registers, const std::string& tenant,
                          const strategy::Scenario& scenario, const strategy::Counterpart& customer) {
    std::vector<characters::Player> players = office.settings.cast.shipped;
    for (OwnCharacter& own : registers.characters.list(tenant))
        players.push_back({std::move(own.id), std::move(own.who), std::move(own.plays)});
    return characters::player_for(
        {customer.name, customer.presents, customer.setting, {scenario.strategy_id, scenario.segment, scenario.role}},
        players);
}

}  // namespace praxis::app
