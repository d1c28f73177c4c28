import { describe, expect, it } from 'vitest';
import { changesOf, fitting, type Person } from './people';

const person = (name: string, state: Person['state'] = 'active'): Person => ({
  id: name,
  email: `${name.toLowerCase().replace(' ', '.')}@steel.example`,
  name,
  roles: ['rep', 'manager'],
  state,
  comes_from_outside: false,
  created_ms: 0,
  changed_ms: 0,
  version: 1,
});
const ada = person('Ada Moreno');
const ben = person('Ben Okafor', 'invited');

describe('finding somebody', () => {
  it('looks at names', () => expect(fitting([ada, ben], ' moR', '')).toEqual([ada]));
  it('looks at mail addresses', () => expect(fitting([ada, ben], 'ben.ok', '')).toEqual([ben]));
  it('looks at states', () => expect(fitting([ada, ben], '', 'invited')).toEqual([ben]));
});

describe('a change', () => {
  it('says only what is different', () =>
    expect(changesOf(ada, { ...ada, name: 'Ada M.', roles: ['manager', 'rep'] })).toEqual({ name: 'Ada M.' }));
  it('says roles whole', () => expect(changesOf(ada, { ...ada, roles: ['rep'] })).toEqual({ roles: ['rep'] }));
  it('says a state', () => expect(changesOf(ada, { ...ada, state: 'suspended' })).toEqual({ state: 'suspended' }));
  it('never invites', () => expect(changesOf(ada, { ...ada, state: 'invited' })).toEqual({}));
});
