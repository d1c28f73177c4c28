// Figures of many, on both databases: who is told them, of how many people, and what is left out.
#include "app/rights/figures.hpp"

#include <gtest/gtest.h>

#include "app/people/teams.hpp"
#include "app/rights/appeal.hpp"
#include "tests/people/world.hpp"
#include "wire/json/json_text.hpp"
#include "wire/rights.hpp"

namespace praxis::testing {
namespace {

using app::Refused;
using people::Role;
using storage::Transaction;

class Figures : public World {
protected:
    void SetUp() override {
        team = app::make_team(office, as(admin), "North").id;
        app::place_member(office, as(admin), {acme, team, manager.id, true});
        for (int i = 0; i < 5; ++i) {
            reps.push_back(add_person(acme, "rep" + std::to_string(i), {Role::rep}));
            app::place_member(office, as(admin), {acme, team, reps.back().id, false});
        }
        clock.now -= people::kDay_ms * 14;
    }
    void practise(int people) {
        for (int i = 0; i < people; ++i) add_attempt(reps[i]);
    }
    app::TimedFigures of_team() {
        clock.now += people::kDay_ms * 14;
        return app::team_figures(office, as(manager), team);
    }
    std::string team;
    std::vector<app::Person> reps;
};

TEST_P(Figures, AreToldOfEnoughPeople) {
    practise(5);
    const auto told = of_team();
    ASSERT_TRUE(told.figures.told);
    EXPECT_EQ(told.figures.people, 5);
    ASSERT_EQ(told.figures.tallies.size(), 1u);
    EXPECT_EQ(told.figures.tallies[0].of, "asks-impact");
    EXPECT_EQ(told.figures.tallies[0].judged, 5);
    EXPECT_EQ(told.figures.tallies[0].passed, 0);
    EXPECT_TRUE(app::scenario_figures(office, as(enablement)).figures.told);
    EXPECT_EQ(app::scenario_figures(office, as(enablement)).figures.tallies[0].of, "hallam-steel/first-call");
    EXPECT_TRUE(app::company_figures(office, as(enablement)).figures.told);
}

TEST_P(Figures, AreNotToldOfFew) {
    practise(4);
    practise(4);  // eight attempts, four people
    const auto told = of_team();
    EXPECT_FALSE(told.figures.told);
    EXPECT_EQ(wire::to_text(wire::to_json(told)).find("asks-impact"), std::string::npos);
    EXPECT_FALSE(app::company_figures(office, as(enablement)).figures.told);
}

TEST_P(Figures, LeaveOutWhatIsSimulatedOpenOrOfThisWeek) {
    practise(4);
    database().write([&](Transaction& rows) { rows.run("UPDATE attempt SET is_simulated = 1"); });
    practise(4);
    clock.now += people::kDay_ms * 14;
    add_attempt(reps[4]);
    EXPECT_FALSE(app::team_figures(office, as(manager), team).figures.told);
}

TEST_P(Figures, LeaveOutVerdictsThatWereRightlyDoubted) {
    practise(5);
    const std::string one = add_attempt(reps[0]), other = add_attempt(reps[1]);
    const auto upheld = app::make_appeal(office, as(reps[0]), {one, "asks-impact", "I asked."});
    const auto turned_down = app::make_appeal(office, as(reps[1]), {other, "asks-impact", "I asked."});
    EXPECT_EQ(of_team().figures.tallies[0].judged, 7) << "a doubt alone changes nothing";
    clock.now -= people::kDay_ms * 14;
    app::answer_appeal(office, as(enablement), upheld.id, {true, "You did."});
    app::answer_appeal(office, as(enablement), turned_down.id, {false, "You did not."});
    EXPECT_EQ(of_team().figures.tallies[0].judged, 6);
}

TEST_P(Figures, AreForWhoLeadsTheTeam) {
    practise(5);
    of_team();
    const std::string other = app::make_team(office, as(admin), "South").id;
    EXPECT_EQ(refused([&] { app::team_figures(office, as(manager), other); }), Refused::missing);
    EXPECT_EQ(refused([&] { app::team_figures(office, as(rep), team); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::team_figures(office, as(admin), team); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::team_figures(office, as(stranger), team); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::company_figures(office, as(manager)); }), Refused::forbidden);
    EXPECT_EQ(refused([&] { app::scenario_figures(office, as(manager)); }), Refused::forbidden);
    app::place_member(office, as(admin), {acme, other, rep.id, true});  // leading without being a manager opens nothing
    EXPECT_EQ(refused([&] { app::team_figures(office, as(rep), other); }), Refused::forbidden);
}

PRAXIS_ON_DATABASES(Figures);

}  // namespace
}  // namespace praxis::testing
