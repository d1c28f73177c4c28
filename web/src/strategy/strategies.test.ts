import { describe, expect, it } from 'vitest';
import { rangeOf } from './strategies';

describe('where a line lies', () => {
  const text = 'one\ntwo\n\nfour';
  it.each([
    [1, 'one'],
    [2, 'two'],
    [3, ''],
    [4, 'four'],
    [9, 'four'],
    [0, 'one'],
  ])('line %i is "%s"', (line, says) => {
    const [from, to] = rangeOf(text, line);
    expect(text.slice(from, to)).toBe(says);
  });
});
