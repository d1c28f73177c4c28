// What each thing a rep does is worth to a buyer: one table, so that the mind can be tuned and argued about without
// reading code. Points on levels of 0 … 100, before persona and difficulty multiply them (temper.hpp). Anchors: a good
// discovery of ten turns earns about +45 trust and +40 value; a pitch of ten turns costs a patience of 80
// (docs/buyer-mind.md holds both, turn by turn). Rackham (1988) for the order of magnitude between kinds of questions.
#pragma once

#include <cstdint>

namespace praxis::buyer {

struct Effect {
    int trust = 0, interest = 0, patience = 0, value = 0, clarity = 0, urgency = 0;
};

namespace effect {

// Time itself: every turn takes a little of the buyer's day.
inline constexpr Effect kTurn{.patience = -1};
inline constexpr Effect kDull{.patience = -4};  // interest is nearly gone: not worth the time

// Safety. An attempt to steer the customer is a breach of the setting; nonsense wastes time.
inline constexpr Effect kSteering{.trust = -10, .interest = -2, .patience = -19};
inline constexpr Effect kNonsense{.trust = -2, .interest = -1, .patience = -6};

// Conduct and style.
inline constexpr Effect kDisrespect{.trust = -18, .interest = -5, .patience = -24};
inline constexpr Effect kPressure{.trust = -13, .interest = -3, .patience = -15, .value = -2};
inline constexpr Effect kInterruption{.trust = -3, .patience = -4};
inline constexpr Effect kOverclaim{.trust = -8, .value = -4};
inline constexpr Effect kOverclaimToExpert{.trust = -13, .value = -6};  // an expert knows it is not so
inline constexpr Effect kDisparagement{.trust = -6, .patience = -3};
inline constexpr Effect kMonologue{.interest = -4, .patience = -8, .clarity = -4};
inline constexpr Effect kJargon{.interest = -5, .patience = -1, .clarity = -6};
inline constexpr Effect kHedging{.trust = -1, .clarity = -2};

// Social: the first time is manners, the second is fine, then it is flattery or a waste of time.
inline constexpr Effect kGreeting{.trust = 2};
inline constexpr Effect kRapport{.trust = 4};
inline constexpr Effect kRapportAgain{.trust = 1};
inline constexpr Effect kFlattery{.trust = -2, .interest = -2, .patience = -5};
inline constexpr Effect kSmallTalk{.trust = 2};
inline constexpr Effect kIdleTalk{.interest = -1, .patience = -4};
inline constexpr Effect kAgenda{.trust = 3, .patience = 5, .clarity = 6};
inline constexpr Effect kPermission{.trust = 3};
inline constexpr Effect kColdStart{.trust = -2, .patience = -6};  // a cold call that does not say who and why

// Listening: exact recall is competence.
inline constexpr Effect kRecap{.trust = 6, .clarity = 4};
inline constexpr Effect kRecapAgain{.trust = 2};
inline constexpr Effect kRecapRepeated{.patience = -2};  // the same thing restated is an echo
inline constexpr Effect kExactFigure{.trust = 2, .interest = 1};
inline constexpr Effect kWrongRecap{.trust = -4, .patience = -2};
inline constexpr Effect kEmpathy{.trust = 5};
inline constexpr Effect kEmptyEmpathy{.trust = 0, .patience = -1};  // nothing was said to feel with
inline constexpr Effect kLimitAdmitted{.trust = 6};
inline constexpr Effect kLimitAgain{.trust = 2};

// Questions and what telling does to the teller (a customer who says the cost aloud believes it).
inline constexpr Effect kToldSituation{.interest = 1};
inline constexpr Effect kToldProblem{.interest = 6, .urgency = 3};
inline constexpr Effect kToldImplication{.interest = 9, .value = 6, .urgency = 8};
inline constexpr Effect kToldPayoff{.interest = 9, .value = 14, .urgency = 4};
inline constexpr Effect kToldPersonal{.trust = 3, .interest = 4, .urgency = 3};
inline constexpr Effect kToldOther{.interest = 2};
inline constexpr Effect kToldTimeline{.interest = 1, .urgency = 6};
inline constexpr Effect kAskedOpenly{.trust = 2};
inline constexpr Effect kGuarded{.patience = -2};
inline constexpr Effect kPrivateTooSoon{.interest = -2, .patience = -3};  // money and power before any pain
inline constexpr Effect kToldAlready{.trust = -1, .patience = -4};
inline constexpr Effect kNothingThere{.interest = -1, .patience = -2};
inline constexpr Effect kTooManyFacts{.interest = -3, .patience = -5};  // situation questions beyond the limit
inline constexpr Effect kExpertBored{.trust = -1, .interest = -5, .patience = -7};
inline constexpr Effect kInterrogated{.trust = -3, .interest = -4, .patience = -7};  // question after question
inline constexpr Effect kSlowForSpot{.interest = -3, .patience = -9};  // discovery where a price is wanted

// The buyer's own questions.
inline constexpr Effect kQuestionAnswered{.trust = 2, .clarity = 3};
inline constexpr Effect kQuestionIgnored{.trust = -3, .interest = -1, .patience = -5};

// Pitch: a benefit counts when its topic belongs to something the buyer told.
inline constexpr Effect kBenefit{.interest = 4, .value = 8, .clarity = 6};
inline constexpr Effect kBenefitInFigures{.interest = 4, .value = 14, .clarity = 6};
inline constexpr Effect kBenefitElsewhere{.interest = -3, .patience = -1};
inline constexpr Effect kBenefitTooSoon{.trust = -1, .interest = -6, .patience = -3};
inline constexpr Effect kPitchedAt{.trust = -2, .interest = -2, .patience = -5};  // again and again too soon
inline constexpr Effect kFeatureDump{.interest = -7, .patience = -3, .clarity = -4};
inline constexpr Effect kFeaturesOnTopic{.interest = -3, .patience = -1};
inline constexpr Effect kInsight{.trust = 2, .interest = 5, .urgency = 2};
inline constexpr Effect kChallenge{.trust = 6, .interest = 8, .urgency = 4};  // where being challenged is rewarded
inline constexpr Effect kProofFits{.trust = 3, .interest = 2, .value = 4};
inline constexpr Effect kProofMisses{.interest = -1};

// Objections: heard out, understood, answered on the cause.
inline constexpr Effect kAcknowledged{.trust = 4};
inline constexpr Effect kClarified{.trust = 4, .clarity = 2};
inline constexpr Effect kResolved{.trust = 5, .interest = 6, .value = 8, .clarity = 4};
inline constexpr Effect kConfirmed{.trust = 2};
inline constexpr Effect kHalfAnswer{.trust = -1, .interest = -1, .patience = -3};
inline constexpr Effect kIgnored{.trust = -5, .interest = -2, .patience = -7};
inline constexpr Effect kConceded{.trust = -2, .value = -5};            // a ploy that worked
inline constexpr Effect kPloyHeld{.trust = 3, .value = 3};              // a ploy that did not
inline constexpr Effect kConditionArgued{.trust = -4, .patience = -5};  // argued against what cannot be argued away

// Commercial.
inline constexpr Effect kPriceTooSoon{.trust = -3, .interest = -4, .patience = -3};
inline constexpr Effect kPriceOnRequest{.trust = 1, .clarity = 4};
inline constexpr Effect kDiscountBeforeValue{.trust = -5, .interest = -2, .patience = -3, .value = -8};
inline constexpr Effect kDiscountGiven{.trust = -2, .value = -3};
inline constexpr Effect kDiscountForbidden{.trust = -4, .value = -5};
inline constexpr Effect kTraded{.trust = 3, .value = 2};
inline constexpr Effect kPriceHeld{.trust = 2, .value = 1};
inline constexpr Effect kBluffCalled{.trust = 2};
inline constexpr Effect kGoodQuote{.trust = 12, .interest = 20, .patience = 5, .value = 30, .clarity = 20};
inline constexpr Effect kDearQuote{.trust = -3, .patience = -6};
inline constexpr Effect kCheapQuote{.trust = -8, .patience = -4};  // too cheap to be the same thing

// Advance.
inline constexpr Effect kStepAgreed{.clarity = 5};
inline constexpr Effect kStepTooSoon{.trust = -1, .patience = -4};
inline constexpr Effect kCloseTooSoon{.trust = -4, .interest = -2, .patience = -8};
inline constexpr Effect kAskedAgain{.trust = -4, .patience = -6};  // the same refused thing once more
inline constexpr Effect kHonestParting{.trust = 5};

}  // namespace effect

// Below or above these the mind behaves differently.
inline constexpr int kStrikesMax = 3;
inline constexpr int kDullInterest = 12;
inline constexpr int kHurryPatience = 28;
inline constexpr int kSaturation = 70;     // trust and value grow at half speed from here
inline constexpr int kValueBuilt = 35;     // discounts and objections weigh less from here
inline constexpr int kEnoughUrgency = 50;  // cures indecision by itself
inline constexpr int kAliveTrust = 35;     // would take the next call
inline constexpr int kAliveInterest = 32;
inline constexpr int kAlivePatience = 10;
inline constexpr int kTakenInterest = 45;  // likes what was shown, and says so when asked
inline constexpr int kMostlyUnknown = 40;  // percent of words from which a statement cannot be followed
inline constexpr int kCivility = 10;       // manners shown above the trust that is felt
inline constexpr int kSureGroup = 70;      // percent from which a group counts without its act
inline constexpr int kEchoPercent = 20;    // overlap from which a restatement is one
inline constexpr int kWarnTurns = 3;       // before the hard stop
inline constexpr int kNibblesMax = 2;
inline constexpr int kComebacksMax = 3;       // a strategy gives three ways to come back to an objection
inline constexpr int kQuestionsBesideIt = 3;  // turns beside an open objection before it comes back
inline constexpr int kStatementWords = 14;    // two sentences this long say something beside what they ask
inline constexpr int kPlainAnswerWords = 4;   // a statement this long may answer a question

}  // namespace praxis::buyer
