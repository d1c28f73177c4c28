#include "program/serve/providers.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <optional>
#include <set>

#include "adapters/integrations/outbound.hpp"
#include "core/base/nearest.hpp"

namespace praxis::program {
namespace {

using files::Node;

constexpr std::string_view kVariable = "PRAXIS_PROVIDER_", kSecret = "secret";
constexpr std::size_t kIdMost = 40, kSecretMost_bytes = 4096;

const std::vector<std::string>& settings_known() {
    static const std::vector<std::string> all = {"admits",
                                                 "ca-file",
                                                 "client",
                                                 "company",
                                                 "domains",
                                                 "issuer",
                                                 "log-out-there",
                                                 "name",
                                                 "roles",
                                                 "scope",
                                                 "secret-file",
                                                 "team",
                                                 "vouches-for-addresses"};
    return all;
}

Problem fault(const Place& at, std::string what, std::string mend) {
    return {Severity::error, at, std::move(what), std::move(mend)};
}

Problem unknown_setting(const Place& at, const std::string& name) {
    const std::string near = nearest(name, settings_known());
    std::string all;
    for (const std::string& one : settings_known()) all += (all.empty() ? "" : ", ") + one;
    return fault(at, "a provider has no setting '" + name + "'",
                 near.empty() ? "it has: " + all : "did you mean '" + near + "'?");
}

bool is_id(const std::string& text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= kIdMost && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), fits);
}

std::string small(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::size_t first = text.find_first_not_of(' ', begin), last = text.find_last_not_of(' ', end - 1);
        if (end > begin && first < end) words.push_back(text.substr(first, last + 1 - first));
        begin = end + 1;
    }
    return words;
}

// One provider's block.
class Block {
public:
    Block(std::map<std::string, SaidSetting>& said, Problems& problems) : said_(said), problems_(problems) {}

    void take(const Node& key, const Node& value) {
        if (key.text == kSecret)
            return complain(key, "a secret does not stand in the settings",
                            "write it into a file of its own and name that in 'secret-file', or set a variable, "
                            "PRAXIS_PROVIDER_…_SECRET");
        const auto& known = settings_known();
        if (std::find(known.begin(), known.end(), key.text) == known.end())
            return problems_.push_back(unknown_setting(key.at, key.text));
        if (!seen_.insert(key.text).second)
            return complain(key, "'" + key.text + "' is set twice", "leave one of them out");
        SaidSetting setting{{}, value.at, value.kind == Node::Kind::list};
        if (value.kind == Node::Kind::word) setting.words.push_back(value.text);
        for (const Node& item : value.items) {
            if (item.kind != Node::Kind::word) return complain(item, "this must be one word", "");
            setting.words.push_back(item.text);
        }
        if (setting.words.empty())
            return complain(value, "'" + key.text + "' says nothing", "write it or leave it out");
        said_.try_emplace(key.text, std::move(setting));
    }

private:
    void complain(const Node& where, std::string what, std::string mend) {
        problems_.push_back(fault(where.at, std::move(what), std::move(mend)));
    }

    std::map<std::string, SaidSetting>& said_;
    Problems& problems_;
    std::set<std::string> seen_;
};

// "ENTRA_SECRET_FILE" is `secret-file` of "entra": the longest setting that fits the end.
std::pair<std::string, std::string> taken_apart(const std::string& rest) {
    std::string text = small(rest);
    std::replace(text.begin(), text.end(), '_', '-');
    std::string setting;
    std::vector<std::string> all = settings_known();
    all.emplace_back(kSecret);
    for (const std::string& one : all)
        if (text.size() > one.size() + 1 && text.ends_with("-" + one) && one.size() > setting.size()) setting = one;
    if (setting.empty()) return {text, {}};
    return {text.substr(0, text.size() - setting.size() - 1), setting};
}

