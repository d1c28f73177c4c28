import { describe, expect, it } from 'vitest';
import { isOver, theMove } from './drill';

describe('a drill', () => {
  it('ends after three answered turns or ninety seconds, and cuts nobody short', () => {
    expect(isOver({ turns: 2, elapsed_ms: 89_000, busy: false })).toBe(false);
    expect(isOver({ turns: 3, elapsed_ms: 1000, busy: false })).toBe(true);
    expect(isOver({ turns: 3, elapsed_ms: 1000, busy: true })).toBe(false);
    expect(isOver({ turns: 0, elapsed_ms: 90_000, busy: false })).toBe(true);
    expect(isOver({ turns: 1, elapsed_ms: 120_000, busy: true })).toBe(false);
  });
  it('shows the move that cost most, else the one with a better line, else the last', () => {
    const fine = { turn: 1, mark: 'fine' };
    expect(theMove([fine, { turn: 2, mark: 'missed_chance' }, { turn: 3, mark: 'cost_you' }])?.turn).toBe(3);
    expect(theMove([{ turn: 1, mark: 'strong' }, { turn: 2, mark: 'fine', better: 'x' }])?.turn).toBe(2);
    expect(theMove([fine, { turn: 2, mark: 'fine' }])?.turn).toBe(2);
    expect(theMove([])).toBeUndefined();
  });
});
