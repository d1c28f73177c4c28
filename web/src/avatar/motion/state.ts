// All that a character's movement depends on besides the time: what it feels, does and says, and since when. Times are
// milliseconds of the character's own clock. A state is a value: changing it gives a new one, and the same state at the
// same time always gives the same pose.
import type { MouthCue } from './track';

export type Mode = 'listening' | 'thinking' | 'speaking' | 'idle';

/** What the customer feels, each 0..100, 50 is even. */
export interface Feeling {
  trust: number;
  interest: number;
  patience: number;
}

export interface MotionState {
  seed: number;
  reducedMotion: boolean;
  mode: Mode;
  modeBefore: Mode;
  modeSince: number;
  feeling: Feeling;
  feelingBefore: Feeling;
  feelingSince: number;
  mouth: readonly MouthCue[];
}

const MOOD_MS = 1400;
export const EVEN: Feeling = { trust: 50, interest: 50, patience: 50 };

export function startState(seed: number, reducedMotion = false): MotionState {
  return {
    seed, reducedMotion, mode: 'idle', modeBefore: 'idle', modeSince: -1e6,
    feeling: EVEN, feelingBefore: EVEN, feelingSince: -1e6, mouth: [],
  };
}

export function withMode(state: MotionState, mode: Mode, now: number): MotionState {
  if (mode === state.mode) return state;
  return { ...state, mode, modeBefore: state.mode, modeSince: now };
}

export function withFeeling(state: MotionState, feeling: Feeling, now: number): MotionState {
  return { ...state, feeling, feelingBefore: feelingAt(state, now), feelingSince: now };
}

/** Moods ease: the feeling shown runs after the feeling set, most of the way within `MOOD_MS`. */
export function feelingAt(state: MotionState, now: number): Feeling {
  const part = 1 - Math.exp((-3 * Math.max(0, now - state.feelingSince)) / MOOD_MS);
  const eased = (key: keyof Feeling): number => state.feelingBefore[key] + (state.feeling[key] - state.feelingBefore[key]) * part;
  return { trust: eased('trust'), interest: eased('interest'), patience: eased('patience') };
}
