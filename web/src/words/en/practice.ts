// What practising is called wherever it is spoken of.
export const practice = {
  kinds: {
    'cold-call': 'Cold call',
    discovery: 'Discovery',
    'value-presentation': 'Value presentation',
    'objection-handling': 'Objection handling',
    negotiation: 'Negotiation',
    'account-review': 'Account review',
    renewal: 'Renewal',
  } as Record<string, string>,
  difficulties: { easy: 'Easy', normal: 'Normal', hard: 'Hard' } as Record<string, string>,
  supports: { guided: 'Guided', hints: 'Hints', silent: 'Silent' } as Record<string, string>,
  supportSays: {
    guided: 'A cue when it helps',
    hints: 'A cue when it matters',
    silent: 'No cues',
  } as Record<string, string>,
  outcomes: {
    lost: 'Lost',
    continued: 'Goes on',
    advanced: 'A step further',
    won: 'Won',
    'right-disqualified': 'Rightly let go',
  } as Record<string, string>,
  states: { open: 'Open', ended: 'Report waits', completed: 'Done' } as Record<string, string>,
  blind: 'Blind: find out who it is',
};

export const home = {
  hello: (name: string) => `Good to see you, ${name}.`,
  lead: 'Three minutes are enough. Pick up the phone.',
  call: 'Start a three-minute call',
  callMore: 'A customer from your own segments. You see who before it begins.',
  prepare: 'Prepare my next meeting',
  prepareMore: 'Say who you will meet and what worries you; play it in two minutes.',
  drill: '90-second drill',
  drillMore: 'One objection, three turns at most. Then that one move, and again.',
  ways: 'Other ways to practise',
  browse: 'Choose a conversation',
  browseMore: 'By segment, role, kind and difficulty; or blind, so that you find out who it is.',
  goOn: 'You were in the middle of something',
  goOnAct: 'Go on',
  recent: 'Recent attempts',
  all: 'All attempts',
  none: 'Nothing yet. Your first call takes three minutes, and nobody sees it but you.',
  progress: 'The last weeks',
  attemptsDone: (n: number) => (n === 1 ? '1 conversation read to the end' : `${n} conversations read to the end`),
  reached: (n: number, of: number) => `${n} of ${of} moved the customer a step further`,
  noStrategy: 'There is no strategy to practise on yet. An enablement lead or admin puts one in.',
};

export const drill = {
  name: 'Drill',
  title: 'That move',
  they: 'They said',
  nothing: 'Nothing was said that could be judged. Once more?',
  again: 'Again',
  another: 'Another objection',
  left: (seconds: number, turns: number) => `${seconds} seconds and ${turns === 1 ? '1 turn' : `${turns} turns`} left`,
  over: 'Time. Looking at that move.',
};

export const prepare = {
  title: 'Prepare my next meeting',
  lead: 'Three answers, then you are in it.',
  account: 'Whom do you meet?',
  role: 'What is their role?',
  kind: 'What sort of talk is it?',
  worry: 'What worries you most?',
  worries: {
    normal: 'Nothing special: a normal day',
    hard: 'They will be hard to move',
    easy: 'I only want to warm up',
  } as Record<string, string>,
  act: 'Play it now',
};

export const library = {
  title: 'Library',
  lead: 'Everything your strategy asks for, as conversations.',
  strategy: 'Strategy',
  segment: 'Segment',
  role: 'Role',
  kind: 'Kind',
  difficulty: 'Difficulty',
  any: 'Any',
  blind: 'Blind: do not tell me the segment',
  support: 'Support',
  found: (n: number) => (n === 1 ? '1 conversation' : `${n} conversations`),
  play: 'Play',
  called: (segment: string, role: string, kind: string) => `${kind} with the ${role}${segment ? `, ${segment}` : ''}`,
  difficultyOf: (called: string) => `How hard: ${called}`,
  playThis: (called: string) => `Play ${called}`,
  surprise: 'Surprise me',
  none: 'No conversation fits all of that.',
};

export const attempts = {
  title: 'My attempts',
  lead: 'Private, until you share one.',
  what: 'Conversation',
  outcome: 'Outcome',
  state: 'State',
  none: 'No attempts yet.',
  demo: 'Simulated for the demo',
  again: 'said again from turn',
};