// Reads what was said of one provider.
class Reading {
public:
    Reading(const std::string& id, const std::map<std::string, SaidSetting>& said, Problems& problems)
        : id_(id), said_(said), problems_(problems), at_(said.empty() ? Place{} : said.begin()->second.at) {}

    ProviderSettings all() {
        ProviderSettings provider;
        provider.id = id_;
        provider.name = word("name").value_or(id_);
        provider.issuer = needed("issuer", "the address of the provider, as its discovery document says it");
        if (!provider.issuer.empty() && !integrations::is_private_enough(provider.issuer))
            complain("issuer", "an issuer's address begins with https://", "plain http is for this machine alone");
        provider.client = needed("client", "the id that the provider gave this installation");
        provider.secret = secret();
        provider.scope = word("scope").value_or("openid email profile");
        provider.ca_file = word("ca-file").value_or("");
        provider.vouches = flag("vouches-for-addresses", false);
        provider.farewell = flag("log-out-there", true);
        provider.outside = outside();
        return provider;
    }

private:
    const SaidSetting* said(const std::string& setting) const {
        const auto found = said_.find(setting);
        return found == said_.end() ? nullptr : &found->second;
    }

    void complain(const std::string& setting, std::string what, std::string mend) {
        const SaidSetting* where = said(setting);
        problems_.push_back(
            fault(where ? where->at : at_, "provider '" + id_ + "': " + std::move(what), std::move(mend)));
    }

    std::optional<std::string> word(const std::string& setting) {
        const SaidSetting* there = said(setting);
        if (!there) return std::nullopt;
        if (there->listed || there->words.size() != 1) {
            complain(setting, "'" + setting + "' must be one word or number", "");
            return std::nullopt;
        }
        return there->words.front();
    }

    std::vector<std::string> words(const std::string& setting) const {
        const SaidSetting* there = said(setting);
        if (!there) return {};
        return there->listed ? there->words : split(there->words.front());
    }

    std::string needed(const std::string& setting, const std::string& what) {
        auto there = word(setting);
        if (!there && !said(setting)) complain(setting, "'" + setting + "' is missing", what);
        return there.value_or("");
    }

    bool flag(const std::string& setting, bool otherwise) {
        const auto there = word(setting);
        if (!there) return otherwise;
        if (*there == "true" || *there == "yes" || *there == "1") return true;
        if (*there != "false" && *there != "no" && *there != "0")
            complain(setting, "'" + setting + "' is true or false", "");
        return false;
    }

    std::string secret() {
        if (said(std::string(kSecret)) && said("secret-file")) {
            complain("secret-file", "the secret is told twice", "by a variable or by a file");
            return {};
        }
        if (const auto told = word(std::string(kSecret))) return *told;
        const auto file = word("secret-file");
        if (!file) return {};
        std::ifstream in(*file, std::ios::binary);
        std::string text(kSecretMost_bytes, '\0');
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
        const std::size_t end = text.find_last_not_of(" \t\r\n");
        text.resize(end == std::string::npos ? 0 : end + 1);
        if (text.empty())
            complain("secret-file", "there is no secret in '" + *file + "', or it cannot be read",
                     "write the secret that the provider gave, and let the server's user read it");
        return text;
    }

    app::OutsideSettings outside() {
        app::OutsideSettings outside;
        outside.company = word("company").value_or("");
        outside.provisioning = admits();
        outside.default_roles = roles();
        outside.default_team = word("team").value_or("");
        outside.domains = domains(outside.provisioning);
        return outside;
    }

    app::Provisioning admits() {
        const auto told = word("admits");
        if (!told) return app::Provisioning::invited;
        std::vector<std::string> names;
        for (int i = 0; i < app::kProvisioningCount; ++i) {
            const auto one = static_cast<app::Provisioning>(i);
            if (name(one) == *told) return one;
            names.emplace_back(name(one));
        }
        const std::string near = nearest(*told, names);
        complain("admits", "'admits' is known, invited or everybody, not '" + *told + "'",
                 near.empty() ? "" : "did you mean '" + near + "'?");
        return app::Provisioning::invited;
    }

