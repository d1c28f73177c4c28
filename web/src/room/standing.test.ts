import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.stubGlobal('window', globalThis);
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
const { Standing } = await import('./standing.svelte');

describe('what was heard hands free', () => {
  const said: string[] = [];
  let free = true;
  const stand = (hasty = true) => new Standing({ free: () => free, hasty: () => hasty, say: (text: string) => said.push(text) });
  beforeEach(() => {
    vi.useFakeTimers();
    said.length = 0;
    free = true;
  });
  afterEach(() => vi.useRealTimers());

  it('is said when its moment is over, and not before', () => {
    const one = stand();
    one.heard('Good morning');
    vi.advanceTimersByTime(700);
    expect(said).toEqual([]);
    expect(one.running).toBe(true);
    vi.advanceTimersByTime(200);
    expect(said).toEqual(['Good morning']);
    expect(one.text).toBe('');
  });

  it('is said at once where a pause was waited for already, unless a moment was chosen', () => {
    const one = stand(false);
    one.heard('Good morning');
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['Good morning']);
    one.setWait(2000);
    one.heard('Lukas Brandt speaking');
    vi.advanceTimersByTime(1900);
    expect(said).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(said).toHaveLength(2);
  });

  it('waits while it is spoken on, and is then one turn', () => {
    const one = stand();
    one.heard('What does it cost');
    one.spokenOn();
    vi.advanceTimersByTime(3000);
    expect(said).toEqual([]);
    one.heard('when the press is down?');
    vi.advanceTimersByTime(1300);
    expect(said).toEqual(['What does it cost when the press is down?']);
  });

  it('is said after all when nothing came of speaking on', () => {
    const one = stand();
    one.heard('Who decides?');
    one.spokenOn();
    one.goOn();
    vi.advanceTimersByTime(1300);
    expect(said).toEqual(['Who decides?']);
    one.heard('And when?');
    one.spokenOn();
    vi.advanceTimersByTime(8000);
    expect(said).toEqual(['Who decides?', 'And when?']);
  });

  it('never counts once it was taken back', () => {
    const one = stand();
    one.heard('I can recommend a nice beach');
    one.hold();
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual([]);
    one.heard('and more noise');
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual([]);
    one.drop();
    expect(one.text).toBe('');
  });

  it('waits for the customer to have thought', () => {
    const one = stand();
    free = false;
    one.heard('One more thing');
    vi.advanceTimersByTime(5000);
    expect(said).toEqual([]);
    free = true;
    vi.advanceTimersByTime(200);
    expect(said).toEqual(['One more thing']);
  });
});
