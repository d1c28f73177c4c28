// The table of a company's own characters behind app's register, over one transaction. Inside adapters/storage/people
// only.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/company/characters.hpp"

namespace praxis::storage {

class CharacterTable final : public app::CharacterRegister {
public:
    explicit CharacterTable(Transaction& rows) : rows_(rows) {}
    void add(const app::OwnCharacter&) override;
    std::optional<app::OwnCharacter> find(const std::string& tenant, const std::string& id) override;
    std::vector<app::OwnCharacter> list(const std::string& tenant) override;
    bool change(const app::OwnCharacter&) override;
    void remove(const std::string& tenant, const std::string& id) override;

private:
    Transaction& rows_;
};

}  // namespace praxis::storage
