#include "adapters/storage/people/characters.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "wire/characters/characters.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::storage {
namespace {

namespace json = boost::json;

constexpr const char* kAddCharacter =
    "INSERT INTO company_character (tenant_id, character_id, word, person, plays, created_ms, changed_ms, version) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr const char* kChangeCharacter =
    "UPDATE company_character SET word = $4, person = $5, plays = $6, changed_ms = $7, version = version + 1 "
    "WHERE tenant_id = $1 AND character_id = $2 AND version = $3";

app::OwnCharacter character_of(const Row& row) {
    app::OwnCharacter character;
    character.tenant = row.text("tenant_id");
    character.id = row.text("character_id");
    Problems faults;
    character.who = wire::character_from(json::parse(row.text("person")).as_object(), faults, {});
    character.plays = wire::parts_from(json::parse(row.text("plays")).as_array(), faults, {});
    if (!faults.empty()) throw StorageError(Fault::broken, "a character that was kept cannot be read");
    character.created_ms = row.whole("created_ms");
    character.changed_ms = row.whole("changed_ms");
    character.version = row.whole("version");
    return character;
}

}  // namespace

void CharacterTable::add(const app::OwnCharacter& one) {
    rows_.run(kAddCharacter, one.tenant, one.id, one.who.word, wire::to_text(wire::to_json(one.who)),
              wire::to_text(wire::to_json(one.plays)), one.created_ms, one.changed_ms, one.version);
}

std::optional<app::OwnCharacter> CharacterTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows =
        rows_.run("SELECT * FROM company_character WHERE tenant_id = $1 AND character_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(character_of(rows.front()));
}

std::vector<app::OwnCharacter> CharacterTable::list(const std::string& tenant) {
    std::vector<app::OwnCharacter> all;
    for (const Row& row : rows_.run("SELECT * FROM company_character WHERE tenant_id = $1", tenant))
        all.push_back(character_of(row));
    // Not by the database: two engines, two orders of letters.
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.who.word < b.who.word; });
    return all;
}

bool CharacterTable::change(const app::OwnCharacter& one) {
    return rows_.change(kChangeCharacter, one.tenant, one.id, one.version, one.who.word,
                        wire::to_text(wire::to_json(one.who)), wire::to_text(wire::to_json(one.plays)),
                        one.changed_ms) == 1;
}

void CharacterTable::remove(const std::string& tenant, const std::string& id) {
    rows_.run("DELETE FROM company_character WHERE tenant_id = $1 AND character_id = $2", tenant, id);
}

}  // namespace praxis::storage
