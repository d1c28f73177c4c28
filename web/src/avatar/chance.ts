// Chance that replays: every draw and every movement takes its randomness from a seed through these functions.

/** A whole number from a text, the same on every machine (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A number in [0, 1) that belongs to the `index`-th event of a seed: no state, so any time can be asked for. */
export function chanceAt(seed: number, index: number, salt = 0): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(salt + 1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

/** A source of numbers in [0, 1) that runs on (mulberry32): for painting, where the order is fixed. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth wandering in [-1, 1], about one turn a second times `rate`. */
export function wander(seed: number, seconds: number, rate: number, salt: number): number {
  const at = seconds * rate;
  const step = Math.floor(at);
  const within = ease(at - step);
  const before = chanceAt(seed, step, salt) * 2 - 1;
  const after = chanceAt(seed, step + 1, salt) * 2 - 1;
  return before + (after - before) * within;
}

/** 0 → 1 with a soft start and a soft end. */
export function ease(part: number): number {
  const t = Math.min(1, Math.max(0, part));
  return t * t * (3 - 2 * t);
}

export const clamp = (value: number, low = 0, high = 1): number => Math.min(high, Math.max(low, value));
export const between = (from: number, to: number, part: number): number => from + (to - from) * part;
