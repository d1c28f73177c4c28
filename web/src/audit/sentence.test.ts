import { describe, expect, it } from 'vitest';
import { sentenceOf, type Entry } from './sentence';

const known = { people: new Map([['a', 'Ada Moreno'], ['b', 'Ben Okafor']]), teams: new Map([['n', 'North']]) };
const told = (verb: string, rest: Partial<Entry> = {}) =>
  sentenceOf({ id: '1', at_ms: 0, actor: 'a', subject: 'b', detail: '', verb, ...rest }, known);

describe('the audit log in sentences', () => {
  it('names who and whom', () => expect(told('person.invited', { detail: 'rep' })).toBe('Ada Moreno invited Ben Okafor as Salesperson.'));
  it('says what was changed', () =>
    expect(told('person.changed', { detail: 'name roles rep,manager suspended' })).toBe(
      'Ada Moreno changed Ben Okafor: the name; Salesperson, Manager; suspended.',
    ));
  it('knows oneself', () => expect(told('person.changed', { subject: 'a', detail: 'name' })).toBe('Ada Moreno changed themselves: the name.'));
  it('names teams and their members', () =>
    expect(told('team.lead_placed', { subject: 'n', detail: 'b' })).toBe('Ada Moreno let Ben Okafor lead North.'));
  it('reads settings', () =>
    expect(told('settings.changed', { detail: ' smallest_group 6 practice 365' })).toBe(
      'Ada Moreno changed the settings: smallest group 6; Rehearsals 365 days.',
    ));
  it('reads that the browser may hear no more', () =>
    expect(told('settings.changed', { detail: ' browser_recognition off calls 30' })).toBe(
      'Ada Moreno changed the settings: the browser’s own recognition is forbidden; Real calls 30 days.',
    ));
  it('tells the program from a person', () =>
    expect(told('data.swept', { actor: '', subject: 'practice', detail: '12' })).toBe('The sweep deleted what was too old: Rehearsals, 12.'));
  it('says when somebody is gone', () => expect(told('log_in', { actor: 'x' })).toBe('Somebody who is no longer here logged in.'));
  it('leaves what it does not know', () => expect(told('webhook.sent')).toBeNull());
});
