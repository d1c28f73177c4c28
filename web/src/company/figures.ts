// Figures of groups, as they are told.
import { kindOf, spoken } from '../library/called';
import type { Schemas } from '../wire/http';
import { words } from '../words';

export type Figures = Schemas['Figures'];
export type Tally = Schemas['Tally'];

export const shareOf = (tally: Tally): number => (tally.judged ? tally.passed / tally.judged : 0);

/** What is seen least often first: that is where practice helps most. */
export const weakestFirst = (tallies: Tally[]): Tally[] =>
  [...tallies].sort((a, b) => shareOf(a) - shareOf(b) || b.judged - a.judged || a.of.localeCompare(b.of));

/** A behaviour ("asks-for-the-worth") or a scenario ("strategy/segment/role/kind/difficulty"), in words. */
export function calledOf(of: string): string {
  const parts = of.split('/');
  if (parts.length !== 5) return spoken(of);
  const [strategy, segment, role, kind, difficulty] = parts as [string, string, string, string, string];
  const hard = words.practice.difficulties[difficulty] ?? difficulty;
  return `${kindOf(kind)}: ${spoken(role)}, ${segment.replaceAll('-', ' ')} (${spoken(strategy)}, ${hard.toLowerCase()})`;
}
