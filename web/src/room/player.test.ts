import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sentence } from '../wire/live';
import { heardOf, Player } from './player';

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

const answer = (number: number, begin: number, end: number, duration_ms: number): Sentence => ({
  turn: 3,
  sentence: number,
  begin,
  end,
  duration_ms,
  mouth: [],
  words: [[0, duration_ms, begin, end]],
  beats: [],
});
const sound = (ms: number) => new Int16Array(16 * ms) as Int16Array<ArrayBuffer>;

describe('what was heard when the rep breaks in', () => {
  let moves = true;
  const shown: number[] = [];
  let silent = 0;

  beforeEach(() => {
    vi.useFakeTimers();
    shown.length = silent = 0;
    class Card {
      state = 'running';
      destination = {};
      begun = performance.now();
      get currentTime() {
        return moves ? (performance.now() - this.begun) / 1000 : 0;
      }
      createBuffer = (_: number, length: number) => ({ getChannelData: () => new Float32Array(length) });
      createBufferSource = () => ({ connect() {}, start() {}, stop() {} });
      close() {}
    }
    vi.stubGlobal('AudioContext', Card);
    vi.stubGlobal('window', globalThis);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function speaking() {
    const player = new Player({ onSentence: ({ sentence }) => shown.push(sentence), onSilence: () => silent++ });
    await player.wake();
    vi.advanceTimersByTime(5000); // the card is older than the answer
    player.begin(answer(0, 0, 20, 1000));
    player.add(sound(1000));
    vi.advanceTimersByTime(700);
    player.begin(answer(1, 20, 50, 2000));
    player.add(sound(2000));
    player.finish();
    return player;
  }

  it.each([true, false])('is what was said until then; the card moves: %s', async (does) => {
    moves = does;
    const player = await speaking();
    expect(shown).toEqual([0]);
    vi.advanceTimersByTime(800); // 1.5 s after the beginning, half a second into the second sentence
    expect(shown).toEqual([0, 1]);
    expect(player.stop()).toEqual({ turn: 3, bytes: 20 });
  });

  it.each([true, false])('is all once it is over; the card moves: %s', async (does) => {
    moves = does;
    const player = await speaking();
    vi.advanceTimersByTime(2200);
    expect(player.speaking).toBe(true);
    vi.advanceTimersByTime(200);
    expect(silent).toBe(1);
    expect(player.speaking).toBe(false);
    expect(player.stop()).toBeNull();
  });
});
