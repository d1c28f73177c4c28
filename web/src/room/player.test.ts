import { describe, expect, it } from 'vitest';
import type { Sentence } from '../wire/live';
import { heardOf } from './player';

const sentence: Sentence = {
  turn: 2,
  sentence: 1,
  begin: 20,
  end: 45,
  duration_ms: 1500,
  mouth: [],
  words: [
    [0, 300, 20, 25],
    [300, 900, 26, 34],
    [900, 1400, 35, 44],
  ],
  beats: [],
};

describe('how far a sentence was heard', () => {
  it.each([
    [0, 20],
    [299, 20],
    [300, 25],
    [1399, 34],
    [1400, 44],
    [1499, 44],
    [1500, 45],
    [9000, 45],
  ])('after %i ms: up to byte %i', (ms, bytes) => expect(heardOf(sentence, ms)).toBe(bytes));
});
