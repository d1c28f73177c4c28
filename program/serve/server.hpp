// One node: the database, the use cases and the door, put together in the order in which they need each other. Owner:
// the serve command; one thread. Errors: std::runtime_error and storage::StorageError with advice, before it listens.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "adapters/files/strategy_shelf.hpp"
#include "app/people/found_demo.hpp"
#include "app/ports/hearing.hpp"
#include "app/ports/voice.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "program/serve/settings.hpp"
#include "server/http/page/static_files.hpp"

namespace praxis::program {

// What a server needs from files: of people's accounts, of who plays the customers, of what is practised, of the
// customer's voice and the ears for the rep's, and of the web page (null: not built).
struct ServerFiles {
    people::CommonWords common_words;
    app::ConsentTexts consent;
    characters::Cast cast;
    std::unique_ptr<files::StrategyShelf> shelf;
    std::unique_ptr<app::Voice> voice;
    std::unique_ptr<app::Hearing> hearing;
    std::optional<integrations::SpeechService> voice_service, hearing_service;  // asked before our own
    std::shared_ptr<const http::StaticFiles> page;
};
Result<ServerFiles, Problems> load_server_files(const ServeSettings&);

class Server {
public:
    Server(const ServeSettings&, ServerFiles);
    ~Server();
    Server(const Server&) = delete;

    void start();
    const std::string& address() const;
    bool has_page() const;
    std::optional<std::string> first_admin_address();  // nothing once there are people
    app::Demo demo();
    // Lets what is running end; the number of requests that did not.
    std::uint64_t stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::program
