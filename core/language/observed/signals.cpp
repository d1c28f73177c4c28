#include "core/language/observed/signals.hpp"

#include <string_view>

namespace praxis::language {

Signals::Signals(const text::Patterns& patterns)
    : trade(patterns.number_of("signal/trade")),
      recommends(patterns.number_of("signal/recommends")),
      disqualifies(patterns.number_of("signal/disqualifies")),
      limit(patterns.number_of("signal/limit")),
      disparages(patterns.number_of("signal/disparages")),
      owner(patterns.number_of("signal/owner")),
      phatic(patterns.number_of("signal/phatic")),
      reason(patterns.number_of("signal/reason")),
      urgent(patterns.number_of("signal/urgent")),
      leave(patterns.number_of("signal/leave")),
      doubt(patterns.number_of("signal/invites-doubt")),
      settled(patterns.number_of("signal/settled")),
      order(patterns.number_of("signal/order")),
      bye(patterns.number_of("signal/bye")),
      too_big(patterns.number_of("signal/too-big")),
      dismisses(patterns.number_of("signal/dismisses")),
      gives(patterns.number_of("signal/gives")),
      insists(patterns.number_of("signal/insists")),
      belittles(patterns.number_of("signal/belittles")),
      owner_now(patterns.number_of("signal/owner-now")),
      auxiliary_first(patterns.number_of("closed/aux")),
      channel(patterns.number_of("rhetorical/channel")),
      suggestion(patterns.number_of("rhetorical/suggest")) {
    asks.fill(-1);
    const auto told_by = [&](Asked asked, std::string_view name) {
        asks[static_cast<std::size_t>(asked)] = patterns.number_of(name);
    };
    told_by(Asked::why, "signal/asks-why");
    told_by(Asked::how_often, "signal/asks-how-often");
    told_by(Asked::how_much, "signal/asks-how-much");
    told_by(Asked::how_long, "signal/asks-how-long");
    told_by(Asked::when, "signal/asks-when");
    told_by(Asked::who, "signal/asks-who");
    told_by(Asked::choice, "signal/asks-choice");
    told_by(Asked::opinion, "signal/asks-opinion");
    told_by(Asked::willing, "signal/asks-willing");
}

}  // namespace praxis::language
