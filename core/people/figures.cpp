#include "core/people/figures.hpp"

namespace praxis::people {

Figures fit_to_show(std::int64_t people, std::vector<Tally> tallies, int smallest_group) {
    Figures figures;
    if (people < smallest_group) return figures;
    figures.told = true;
    figures.people = people;
    for (Tally& tally : tallies) {
        if (tally.people >= smallest_group)
            figures.tallies.push_back(std::move(tally));
        else
            ++figures.withheld;
    }
    return figures;
}

}  // namespace praxis::people
