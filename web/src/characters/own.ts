// A company's own characters: what the page says about them. Pure.
import { titleOf } from '../avatar/editor/draft';
import { TRAITS, traitOf } from '../avatar/person/load';
import type { Person } from '../avatar/person/person';
import { spoken, upper } from '../library/called';
import type { Schemas } from '../wire/http';
import { words } from '../words';

export type Part = Schemas['CharacterPart'];
/** As the server tells it, with a person that the page can draw. */
export type Own = Omit<Schemas['Character'], 'person'> & { person: Person };
export interface Wish {
  person: Person;
  plays: Part[];
}

const says = words.characters;

/** "anna" → "anna-2" → "anna-3": a word of its own for what begins from another. */
export function nextWord(word: string): string {
  const [, stem = word, number = '1'] = /^(.*?)-(\d{1,3})$/.exec(word) ?? [];
  const end = `-${Number(number) + 1}`;
  return stem.slice(0, 40 - end.length) + end;
}

/** What two of one character differ in, in words. */
export function differences(mine: Wish, theirs: Wish): string[] {
  const paths = [...Object.keys(TRAITS), 'id', 'presents'];
  const told = paths.filter((path) => traitOf(mine.person, path) !== traitOf(theirs.person, path)).map(titleOf);
  if ([...mine.person.suits].sort().join() !== [...theirs.person.suits].sort().join()) told.push(titleOf('suits'));
  if (JSON.stringify(mine.plays.map(whole)) !== JSON.stringify(theirs.plays.map(whole))) told.push(says.theirsPlays);
  return told;
}

const whole = ({ strategy, segment, role }: Part) => [strategy, segment ?? '', role ?? ''];

/** What a part is called, as far as the scenarios of its strategy are known. */
export function partSaid(part: Part, strategies: Schemas['StrategyShown'][], scenarios: Schemas['ScenarioShown'][]): string {
  const strategy = strategies.find((one) => one.id === part.strategy);
  if (!strategy) return says.playsGone(part.strategy);
  const role = part.role ? (scenarios.find((one) => one.role === part.role)?.role_name ?? spoken(part.role)) : '';
  const segment = part.segment ? (scenarios.find((one) => one.segment === part.segment)?.segment_name ?? spoken(part.segment)) : '';
  const who = [role, segment].filter(Boolean).join(', ');
  return who ? says.playsSome(upper(who), strategy.name) : says.playsAll(strategy.name);
}
