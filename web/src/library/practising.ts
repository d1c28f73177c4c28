// What can be practised, and beginning it.
import { go } from '../ui/place.svelte';
import { onceAgreed } from '../mine/agreeing.svelte';
import { ask, read, type Schemas } from '../wire/http';
import { words } from '../words';
import { upper } from './called';

export * from './called';

export type Scenario = Schemas['ScenarioShown'];
export type Strategy = Schemas['StrategyShown'];
export type Attempt = Schemas['Attempt'];
export type AttemptWish = Schemas['AttemptWish'];

const kLast = 'praxis.strategy';

export async function strategies(): Promise<Strategy[]> {
  return (await read<Schemas['StrategyPage']>('/strategies')).items;
}
export async function scenarios(strategy: string): Promise<Scenario[]> {
  return (await read<Schemas['ScenarioPage']>(`/strategies/${encodeURIComponent(strategy)}/scenarios`)).items;
}

/** The strategy one practised on last, if it is still there. */
export function usual(all: Strategy[]): Strategy | undefined {
  const last = localStorage.getItem(kLast);
  return all.find((one) => one.id === last) ?? all[0];
}

type PlaceOf = (attempt: string) => string;
const inRoom: PlaceOf = (attempt) => `/attempts/${attempt}`;

export async function begin(wish: AttemptWish, to = inRoom): Promise<void> {
  const attempt = await onceAgreed('practice', () => ask<Attempt>('POST', '/attempts', wish));
  if (!attempt) return;
  localStorage.setItem(kLast, wish.strategy);
  go(to(attempt.id));
}

export async function sayAgain(attempt: string, turn: number, to = inRoom): Promise<void> {
  const branch = await onceAgreed('practice', () => ask<Attempt>('POST', `/attempts/${attempt}/branches`, { turn }));
  if (branch) go(to(branch.id));
}

/** The different values of one part, with what they are called. */
export function choices(all: Scenario[], part: 'segment' | 'role' | 'kind' | 'difficulty'): [string, string][] {
  const said = new Map<string, string>();
  for (const one of all) said.set(one[part], calledIn(one, part));
  return [...said];
}

function calledIn(scenario: Scenario, part: 'segment' | 'role' | 'kind' | 'difficulty'): string {
  const { kinds, difficulties } = words.practice;
  if (part === 'segment') return upper(scenario.segment_name);
  if (part === 'role') return upper(scenario.role_name);
  return (part === 'kind' ? kinds : difficulties)[scenario[part]] ?? scenario[part];
}
