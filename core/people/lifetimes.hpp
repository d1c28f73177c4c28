// How long ways in last and how guessing is slowed. Pure arithmetic over times in milliseconds; any thread. Nothing
// here ever shuts an account for good: every pause has a longest, and failures drain away.
#pragma once

#include <cstdint>

namespace praxis::people {

inline constexpr std::int64_t kSecond_ms = 1000, kMinute_ms = 60 * kSecond_ms, kHour_ms = 60 * kMinute_ms,
                              kDay_ms = 24 * kHour_ms;

struct ThrottleRule {
    int free = 5;                               // failures that cost nothing
    std::int64_t first_ms = kSecond_ms;         // the pause after one more; doubles with every further one
    std::int64_t longest_ms = 15 * kMinute_ms;  // and stops here
    std::int64_t drain_ms = 30 * kMinute_ms;    // one failure is forgotten in this time
};
// One account from one address; one address with any account (an office of hundreds may share it); one account from
// anywhere. The last is short, so that strangers who guess cannot keep its owner out.
inline constexpr ThrottleRule kAccountAtAddress = {5, kSecond_ms, 15 * kMinute_ms, 30 * kMinute_ms};
inline constexpr ThrottleRule kAddress = {100, kSecond_ms, 15 * kMinute_ms, kMinute_ms};
inline constexpr ThrottleRule kAccount = {20, kSecond_ms, 30 * kSecond_ms, 10 * kMinute_ms};
// Mails asked for: to one account, from one address.
inline constexpr ThrottleRule kMailToAccount = {3, kMinute_ms, kHour_ms, 4 * kHour_ms};
inline constexpr ThrottleRule kMailFromAddress = {20, kMinute_ms, kHour_ms, 10 * kMinute_ms};

struct Failures {
    std::int64_t count = 0, last_ms = 0;
    friend bool operator==(const Failures&, const Failures&) = default;
};
// How many of them still count. A clock that was set back forgets nothing and adds nothing.
std::int64_t standing(const ThrottleRule&, const Failures&, std::int64_t now_ms);
// The pause after this many failures, in ms.
std::int64_t pause_ms(const ThrottleRule&, std::int64_t failures);
// How much longer to wait, in ms; 0: go on. Never more than the longest pause.
std::int64_t wait_ms(const ThrottleRule&, const Failures&, std::int64_t now_ms);
Failures one_more(const ThrottleRule&, const Failures&, std::int64_t now_ms);
Failures one_less(const ThrottleRule&, const Failures&, std::int64_t now_ms);

struct SessionRule {
    std::int64_t idle_ms = 12 * kHour_ms;
    std::int64_t longest_ms = 14 * kDay_ms;
    std::int64_t note_seen_ms = kMinute_ms;  // being seen is written down no oftener
};
struct SessionTimes {
    std::int64_t created_ms = 0, seen_ms = 0;
};
bool is_over(const SessionRule&, SessionTimes, std::int64_t now_ms);

inline constexpr std::int64_t kFirstAdmin_ms = kDay_ms, kInvitation_ms = 7 * kDay_ms, kReset_ms = kHour_ms,
                              kDeparture_ms = 10 * kMinute_ms;
inline constexpr int kTokenDays = 90, kTokenDaysMost = 365;

}  // namespace praxis::people
