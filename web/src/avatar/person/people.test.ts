import { describe, expect, it } from 'vitest';
import { loadPeople, problemsOf, SETTINGS } from './load';
import list from '../../../../data/characters/people.json';
import { people, personFor } from './people';

const good = (): Record<string, unknown> => structuredClone(list[0]) as unknown as Record<string, unknown>;

describe('the people', () => {
  it('pass the loader', () => expect(() => loadPeople(list, 'people.json')).not.toThrow());
  it('are at least eighteen, of all grown-up ages', () => {
    expect(people.length).toBeGreaterThanOrEqual(18);
    const ages = people.map(({ age }) => age);
    expect(Math.min(...ages)).toBeLessThanOrEqual(30);
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(60);
  });
  it.each(SETTINGS)('have women and men for the setting %s', (setting) => {
    for (const presents of ['woman', 'man']) expect(people.some((one) => one.presents === presents && one.suits.includes(setting)), presents).toBe(true);
  });
  it.each(['plant', 'office', 'clinic', 'warehouse', 'board'] as const)('have lighter and darker skin in the setting %s', (setting) => {
    const tones = people.filter((one) => one.suits.includes(setting)).map(({ skin }) => skin.tone);
    expect(Math.max(...tones) - Math.min(...tones)).toBeGreaterThan(2.5);
  });
});

describe('the loader', () => {
  it.each([
    ['a style that is not there', (p: any) => { p.hair.style = 'bobb'; }, 'people[0] "cedar", hair.style: "bobb" does not fit; one of none'],
    ['a near miss, with the right word', (p: any) => { p.hair.style = 'bobb'; }, '(did you mean "bob"?)'],
    ['a number out of range', (p: any) => { p.skin.tone = 12; }, 'people[0] "cedar", skin.tone: 12 does not fit; a number from 0 to 9.'],
    ['a missing trait', (p: any) => { delete p.nose.width; }, 'people[0] "cedar", nose.width: is missing; a number from -1 to 1.'],
    ['a bad colour', (p: any) => { p.dress.colour = 'blue'; }, 'dress.colour: "blue" does not fit; a colour such as "#4a3020".'],
    ['a trait nobody knows', (p: any) => { p.nose.hue = 1; }, 'nose.hue: is no trait of a person'],
    ['a setting nobody knows', (p: any) => { p.suits = ['beach']; }, 'suits: "beach" is none of plant, office'],
    ['a setting named twice', (p: any) => { p.suits = ['office', 'office']; }, 'suits: names a setting twice'],
    ['an id that is too long', (p: any) => { p.id = 'a'.repeat(41); }, 'id: needs a lower-case word of at most 40 letters'],
    ['an id with capitals', (p: any) => { p.id = 'Cedar Tree'; }, 'id: needs a lower-case word'],
  ])('tells of %s', (_what, spoil, message) => {
    const one = good();
    spoil(one);
    expect(() => loadPeople([one])).toThrow(message);
  });
  it('tells of two of one id', () => expect(() => loadPeople([good(), good()])).toThrow('people[1] "cedar", id: is taken already'));
  it('tells of what is no list and no object', () => {
    expect(() => loadPeople({})).toThrow('people: is not a list of people.');
    expect(problemsOf(3, 'x')[0]).toContain('is not an object');
  });
});

describe('the person for a customer', () => {
  it('is the same for the same key', () => expect(personFor('dana@acme', { setting: 'plant' }).id).toBe(personFor('dana@acme', { setting: 'plant' }).id));
  it('keeps the wish', () => {
    for (let i = 0; i < 60; i += 1) {
      const found = personFor(`key ${i}`, { presents: 'woman', setting: 'warehouse' });
      expect(found.presents).not.toBe('man');
      expect(found.suits).toContain('warehouse');
    }
  });
  it('uses everybody', () => {
    const used = new Set(Array.from({ length: 900 }, (_, i) => personFor(`customer-${i}`).id));
    expect(used.size).toBe(people.length);
  });
  // The server counts the same way (core/characters/casting_test.cpp has the same rows).
  it.each([
    ['Gareth Pugh', 'ash'],
    ['Mathilde Ferrand', 'ash'],
    ['Dr. Çelik', 'birch'],
    ['Zoë Łukasiewicz', 'ash'],
    ['Ana 🌲 Berg', 'ash'],
    ['木村 葵', 'cedar'],
  ])('counts %s as the server does', (customer, id) => {
    const three = ['ash', 'birch', 'cedar'].map((one) => ({ ...people[0], id: one, presents: 'either', suits: ['office'] }) as (typeof people)[number]);
    expect(personFor(customer, { setting: 'office' }, three).id).toBe(id);
  });
  it('prefers the voice to the setting when both cannot be had', () => {
    const few = people.filter(({ presents, suits }) => presents === 'man' || !suits.includes('clinic'));
    expect(personFor('k', { presents: 'woman', setting: 'clinic' }, few).presents).not.toBe('man');
  });
});
