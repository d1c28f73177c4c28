#include "app/characters/characters.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"

namespace praxis::app {
namespace {

using characters::Part;

void require_to(const people::Principal& who, people::Verb verb) {
    require(who, verb, people::of_tenant(who));
}

// What is wrong with the parts, by the strategies that are in force.
class PartCheck {
public:
    PartCheck(Shelf& shelf, const std::string& tenant) : shelf_(shelf), tenant_(tenant) {}

    void add_faults(const std::vector<Part>& plays, Problems& faults) {
        faults_ = &faults;
        where_ = "/plays";
        if (plays.size() > kPartsMost)
            return complain("", "has more than 20 parts", "leave segment or role out: that covers all of them");
        for (std::size_t i = 0; i < plays.size(); ++i) {
            where_ = "/plays/" + std::to_string(i);
            check(plays[i]);
        }
    }

private:
    void check(const Part& part) {
        const auto strategy = shelf_.find(tenant_, part.strategy);
        if (!strategy) return complain("/strategy", "there is no strategy '" + part.strategy + "'", strategies());
        if (!part.segment.empty()) check_one("/segment", "segment", part.segment, ids_of(strategy->segments));
        if (!part.role.empty()) check_one("/role", "role", part.role, ids_of(strategy->roles));
    }

    void check_one(const char* place, const std::string& what, const std::string& wanted,
                   const std::vector<std::string>& known) {
        if (std::find(known.begin(), known.end(), wanted) != known.end()) return;
        const std::string near = nearest(wanted, known);
        complain(place, "this strategy has no " + what + " '" + wanted + "'",
                 near.empty() ? "leave it out, or take one of the strategy's" : "did you mean '" + near + "'?");
    }

    template <class Thing>
    static std::vector<std::string> ids_of(const std::vector<Thing>& things) {
        std::vector<std::string> ids;
        for (const Thing& thing : things) ids.push_back(thing.id);
        return ids;
    }

    std::string strategies() {
        std::string ids;
        for (const auto& strategy : shelf_.list(tenant_)) ids += (ids.empty() ? "" : ", ") + strategy->id;
        return ids.empty() ? "leave it out until there is one" : "take one of " + ids;
    }

    void complain(const char* place, std::string what, std::string mend) {
        faults_->push_back({Severity::error, {where_ + place, 0, 0}, std::move(what), std::move(mend)});
    }

    Shelf& shelf_;
    const std::string& tenant_;
    Problems* faults_ = nullptr;
    std::string where_;
};

void require_sound(CharacterDesk& desk, const people::Principal& who, const CharacterWish& wish) {
    Problems faults = characters::faults_of(wish.who, desk.office.settings.cast.traits, "/person");
    PartCheck(desk.shelf, who.tenant).add_faults(wish.plays, faults);
    if (!faults.empty()) throw Refusal(Refused::invalid, "This character cannot be kept.", std::move(faults));
}

Refusal taken(const std::string& word, const char* by_whom) {
    return {Refused::conflict,
            "'" + word + "' is " + by_whom + ". Take another word.",
            {{Severity::error, {"/person/id", 0, 0}, "is taken already", "take another word"}}};
}

// Of whom `id` is not one: the others there are.
void require_own_word(const Office& office, const std::vector<OwnCharacter>& all, const std::string& word,
                      const std::string& id) {
    const auto& shipped = office.settings.cast.shipped;
    if (std::any_of(shipped.begin(), shipped.end(), [&](const auto& one) { return one.id == word; }))
        throw taken(word, "one of the people that come with Praxis");
    if (std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.who.word == word && one.id != id; }))
        throw taken(word, "another of your characters");
}

OwnCharacter character_in(Registers& registers, const people::Principal& who, const std::string& id) {
    auto found = registers.characters.find(who.tenant, id);
    if (!found) throw Refusal(Refused::missing, "There is no such character.");
    return *std::move(found);
}

}  // namespace

std::vector<OwnCharacter> list_characters(Office& office, const people::Principal& who) {
    require_to(who, people::Verb::read_characters);
    std::vector<OwnCharacter> all;
    office.registry.read([&](Registers& registers) { all = registers.characters.list(who.tenant); });
    return all;
}

OwnCharacter read_character(Office& office, const people::Principal& who, const std::string& id) {
    require_to(who, people::Verb::read_characters);
    OwnCharacter character;
    office.registry.read([&](Registers& registers) { character = character_in(registers, who, id); });
    return character;
}

OwnCharacter create_character(CharacterDesk& desk, const people::Principal& who, const CharacterWish& wish) {
    require_to(who, people::Verb::write_characters);
    require_sound(desk, who, wish);
    const std::int64_t now = desk.office.clock.now_ms();
    const OwnCharacter character{who.tenant, desk.office.chance.next_id(), wish.who, wish.plays, now, now, 1};
    desk.office.registry.write([&](Registers& registers) {
        const auto all = registers.characters.list(who.tenant);
        require_own_word(desk.office, all, wish.who.word, character.id);
        if (all.size() >= kCharactersMost)
            throw Refusal(Refused::conflict, "A company has at most 100 characters of its own. Delete one first.");
        registers.characters.add(character);
        write_down(desk.office, registers, {who.tenant, who.person, "character.created", character.id, {}});
    });
    return character;
}

OwnCharacter change_character(CharacterDesk& desk, const people::Principal& who, const std::string& id,
                              const CharacterWish& wish, std::int64_t version) {
    require_to(who, people::Verb::write_characters);
    require_sound(desk, who, wish);
    OwnCharacter character;
    desk.office.registry.write([&](Registers& registers) {
        character = character_in(registers, who, id);
        if (character.version != version) throw Refusal(Refused::stale, "Somebody changed this character meanwhile.");
        require_own_word(desk.office, registers.characters.list(who.tenant), wish.who.word, id);
        character.who = wish.who;
        character.plays = wish.plays;
        character.changed_ms = desk.office.clock.now_ms();
        if (!registers.characters.change(character))
            throw Refusal(Refused::stale, "Somebody changed this character meanwhile.");
        ++character.version;
        write_down(desk.office, registers, {who.tenant, who.person, "character.changed", id, {}});
    });
    return character;
}

void delete_character(Office& office, const people::Principal& who, const std::string& id) {
    require_to(who, people::Verb::write_characters);
    office.registry.write([&](Registers& registers) {
        character_in(registers, who, id);
        registers.characters.remove(who.tenant, id);
        write_down(office, registers, {who.tenant, who.person, "character.deleted", id, {}});
    });
}

}  // namespace praxis::app
