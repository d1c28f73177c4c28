// What an identity provider's word of a log-out ends here, and what it leaves.
#include <gtest/gtest.h>

#include "app/access/identify.hpp"
#include "app/access/log_out_outside.hpp"
#include "tests/people/doors.hpp"
#include "tests/people/world.hpp"

namespace praxis::testing {
namespace {

// Believes whatever it is told to.
class SayingProvider final : public app::IdentityProvider {
public:
    app::ProviderStanding standing() override { return {true, std::nullopt, false}; }
    void prepare() override {}
    std::string departure_address(const app::OutsideQuestion&) override { return {}; }
    app::OutsideIdentity arrive(const app::OutsideArrival&) override { return {}; }
    app::OutsideLogout logged_out(const std::string&) override {
        if (fault) throw app::IdentityTrouble(*fault, "not this one");
        return says;
    }
    std::string farewell_address() override { return {}; }

    app::OutsideLogout says;
    std::optional<app::IdentityFault> fault;
};

class OutsideLogouts : public World {
protected:
    OutsideLogouts() {
        for (app::Person* one : {&rep, &manager}) {
            one->outside = app::outside_id(way.issuer, one->email);
            registry->write([&](app::Registers& registers) { registers.people.change(*one); });
            *one = again(*one);
        }
    }

    std::string enter(const app::Person& person, const app::CameBy& by) {
        std::string secret;
        registry->write(
            [&](app::Registers& registers) { secret = app::enter(office, registers, person, {}, by).secret; });
        return secret;
    }
    bool in(const std::string& secret) { return app::identify_session(office, secret).has_value(); }

    // Whose sessions ended.
    std::vector<std::string> told(const std::string& subject, const std::string& session) {
        provider.says = {subject, session, clock.now};
        return app::log_out_from_outside(office, way, "a token").people;
    }

    SayingProvider provider;
    app::OutsideWay way{"entra", "Entra", "https://id.example", true, {"acme", {}, {}, {}, {}}, &provider};
    using People = std::vector<std::string>;
};

TEST_P(OutsideLogouts, EndTheSessionTheyName) {
    const std::string laptop = enter(rep, {"entra", "s-1"}), phone = enter(rep, {"entra", "s-2"});
    EXPECT_EQ(told(rep.email, "s-1"), People{rep.id});
    EXPECT_FALSE(in(laptop));
    EXPECT_TRUE(in(phone));
    EXPECT_EQ(told({}, "s-2"), People{rep.id}) << "whoever's it is";
    EXPECT_FALSE(in(phone));
    EXPECT_EQ(told({}, "s-2"), People{}) << "twice is no fault";
    const auto deeds = audited(acme);
    EXPECT_EQ(std::count(deeds.begin(), deeds.end(), "log_out.outside"), 2);
}

TEST_P(OutsideLogouts, WithoutOneEndAllOfThatPersonByThatWay) {
    const std::string one = enter(rep, {"entra", "s-1"}), untold = enter(rep, {"entra", {}}),
                      by_password = come_in(rep).secret, other_way = enter(rep, {"google", "s-1"}),
                      others = enter(manager, {"entra", "s-3"});
    EXPECT_EQ(told(rep.email, {}), People{rep.id});
    EXPECT_FALSE(in(one));
    EXPECT_FALSE(in(untold));
    for (const std::string& stays : {by_password, other_way, others}) EXPECT_TRUE(in(stays));
}

TEST_P(OutsideLogouts, EndAlsoWhatTheProviderDidNotNameWhenItWasOpened) {
    const std::string untold = enter(rep, {"entra", {}}), other = enter(rep, {"entra", "s-2"}),
                      others = enter(manager, {"entra", {}});
    EXPECT_EQ(told({}, "s-1"), People{}) << "of nobody's it is not known";
    EXPECT_EQ(told(rep.email, "s-1"), People{rep.id});
    EXPECT_FALSE(in(untold));
    EXPECT_TRUE(in(other));
    EXPECT_TRUE(in(others));
}

TEST_P(OutsideLogouts, LeaveWhatWasOpenedSince) {
    provider.says = {rep.email, {}, clock.now};
    clock.now += 2 * people::kMinute_ms;
    const std::string fresh = enter(rep, {"entra", "s-1"});
    EXPECT_TRUE(app::log_out_from_outside(office, way, "held back").people.empty());
    EXPECT_TRUE(in(fresh));
}

TEST_P(OutsideLogouts, ReachOnlyTheCompanyOfTheirWay) {
    const std::string here = enter(rep, {"entra", "s-1"});
    way.settings.company = "globex";
    EXPECT_EQ(told(rep.email, "s-1"), People{});
    EXPECT_EQ(told({}, "s-1"), People{});
    way.settings.company = "nowhere";
    EXPECT_EQ(told({}, "s-1"), People{});
    EXPECT_TRUE(in(here));
}

TEST_P(OutsideLogouts, ThatAreNotBelievedEndNothing) {
    const std::string here = enter(rep, {"entra", "s-1"});
    for (const auto& [fault, why] : {std::pair(app::IdentityFault::unbelievable, app::OutsideFault::provider_wrong),
                                     std::pair(app::IdentityFault::unreachable, app::OutsideFault::provider_down)}) {
        provider.fault = fault;
        try {
            told(rep.email, "s-1");
            ADD_FAILURE() << "was believed";
        } catch (const app::OutsideRefusal& refusal) {
            EXPECT_EQ(refusal.fault, why);
        }
    }
    EXPECT_TRUE(in(here));
}

PRAXIS_EVERYWHERE(OutsideLogouts);

}  // namespace
}  // namespace praxis::testing
