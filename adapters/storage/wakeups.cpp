#include "adapters/storage/wakeups.hpp"

#include "adapters/storage/wakeups/alarm.hpp"
#include "adapters/storage/wakeups/courier.hpp"

namespace praxis::storage {
namespace {

class AmongNodes final : public app::Wakeups {
public:
    AmongNodes(const PostgresSettings& postgres, const WakeupSettings& settings)
        : alarm_(settings),
          courier_(postgres.url, postgres.who, std::chrono::milliseconds(settings.together_ms), alarm_) {}

    void wake(std::string_view topic) override {
        alarm_.wake(topic);
        courier_.send(topic);
    }
    [[nodiscard]] std::unique_ptr<Listening> listen(std::string topic, Woken woken) override {
        return alarm_.listen(std::move(topic), std::move(woken));
    }

private:
    wakeups::Alarm alarm_;
    wakeups::Courier courier_;
};

}  // namespace

std::unique_ptr<app::Wakeups> open_wakeups(const WakeupSettings& settings) {
    return std::make_unique<wakeups::Alarm>(settings);
}

std::unique_ptr<app::Wakeups> open_wakeups(const PostgresSettings& postgres, const WakeupSettings& settings) {
    return std::make_unique<AmongNodes>(postgres, settings);
}

}  // namespace praxis::storage
