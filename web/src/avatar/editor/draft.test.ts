import { describe, expect, it } from 'vitest';
import { words } from '../../words';
import { PRESENTS, SETTINGS, TRAITS } from '../person/load';
import { people } from '../person/people';
import type { Person } from '../person/person';
import { groupsOfTraits, readPerson, showPerson, valueOf, withTrait } from './draft';

const cedar = people[0] as Person;

describe('a person being made', () => {
  it('shows every trait once, in groups', () => {
    const groups = groupsOfTraits();
    expect(groups.map(({ name }) => name)).toEqual(expect.arrayContaining(['In general', 'Skin', 'Hair', 'Dress']));
    expect(new Set(groups.flatMap(({ fields }) => fields.map(({ path }) => path))).size).toBeGreaterThan(50);
  });
  it('has a word of the catalogue for every part, trait and choice', () => {
    const { parts, traits, choices } = words.making;
    for (const [path, trait] of Object.entries(TRAITS)) {
      const [part = '', inner] = path.split('.');
      expect(parts, path).toHaveProperty(part);
      if (inner) expect(traits, path).toHaveProperty(inner);
      for (const option of trait.options ?? []) expect(choices, path).toHaveProperty(option);
    }
    for (const one of [...SETTINGS, ...PRESENTS]) expect(choices).toHaveProperty(one);
  });
  it('changes one trait and leaves the rest', () => {
    const changed = withTrait(withTrait(cedar, 'hair.style', 'afro'), 'age', 50);
    expect(valueOf(changed, 'hair.style')).toBe('afro');
    expect(changed).toEqual({ ...cedar, age: 50, hair: { ...cedar.hair, style: 'afro' } });
    expect(cedar.age).toBe(38);
  });
  it('goes out and comes in as the same', () => expect(readPerson(showPerson(cedar)).person).toEqual(cedar));
  it.each([['{', 'The file is not JSON'], ['{"id":"x"}', 'presents: nothing is none of woman, man, either']])('refuses %s', (text, message) => {
    expect(readPerson(text).problems.join('\n')).toContain(message);
  });
});
