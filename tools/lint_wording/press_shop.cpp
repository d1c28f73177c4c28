#include "tools/lint_wording/press_shop.hpp"

namespace praxis::lint_wording {
namespace {

using namespace strategy;

enum Topics : std::uint8_t { downtime, sap, budget, decision, adoption, references, network, people };

ScenarioFact fact(std::string id, FactLayer layer, std::uint8_t topic, Texts key, Texts full, Texts brief) {
    ScenarioFact made;
    made.fact.id = std::move(id);
    made.fact.layer = layer;
    made.fact.key = std::move(key);
    made.fact.full = std::move(full);
    made.fact.brief = std::move(brief);
    made.topic = {topic};
    return made;
}

ScenarioObjection objection(std::uint8_t topic, Texts says, Texts again, Texts tell, Texts settled) {
    ScenarioObjection made;
    made.objection.says = std::move(says);
    made.objection.again = std::move(again);
    made.topic = {topic};
    ScenarioCause cause;
    cause.cause.tell = std::move(tell);
    cause.cause.settled = std::move(settled);
    made.causes = {cause};
    return made;
}

ScenarioQuestion question(std::uint8_t topic, Texts says) {
    ScenarioQuestion made;
    made.question.says = std::move(says);
    made.topic = {topic};
    return made;
}

std::vector<ScenarioTopic> topics() {
    std::vector<ScenarioTopic> made;
    for (const char* name : {"unplanned stops", "SAP", "the budget", "the decision", "people using it", "references",
                             "the network", "the crew"})
        made.push_back({name, name, {}, false, {}});
    return made;
}

std::vector<ScenarioFact> facts() {
    std::vector<ScenarioFact> made = {
        fact("stops.situation", FactLayer::situation, downtime, {"500 hours", "calendar"},
             {"It's calendar based: an inspection every 500 hours, that's it.",
              "We go by the calendar. Every 500 hours somebody has a look."},
             {"By the calendar."}),
        fact("stops.problem", FactLayer::problem, downtime, {"two or three a month"},
             {"Unplanned stops. We get two or three a month, mostly on the older presses.",
              "The old presses stop when they feel like it, two or three a month."},
             {"Two or three a month."}),
        fact("stops.implication-1", FactLayer::implication, downtime, {"eleven grand", "11"},
             {"Finance says eleven grand an hour when press 4 is down. I think they're being kind.",
              "When press 4 stands it's eleven grand an hour. Then the customer rings."},
             {"Eleven grand an hour."}),
        fact("stops.payoff", FactLayer::payoff, downtime, {"on a sunday"},
             {"A week's warning? I'd plan the stop on a Sunday and sleep."}, {"I'd sleep."}),
        fact("sap", FactLayer::situation, sap, {"SAP PM"},
             {"Work orders live in SAP PM. If it doesn't talk to SAP PM it doesn't exist here."},
             {"SAP PM, all of it."}),
        fact("budget", FactLayer::money, budget, {"sixty", "60k"},
             {"I've sixty left in maintenance this year, and half of it has a name on it."},
             {"Sixty, and half is spoken for."}),
        fact("decision", FactLayer::authority, decision, {"25 thousand", "Ingrid"},
             {"Up to 25 thousand is mine, beyond that Ingrid signs and IT has an opinion."},
             {"Up to 25 thousand I sign myself."}),
        fact("crew", FactLayer::situation, people, {"six fitters"},
             {"Six fitters over three shifts. Two of them retire next year, and nobody's coming after them."},
             {"Six fitters."}),
        fact("firewall", FactLayer::criteria, network, {"firewall"}, {"Nothing goes through the firewall."}, {}),
    };
    made.back().known_to_role = false;
    made.back().ask_role = "IT manager";
    return made;
}

}  // namespace

Scenario press_shop(Style style, Medium medium) {
    Scenario made;
    made.id = "enterprise-plant/plant-manager/discovery/normal";
    made.brief.medium = medium;
    made.people = {{"Dave Kerrigan", "plant manager", "Kerrigan Pressings", {}}};
    made.people[0].persona.style = style;
    made.topics = topics();
    made.facts = facts();
    made.objections = {
        objection(adoption, {"The last one of these ended up in a drawer. What makes yours any different?"},
                  {"You didn't answer me. The last one went in a drawer. Why wouldn't yours?"},
                  {"The dashboard was fine. Nobody had time to look at it."},
                  {"All right. If it's a work order, they'll see it."}),
        objection(network, {"Nobody puts a box on our network without a fight."},
                  {"You skipped the network. That's the first thing they'll ask me."},
                  {"We had an outage after the last vendor dialled in."},
                  {"If it has its own SIM, I've no quarrel with it."}),
    };
    made.questions = {question(references, {"Who else round here uses it?", "Is there anyone like us who has it?"}),
                      question(adoption, {"What would my people have to do with it, day to day?"})};
    return made;
}

}  // namespace praxis::lint_wording
