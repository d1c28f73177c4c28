// A customer who is much less of one: a handful of patterns for what the rep does, and an answer from a list that it does
// not repeat. It does less than Praxis in every turn, which makes the comparison harder for Praxis.
const ACTS = [
  ['implication_question', /\bwhat (does|did|will) (it|that) cost\b|\blead(s)? to\b/i],
  ['open_question', /\b(what|how|why|which|who|where|tell me)\b.*\?/i],
  ['closed_question', /\b(do|does|is|are|can|could|would|have|has)\b.*\?/i],
  ['empathy', /\b(sorry|must be|i understand|maddening)\b/i],
  ['proposal', /\b(i('| wi)ll|i'd|let's|we could|propose|suggest)\b/i],
  ['price', /[€£$]|\b\d+ ?(per cent|%|euro|pounds)\b/i],
  ['greeting', /\b(morning|hello|good day|thanks for)\b/i],
];

const OPENINGS = ['Well.', 'Right.', 'I see.', 'Go on.', 'Hm.', 'Fair enough.', 'All right.', 'Now then.'];
const ANSWERS = [
  'We have had the same supplier for fifteen years and I am not looking.',
  'Finance says eleven grand an hour, if you want a figure for it.',
  'It stands still, and then everybody stands around it.',
  'I would have to ask the foreman about that one.',
  'Nobody has ever sat down and counted it properly.',
  'That depends on what the sheet does when it is cut.',
  'The last one who told me that never came back.',
  'Put it on paper and I will read it on Friday.',
  'Two lasers, one of them older than my daughter.',
  'You would have to show me that on my own job.',
];

function hash(text) {
  let value = 2166136261;
  for (let i = 0; i < text.length; ++i) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}

export class Customer {
  turn = 0;
  trust = 50;
  said = new Set();

  answer(text) {
    ++this.turn;
    const acts = ACTS.filter(([, pattern]) => pattern.test(text)).map(([act]) => act);
    this.trust = Math.max(0, Math.min(100, this.trust + (acts.includes('empathy') ? 4 : acts.includes('price') ? -3 : 1)));
    let place = hash(text + this.turn);
    while (this.said.has(place % ANSWERS.length) && this.said.size < ANSWERS.length) ++place;
    this.said.add(place % ANSWERS.length);
    return { acts, text: `${OPENINGS[place % OPENINGS.length]} ${ANSWERS[place % ANSWERS.length]}` };
  }
}