    people::Roles roles() {
        people::Roles roles;
        for (const std::string& told : words("roles")) {
            const auto role = people::role_named(told);
            if (!role)
                complain("roles", "there is no role '" + told + "'", "rep, manager, enablement or partner");
            else if (*role == people::Role::admin)
                complain("roles", "nobody becomes an admin by coming in", "an admin makes another one under People");
            else
                roles.insert(*role);
        }
        if (roles.empty()) roles.insert(people::Role::rep);
        return roles;
    }

    std::vector<std::string> domains(app::Provisioning provisioning) {
        std::vector<std::string> domains;
        bool any = false;
        for (const std::string& told : words("domains")) {
            any = any || told == "*";
            if (told == "*") continue;
            if (told.find('.') == std::string::npos || told.find_first_of("@/ *") != std::string::npos)
                complain("domains", "'" + told + "' is no domain of addresses", "as in 'hallam.example'");
            domains.push_back(small(told));
        }
        if (any && !domains.empty()) complain("domains", "'*' stands alone", "it is any domain");
        if (provisioning == app::Provisioning::everybody && domains.empty() && !any && !said("domains"))
            complain("admits", "everybody would get an account, whoever the provider knows",
                     "name the 'domains' of your addresses; '*' is any");
        return domains;
    }

    const std::string& id_;
    const std::map<std::string, SaidSetting>& said_;
    Problems& problems_;
    const Place at_;
};

}  // namespace

void read_providers(const Node& block, SaidProviders& said, Problems& problems) {
    if (block.kind == Node::Kind::empty) return;
    if (block.kind != Node::Kind::map) {
        problems.push_back(fault(block.at, "'providers' is a block of providers", "each with an id: 'entra:'"));
        return;
    }
    std::set<std::string> seen;
    for (const auto& [key, value] : block.entries) {
        if (!is_id(key.text))
            problems.push_back(fault(key.at, "'" + key.text + "' is no id of a provider",
                                     "small letters, digits and hyphens: it stands in addresses"));
        else if (!seen.insert(key.text).second)
            problems.push_back(fault(key.at, "there are two providers '" + key.text + "'", "leave one out"));
        else if (value.kind != Node::Kind::map)
            problems.push_back(fault(value.at, "provider '" + key.text + "' needs its settings", "issuer and client"));
        else {
            Block reading(said[key.text], problems);
            for (const auto& [name, told] : value.entries) reading.take(name, told);
        }
    }
}

void read_provider_variables(const char* const* environment, SaidProviders& said, Problems& problems) {
    for (; *environment; ++environment) {
        const std::string line = *environment;
        const std::size_t equals = line.find('=');
        if (!line.starts_with(kVariable) || equals == std::string::npos) continue;
        const std::string variable = line.substr(0, equals), value = line.substr(equals + 1);
        const auto [id, setting] = taken_apart(variable.substr(kVariable.size()));
        const Place at{variable, 0, 0};
        if (setting.empty()) {
            const std::size_t cut = id.find('-');
            problems.push_back(unknown_setting(at, cut == std::string::npos ? id : id.substr(cut + 1)));
        } else if (!is_id(id)) {
            problems.push_back(fault(at, "this names no provider", "as in PRAXIS_PROVIDER_ENTRA_CLIENT"));
        } else if (value.empty()) {
            problems.push_back(fault(at, "this says nothing", "set it or unset it"));
        } else {
            said[id][setting] = {{value}, at, false};
            if (setting == kSecret) said[id].erase("secret-file");
        }
    }
}

Result<std::vector<ProviderSettings>, Problems> providers_of(const SaidProviders& said) {
    std::vector<ProviderSettings> providers;
    Problems problems;
    for (const auto& [id, settings] : said) providers.push_back(Reading(id, settings, problems).all());
    if (!problems.empty()) return refuse(std::move(problems));
    return providers;
}

}  // namespace praxis::program
