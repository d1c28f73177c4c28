#include "adapters/integrations/speech/service.hpp"

namespace praxis::integrations {
namespace {

constexpr int kFailuresMost = 3;
constexpr std::chrono::seconds kRest{30};
constexpr std::size_t kAnswerMost = std::size_t{12} << 20;  // two minutes at 48,000 a second

}  // namespace

bool Patience::asks() const {
    const std::lock_guard lock(mutex_);
    return failed_ < kFailuresMost || Clock::now() >= until_;
}

void Patience::went(bool well) {
    const std::lock_guard lock(mutex_);
    failed_ = well ? 0 : failed_ + 1;
    if (failed_ >= kFailuresMost) until_ = Clock::now() + kRest;
}

OutboundAnswer ask_service(const SpeechService& service, std::string_view path, std::string content_type,
                           std::string body) {
    OutboundRequest request;
    request.url = service.address + std::string(path);
    request.headers = {"content-type: " + std::move(content_type), "expect:"};
    if (!service.key.empty()) request.headers.push_back("authorization: Bearer " + service.key);
    request.body = std::move(body);
    request.post = true;
    request.time = service.limit;
    request.answer_bytes = kAnswerMost;
    OutboundAnswer answer = ask(request);
    if (answer.status != 200) throw OutboundTrouble("answered with status " + std::to_string(answer.status));
    return answer;
}

}  // namespace praxis::integrations
