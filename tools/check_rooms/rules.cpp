#include "tools/check_rooms/rules.hpp"

#include <array>

namespace praxis::check_rooms {

std::span<const Room> rooms() {
    static const std::vector<Room> kRooms = {
        {"core/base", {}, {"tl/expected"}},
        {"core/vocabulary", {"core/base"}, {}},
        {"core/strategy", {"core/base", "core/vocabulary"}, {}},
        {"core/language", {"core/base", "core/vocabulary", "core/strategy"}, {"libstemmer"}},
        {"core/conversation", {"core/base", "core/vocabulary", "core/strategy"}, {}},
        {"core/buyer", {"core/base", "core/vocabulary", "core/strategy", "core/conversation"}, {}},
        {"core/foresight", {"core/base", "core/vocabulary", "core/strategy", "core/conversation", "core/buyer"}, {}},
        {"core/wording", {"core/base", "core/vocabulary", "core/strategy", "core/conversation"}, {}},
        {"core/behaviour", {"core/base", "core/vocabulary", "core/strategy", "core/conversation"}, {}},
        {"core/people", {"core/base"}, {}},
        {"core/characters", {"core/base", "core/vocabulary", "core/strategy"}, {}},
        {"core/coaching",
         {"core/base", "core/vocabulary", "core/strategy", "core/conversation", "core/buyer", "core/foresight",
          "core/wording", "core/behaviour"},
         {}},
        {"app", {"core/", "app"}, {}},
        {"wire", {"core/", "app"}, {"boost/json"}},
        {"adapters/files", {"core/", "app", "wire"}, {"yaml-cpp/", "boost/json", "fcntl", "sys/", "unistd"}},
        {"adapters/storage",
         {"core/", "app", "wire"},
         {"sqlite3", "libpq-fe", "boost/json", "openssl/", "fcntl", "poll", "sys/", "unistd"}},
        {"adapters/secrecy", {"core/", "app"}, {"openssl/", "argon2"}},
        {"adapters/integrations",
         {"core/", "app", "wire"},
         {"openssl/", "curl/", "boost/json", "sys/socket", "netinet/", "arpa/"}},
        {"adapters/speech", {"core/", "app"}, {"yaml-cpp/", "re2/", "flite/", "ebur128", "sphinxbase/", "webrtc/"}},
        {"server/log", {"server/log"}, {"boost/json"}},
        {"server/metrics", {"server/metrics"}, {}},
        {"server/auth", {"core/", "app", "server/net"}, {"boost/asio/awaitable"}},
        {"server/live",
         {"core/", "app", "wire", "server/net", "server/log", "server/metrics"},
         {"boost/json", "boost/asio/awaitable"}},
        {"server/http",
         {"core/", "app", "wire", "server/net", "server/auth", "server/live", "server/log", "server/metrics"},
         {"boost/json", "boost/asio/awaitable", "zlib"}},
        {"server/net", {"server/net"}, {"boost/asio", "boost/beast", "boost/system"}},
        {"program", {"*"}, {"CLI/", "histedit", "editline/", "boost/json", "unistd", "sys/", "signal"}},
        {"tools", {"*"}, {"*"}},
        {"tests", {"*"}, {"*"}},
        {"bench", {"*"}, {"*"}},
    };
    return kRooms;
}

std::span<const std::string_view> impure_headers() {
    static constexpr std::array<std::string_view, 19> kHeaders = {
        "iostream",           "fstream", "sstream", "ostream",   "istream", "iomanip",
        "filesystem",         "thread",  "mutex",   "atomic",    "future",  "chrono",
        "condition_variable", "random",  "ctime",   "semaphore", "regex",   "cstdio",
        "stop_token"};
    return kHeaders;
}

std::span<const ForeignWord> foreign_to_core() {
    static constexpr std::array<ForeignWord, 7> kWords = {{
        {"json", "core values are serialised by wire and adapters, never by core"},
        {"yaml", "files are read by adapters/files; core sees values"},
        {"sql", "rows belong to adapters/storage"},
        {"socket", "sockets belong to server/net"},
        {"http", "requests belong to server/http"},
        {"std::cout", "core prints nothing; return a value"},
        {"std::cerr", "core logs nothing; return a Problem"},
    }};
    return kWords;
}

std::span<const std::string_view> nameless_folders() {
    static constexpr std::array<std::string_view, 6> kNames = {"utils", "util", "common", "helpers", "misc", "manager"};
    return kNames;
}

}  // namespace praxis::check_rooms
