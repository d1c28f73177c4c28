// The people there are, and which of them a customer is.
import { hashText } from '../chance';
import list from '../../../../data/characters/people.json';
import type { Person, Setting } from './person';

/** As shipped; people.test.ts holds them against the loader, so a page need not check them again. */
export const people = list as readonly Person[];

export interface Wish {
  presents?: 'woman' | 'man' | undefined;
  setting?: Setting | undefined;
}

/**
 * The person that plays a customer: the same for the same key, always. A wish is kept as far as there are people for it;
 * how someone presents comes before the setting, since a voice goes with it.
 */
export function personFor(key: string, wish: Wish = {}, from: readonly Person[] = people): Person {
  const presenting = from.filter((one) => !wish.presents || one.presents === wish.presents || one.presents === 'either');
  const heard = presenting.length ? presenting : from;
  const suited = heard.filter((one) => !wish.setting || one.suits.includes(wish.setting));
  const choice = suited.length ? suited : heard;
  // Rendezvous hashing: adding a person changes only the customers that person now plays.
  return choice.reduce((best, one) => (hashText(`${key}/${one.id}`) > hashText(`${key}/${best.id}`) ? one : best));
}
