// What the program tells its caller when it ends (docs/praxis.1.md).
#pragma once

namespace praxis::program {

enum class ExitCode : int {
    done = 0,
    findings = 1,     // a check that found something
    usage = 2,        // the command line is wrong
    input = 3,        // an input file is wrong
    environment = 4,  // data missing, disk full, no terminal …
};

}  // namespace praxis::program
