import { describe, expect, it } from 'vitest';
import { changesOf, formOf, shorterIn, type Settings } from './settings';

const before: Settings = {
  name: 'Hallam Steel',
  slug: 'hallam-steel',
  demo: false,
  smallest_group: 5,
  retention_days: { practice: 730, abandoned: 30, calls: 180, errands: 14, ways_in: 7 },
  browser_recognition: true,
  version: 2,
};

describe('settings', () => {
  it('are sent only where they are different', () => {
    const form = formOf(before);
    form.days.calls = '90';
    expect(changesOf(before, form)).toEqual({ retention_days: { calls: 90 } });
  });
  it('say what the browser may, where that is new', () =>
    expect(changesOf(before, { ...formOf(before), browser: false })).toEqual({ browser_recognition: false }));
  it('are nothing to send when nothing is', () => expect(changesOf(before, formOf(before))).toEqual({}));
  it('tell what would go sooner', () => {
    const form = formOf(before);
    form.days.practice = '365';
    form.days.calls = '365';
    expect(shorterIn(before, form)).toEqual(['practice']);
  });
});
