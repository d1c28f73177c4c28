// Blinks: the time is cut into equal slots, chance decides for each slot whether and when in it there is a blink, and
// whether a second one follows at once. So the lids at any time follow from the seed alone.
import { chanceAt, ease } from '../chance';
import type { Mode } from './state';

const SLOT = 2000;
const CLOSE = 70;
const HOLD = 35;
const OPEN = 130;
/** How likely a slot has a blink: about 17 a minute while listening, 24 while speaking, 12 while thinking. */
const LIKELY: Record<Mode, number> = { listening: 0.56, speaking: 0.8, thinking: 0.4, idle: 0.5 };

export function blinkStarts(seed: number, mode: Mode, slot: number): number[] {
  if (chanceAt(seed, slot, 21) >= LIKELY[mode]) return [];
  const start = slot * SLOT + chanceAt(seed, slot, 22) * (SLOT - 700);
  return chanceAt(seed, slot, 23) < 0.14 ? [start, start + CLOSE + HOLD + OPEN + 60] : [start];
}

/** 0 open … 1 shut. `slow` stretches a blink for reduced motion. */
export function blinkAt(seed: number, modeAt: (ms: number) => Mode, now: number, slow = 1): number {
  const slot = Math.floor(now / SLOT);
  let shut = 0;
  for (const s of [slot - 1, slot]) {
    for (const start of blinkStarts(seed, modeAt(s * SLOT), s)) shut = Math.max(shut, lid((now - start) / slow));
  }
  return shut;
}

function lid(since: number): number {
  if (since <= 0) return 0;
  if (since < CLOSE) return ease(since / CLOSE);
  if (since < CLOSE + HOLD) return 1;
  return ease(1 - (since - CLOSE - HOLD) / OPEN);
}
