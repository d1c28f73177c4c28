// Proof that an installation, or a backup of one, is whole. One thread.
#pragma once

#include <string>

#include "adapters/storage/address.hpp"
#include "program/exit_code.hpp"

namespace praxis::program {

// Findings are printed and give exit code 1.
ExitCode verify_installation(const storage::Address&);

bool is_backup(const std::string& file);
ExitCode verify_backup(const std::string& file);

}  // namespace praxis::program
