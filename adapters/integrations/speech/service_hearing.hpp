// Words by a service outside (POST …/audio/transcriptions): our own ear hears when a turn begins and ends and what it
// sounds like meanwhile; a turn that is over is sent as a WAV file, with the names it may hold, and the service's words
// take the place of ours. Ours stay where the service does not answer in time. Sound is held as long as its turn lasts
// and the request takes. As the port says: an ear is used by one thread at a time. Errors: as our own hearing's.
#pragma once

#include <memory>

#include "adapters/integrations/speech/service.hpp"
#include "app/ports/hearing.hpp"

namespace praxis::integrations {

class ServiceHearing final : public app::Hearing {
public:
    ServiceHearing(app::Hearing& own, SpeechService service, OnOwn on_own);

    std::unique_ptr<app::Ear> open(const app::HearingWishes&) override;

private:
    struct Shared;
    class ServiceEar;
    app::Hearing& own_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace praxis::integrations
