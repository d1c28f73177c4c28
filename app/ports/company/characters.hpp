// The register of a company's own characters, inside one transaction of the Registry that gave it. Errors: StoreTrouble
// (`taken` when two would be called by one word).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/characters/character.hpp"

namespace praxis::app {

class CharacterRegister {
public:
    virtual ~CharacterRegister() = default;
    virtual void add(const OwnCharacter&) = 0;
    virtual std::optional<OwnCharacter> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<OwnCharacter> list(const std::string& tenant) = 0;  // by their words
    // False when the version is not the one kept, or it is not there.
    virtual bool change(const OwnCharacter&) = 0;
    virtual void remove(const std::string& tenant, const std::string& id) = 0;
};

}  // namespace praxis::app
