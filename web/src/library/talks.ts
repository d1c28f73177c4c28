// Conversations to choose from: one for a segment, a role and a kind, with the difficulties there are of it.
import type { Schemas } from '../wire/http';

type Scenario = Schemas['ScenarioShown'];

export interface Talk {
  key: string;
  scenarios: Scenario[]; // one a difficulty, the easiest first; never empty
}

const order = ['easy', 'normal', 'hard'];
const rank = ({ difficulty }: Scenario) => (order.includes(difficulty) ? order.indexOf(difficulty) : order.length);

/** In the order in which the first of each comes. */
export function talksIn(all: readonly Scenario[]): Talk[] {
  const talks = new Map<string, Talk>();
  for (const one of all) {
    const key = `${one.segment}/${one.role}/${one.kind}`;
    const talk = talks.get(key) ?? { key, scenarios: [] };
    talk.scenarios.push(one);
    talks.set(key, talk);
  }
  for (const talk of talks.values()) talk.scenarios.sort((a, b) => rank(a) - rank(b));
  return [...talks.values()];
}

/** Of that difficulty, else the first there is. */
export const asHardAs = (talk: Talk, difficulty: string): Scenario =>
  talk.scenarios.find((one) => one.difficulty === difficulty) ?? (talk.scenarios[0] as Scenario);
