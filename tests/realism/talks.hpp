// Whole conversations for the figures of realism: every scenario of the example strategies, played through text, with
// lines of the labelled turns, of the worked conversations, or of both. For the tests in this folder.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "adapters/files/language/turns_file.hpp"
#include "app/rehearsal/play.hpp"
#include "app/rehearsal/rehearsal.hpp"
#include "core/conversation/event.hpp"

namespace praxis::realism {

// One rep turn and what the customer made of it.
struct Exchange {
    const conversation::Event* rep = nullptr;
    const conversation::Event* buyer = nullptr;
    const conversation::RepSaid& said() const { return std::get<conversation::RepSaid>(rep->body); }
    const conversation::BuyerSaid& answer() const { return std::get<conversation::BuyerSaid>(buyer->body); }
};

std::vector<Exchange> exchanges_of(const app::Rehearsal&);

// The scenes and the lines, loaded once.
class House {
public:
    House();  // fails the test when something cannot be loaded

    const std::vector<app::Play>& scenes() const { return scenes_; }
    const std::vector<files::RepTurn>& labelled() const { return labelled_; }  // of the training text only
    const std::vector<std::string>& written_for(std::size_t scene) const;      // the strategy's worked conversations
    app::Play scene_of(const std::string& strategy, const std::string& scenario) const;
    static std::filesystem::path data();

private:
    void add(const std::string& strategy, const std::filesystem::path& conversations);

    std::vector<app::Play> scenes_;
    std::vector<std::size_t> strategy_of_;
    std::vector<std::vector<std::string>> written_;
    std::vector<files::RepTurn> labelled_;
    app::Tongue tongue_;
};

using Lines = std::function<std::string(std::uint32_t turn)>;
app::Rehearsal play(const app::Play&, Seed, std::uint32_t turns_most, const Lines&);
app::Rehearsal go_on(app::Rehearsal, const std::string& line);

}  // namespace praxis::realism
