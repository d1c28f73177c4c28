// The identity providers that `praxis serve` is told of: in the settings file below `providers`, one block each, named
// by an id that stands in addresses; and by variables, PRAXIS_PROVIDER_ENTRA_CLIENT for `client` of `entra`, which go
// before the file. A secret is never in the file: it is in a file of its own or in a variable. Does not speak to
// anybody. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "adapters/files/strategies/node.hpp"
#include "app/access/sign_in_outside.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::program {

struct ProviderSettings {
    std::string id, name;
    std::string issuer, client, secret, scope, ca_file;
    bool vouches = false;
    bool farewell = true;
    app::OutsideSettings outside;
};

struct SaidSetting {
    std::vector<std::string> words;
    Place at;
    bool listed = false;  // written as a list
};
using SaidProviders = std::map<std::string, std::map<std::string, SaidSetting>>;  // by id, then by setting

// Takes the `providers` block of a settings file, with all its faults.
void read_providers(const files::Node& block, SaidProviders&, Problems&);
// Takes the variables, each before what a file says.
void read_provider_variables(const char* const* environment, SaidProviders&, Problems&);
// What all that amounts to; reads the secrets' files.
Result<std::vector<ProviderSettings>, Problems> providers_of(const SaidProviders&);

}  // namespace praxis::program
