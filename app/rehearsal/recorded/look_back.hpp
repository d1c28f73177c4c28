// Looks back on a rehearsal that has ended: judged turn by turn (core/foresight/marks), and for every turn where
// something clearly better was there, that something in words this customer could have been told. Takes thousands of
// times as long as everything else in a report, so it is done once. Never of a rehearsal that goes on: it names what is
// still closed. Pure; any thread.
#pragma once

#include <optional>

#include "app/rehearsal/rehearsal.hpp"
#include "core/coaching/report.hpp"
#include "core/foresight/marks/judge.hpp"

namespace praxis::app {

struct Hindsight {
    foresight::marks::Judgement judgement;
    coaching::BetterLines better;
};

// Empty while it goes on, and where nothing was said.
std::optional<Hindsight> look_back(const Rehearsal&, const foresight::marks::Effort& = {});

// The report; of a rehearsal that goes on without marks and curve.
coaching::Report report_of(const Rehearsal&, coaching::Dose, const coaching::Phrases&,
                           const std::optional<Hindsight>& = std::nullopt);

}  // namespace praxis::app
