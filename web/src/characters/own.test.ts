import { describe, expect, it } from 'vitest';
import { people } from '../avatar/person/people';
import type { Person } from '../avatar/person/person';
import { differences, nextWord, partSaid } from './own';

const cedar = people[0] as Person;
const wish = (change: Partial<Person> = {}) => ({ person: { ...structuredClone(cedar), ...change }, plays: [] });
const strategies = [{ id: 'steel', name: 'Hallam Steel' }] as Parameters<typeof partSaid>[1];
const scenarios = [{ segment: 'shops', segment_name: 'job shops', role: 'owner', role_name: 'owner' }] as Parameters<typeof partSaid>[2];

describe('a character of one’s own', () => {
  it.each([
    ['cedar', 'cedar-2'],
    ['cedar-2', 'cedar-3'],
    ['anna-berg', 'anna-berg-2'],
    ['a'.repeat(40), `${'a'.repeat(38)}-2`],
    ['x-999', 'x-1000'],
  ])('gets a word after %s', (word, next) => expect(nextWord(word)).toBe(next));

  it('differs in nothing from itself, whatever the order of its settings', () => {
    expect(differences(wish(), wish())).toEqual([]);
    expect(differences(wish({ suits: ['office', 'board'] }), wish({ suits: ['board', 'office'] }))).toEqual([]);
    expect(differences({ ...wish(), plays: [{ strategy: 'steel', role: 'owner' }] }, { ...wish(), plays: [{ role: 'owner', strategy: 'steel' }] })).toEqual([]);
  });
  it('differs in what is told', () => {
    const theirs = { ...wish({ age: 61, id: 'oak-2', skin: { ...cedar.skin, tone: 7 } }), plays: [{ strategy: 'steel' }] };
    expect(differences(wish(), theirs)).toHaveLength(4);
    expect(differences(wish(), theirs).join(' · ')).toMatch(/^Age · Skin, tone · .* · whom it plays$/);
  });

  it.each([
    [{ strategy: 'steel' }, 'Everybody in Hallam Steel'],
    [{ strategy: 'steel', role: 'owner' }, 'Owner, in Hallam Steel'],
    [{ strategy: 'steel', segment: 'shops', role: 'owner' }, 'Owner, job shops, in Hallam Steel'],
    [{ strategy: 'steel', segment: 'laser-yards' }, 'Laser yards, in Hallam Steel'],
    [{ strategy: 'copper', role: 'owner' }, 'copper (no longer there)'],
  ])('says whom it plays: %o', (part, said) => expect(partSaid(part, strategies, scenarios)).toBe(said));
});
