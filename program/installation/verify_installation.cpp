#include "program/installation/verify_installation.hpp"

#include <cstdio>
#include <fstream>

#include "adapters/storage/copy/copy.hpp"
#include "adapters/storage/inspect.hpp"
#include "adapters/storage/migrate.hpp"
#include "program/installation/database.hpp"

namespace praxis::program {

ExitCode verify_installation(const storage::Address& address) {
    return about_storage([&] {
        const auto database = storage::open(address, storage::Use::reader);
        storage::require_current_schema(*database);
        const std::vector<std::string> findings = storage::inspect(*database);
        for (const std::string& finding : findings) std::printf("%s\n", finding.c_str());
        const storage::Inventory inventory = storage::inventory_of(*database);
        print_tables(inventory);
        std::printf("%s: schema %d, %lld rows, %zu findings.\n", shown(address).c_str(), inventory.schema,
                    static_cast<long long>(inventory.rows()), findings.size());
        return findings.empty() ? ExitCode::done : ExitCode::findings;
    });
}

bool is_backup(const std::string& file) {
    constexpr std::string_view kBegins = "{\"praxis_backup\"";
    std::string text(kBegins.size(), ' ');
    std::ifstream in(file, std::ios::binary);
    return in.read(text.data(), static_cast<std::streamsize>(text.size())) && text == kBegins;
}

ExitCode verify_backup(const std::string& file) {
    return about_storage([&] {
        const storage::Inventory inventory = storage::check_backup(file);
        print_tables(inventory);
        std::printf("%s: a whole backup of schema %d, %lld rows.\n", file.c_str(), inventory.schema,
                    static_cast<long long>(inventory.rows()));
        return ExitCode::done;
    });
}

}  // namespace praxis::program
