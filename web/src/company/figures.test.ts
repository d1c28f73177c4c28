import { describe, expect, it } from 'vitest';
import { calledOf, weakestFirst } from './figures';

const tally = (of: string, passed: number, judged: number) => ({ of, people: 5, attempts: judged, passed, judged });

describe('figures', () => {
  it('begin with what is seen least often', () =>
    expect(weakestFirst([tally('a', 9, 10), tally('b', 1, 10), tally('c', 0, 0)]).map((one) => one.of)).toEqual(['c', 'b', 'a']));
  it('call a behaviour by its words', () => expect(calledOf('asks-for-the-worth')).toBe('Asks for the worth'));
  it('call a scenario by its parts', () =>
    expect(calledOf('ledgerline/care-groups/cfo/cold-call/normal')).toBe('Cold call: Cfo, care groups (Ledgerline, normal)'));
});
