// Where the eyes look: a target that changes by slots of chance, reached in a quick jump, with tiny saccades on top.
// x and y run from -1 to 1; (0, 0) is the person opposite.
import { chanceAt, ease } from '../chance';
import type { Mode } from './state';

export interface Gaze {
  x: number;
  y: number;
}

const JUMP = 70;

interface Habit {
  slot: number;
  away: number;
  reach: number;
}

/** How often a slot looks away from the person opposite, and how far. `keen` 0..1: interest holds the gaze. */
function habitOf(mode: Mode, keen: number): Habit {
  if (mode === 'speaking') return { slot: 1700, away: 0.3, reach: 0.55 };
  if (mode === 'listening') return { slot: 2600, away: 0.26 * (1 - keen), reach: 0.5 };
  return { slot: 2300, away: 0.35, reach: 0.5 };
}

function target(seed: number, mode: Mode, slot: number, keen: number): Gaze {
  if (mode === 'thinking') {
    const side = chanceAt(seed, Math.floor(slot / 2), 31) < 0.5 ? -1 : 1;
    return { x: side * (0.5 + 0.3 * chanceAt(seed, slot, 32)), y: -0.45 - 0.35 * chanceAt(seed, slot, 33) };
  }
  const { away, reach } = habitOf(mode, keen);
  if (chanceAt(seed, slot, 34) >= away) return { x: 0, y: 0 };
  return { x: (chanceAt(seed, slot, 35) * 2 - 1) * reach, y: (chanceAt(seed, slot, 36) - 0.35) * reach };
}

export function gazeAt(seed: number, mode: Mode, now: number, keen: number, jump = JUMP): Gaze {
  const length = mode === 'thinking' ? 1500 : habitOf(mode, keen).slot;
  const slot = Math.floor(now / length);
  const before = target(seed, mode, slot - 1, keen);
  const after = target(seed, mode, slot, keen);
  const part = ease((now - slot * length) / jump);
  return { x: before.x + (after.x - before.x) * part, y: before.y + (after.y - before.y) * part };
}

/** The small jumps of eyes that look at one thing. */
export function saccadeAt(seed: number, now: number): Gaze {
  const length = 640;
  const slot = Math.floor(now / length);
  const part = ease((now - slot * length - chanceAt(seed, slot, 41) * 300) / 40);
  const at = (n: number): Gaze => ({ x: (chanceAt(seed, n, 42) * 2 - 1) * 0.09, y: (chanceAt(seed, n, 43) * 2 - 1) * 0.06 });
  const [before, after] = [at(slot - 1), at(slot)];
  return { x: before.x + (after.x - before.x) * part, y: before.y + (after.y - before.y) * part };
}
