#include "wire/work/work.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <cstdio>
#include <ctime>

#include "wire/json/json_list.hpp"
#include "wire/json/json_text.hpp"
#include "wire/request_reader.hpp"

namespace praxis::wire {

namespace json = boost::json;

namespace {

std::string timestamp_text(std::int64_t ms) {
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> day{};
    std::strftime(day.data(), day.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> rest{};
    std::snprintf(rest.data(), rest.size(), ".%03dZ", static_cast<int>(ms % 1000));
    return std::string(day.data()) + rest.data();
}

std::optional<std::vector<app::EventKind>> kinds_in(RequestReader& fields) {
    const auto words = fields.maybe_texts("kinds");
    if (!words) return std::nullopt;
    std::vector<app::EventKind> kinds;
    for (const std::string& word : *words) {
        const auto kind = app::event_kind_named(word);
        if (kind && *kind != app::EventKind::ping)
            kinds.push_back(*kind);
        else
            fields.complain("kinds", "'" + word + "' is no kind of event", "take those of the contract's EventKind");
    }
    return kinds;
}

}  // namespace

std::string event_text(const app::Event& event, std::int64_t at_ms) {
    json::object data;
    for (const auto& [key, value] : event.data) data[key] = value;
    return to_text(
        json::object{{"type", app::name(event.kind)}, {"timestamp", timestamp_text(at_ms)}, {"data", std::move(data)}});
}

json::object to_json(const app::Job& job) {
    json::object object{{"id", job.id},
                        {"kind", job.kind},
                        {"state", app::name(job.state)},
                        {"attempts", job.attempts},
                        {"created_ms", job.created_ms}};
    if (!job.about.empty()) object["about"] = job.about;
    if (job.state == app::JobState::waiting) object["run_after_ms"] = job.run_after_ms;
    if (job.done_ms) object["done_ms"] = *job.done_ms;
    if (!job.last_error.empty()) object["last_error"] = job.last_error;
    return object;
}

json::object to_json(const app::Webhook& webhook) {
    json::object object{{"id", webhook.id},          {"url", webhook.url},
                        {"note", webhook.note},      {"kinds", texts_of(webhook.kinds)},
                        {"active", webhook.active},  {"created_ms", webhook.created_ms},
                        {"version", webhook.version}};
    if (!webhook.switched_off.empty()) object["switched_off"] = webhook.switched_off;
    if (webhook.failing_since_ms) object["failing_since_ms"] = *webhook.failing_since_ms;
    if (webhook.old_secret_until_ms != 0) object["old_secret_until_ms"] = webhook.old_secret_until_ms;
    return object;
}

json::object to_json(const app::Delivery& delivery) {
    json::object object{{"id", delivery.id},
                        {"message", delivery.message},
                        {"kind", delivery.kind},
                        {"state", app::name(delivery.state)},
                        {"attempts", delivery.attempts},
                        {"created_ms", delivery.created_ms}};
    if (delivery.last_status) object["last_status"] = *delivery.last_status;
    if (!delivery.last_error.empty()) object["last_error"] = delivery.last_error;
    if (delivery.done_ms) object["done_ms"] = *delivery.done_ms;
    return object;
}

app::WebhookWish webhook_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::WebhookWish wish;
    wish.url = fields.text("url");
    wish.note = fields.maybe_text("note").value_or(std::string());
    wish.kinds = kinds_in(fields).value_or(std::vector<app::EventKind>());
    fields.refuse_the_rest();
    return wish;
}

app::WebhookChange webhook_change_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::WebhookChange change;
    change.url = fields.maybe_text("url");
    change.note = fields.maybe_text("note");
    change.kinds = kinds_in(fields);
    change.active = fields.maybe_flag("active");
    fields.refuse_the_rest();
    return change;
}

}  // namespace praxis::wire
