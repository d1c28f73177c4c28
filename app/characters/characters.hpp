// A company's own characters: enablement and admins make, change and delete them, everybody of the company meets them.
// A character is held against the same bounds as the page's own reader; which parts it plays, against the strategies
// that are in force. Blocks: a worker's work. Errors: Refusal; `stale` when the version is not the one kept.
#pragma once

#include "app/access/office.hpp"
#include "app/characters/character.hpp"
#include "app/ports/shelf.hpp"

namespace praxis::app {

struct CharacterDesk {
    Office& office;
    Shelf& shelf;
};

inline constexpr std::size_t kCharactersMost = 100;  // of a company
inline constexpr std::size_t kPartsMost = 20;        // of a character

struct CharacterWish {
    characters::Character who;
    std::vector<characters::Part> plays;
};

std::vector<OwnCharacter> list_characters(Office&, const people::Principal&);
OwnCharacter read_character(Office&, const people::Principal&, const std::string& id);
OwnCharacter create_character(CharacterDesk&, const people::Principal&, const CharacterWish&);
OwnCharacter change_character(CharacterDesk&, const people::Principal&, const std::string& id, const CharacterWish&,
                              std::int64_t version);
// Attempts that it played in are shown with one of the people that come with the program from then on.
void delete_character(Office&, const people::Principal&, const std::string& id);

}  // namespace praxis::app
