import { describe, expect, it } from 'vitest';
import { seats } from './group';

describe('several at one table', () => {
  it('lights who speaks and lets the others listen at a lower rate', () => {
    const [one, two, three] = seats(3, 1);
    expect(two).toEqual({ lit: true, rate: 30, mode: 'speaking' });
    for (const other of [one, three]) expect(other).toEqual({ lit: false, rate: 12, mode: 'listening' });
  });
  it('lights everybody while the rep has the floor', () => {
    expect(seats(3, -1).every((seat) => seat.lit && seat.mode === 'listening')).toBe(true);
    expect(seats(2, -1, true).every((seat) => seat.mode === 'thinking')).toBe(true);
  });
  it('draws somebody alone as often as ever', () => {
    expect(seats(1, -1)[0]?.rate).toBe(30);
  });
});
