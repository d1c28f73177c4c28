import { describe, expect, it } from 'vitest';
import { asHardAs, talksIn } from './talks';

const scenario = (segment: string, role: string, kind: string, difficulty: string) =>
  ({ id: [segment, role, kind, difficulty].join('/'), segment, role, kind, difficulty }) as Parameters<typeof talksIn>[0][number];

describe('conversations to choose from', () => {
  const all = [
    scenario('shops', 'owner', 'discovery', 'hard'),
    scenario('shops', 'owner', 'discovery', 'easy'),
    scenario('shops', 'buyer', 'discovery', 'normal'),
    scenario('shops', 'owner', 'discovery', 'normal'),
    scenario('yards', 'owner', 'discovery', 'easy'),
  ];
  it('are one for a segment, a role and a kind, however many difficulties there are', () =>
    expect(talksIn(all).map(({ key }) => key)).toEqual(['shops/owner/discovery', 'shops/buyer/discovery', 'yards/owner/discovery']));
  it('lose none, and begin with the easiest', () => {
    const talks = talksIn(all);
    expect(talks[0]?.scenarios.map(({ difficulty }) => difficulty)).toEqual(['easy', 'normal', 'hard']);
    expect(talks.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)).sort()).toEqual(all.map(({ id }) => id).sort());
  });
  it('are as hard as was wished, where there is such a one', () => {
    const [three, one] = talksIn(all);
    expect(asHardAs(three!, 'hard').difficulty).toBe('hard');
    expect(asHardAs(one!, 'hard').difficulty).toBe('normal');
  });
});
