// The hands: an open palm now and then and small emphasis while speaking, the chin while thinking.
import { chanceAt, ease } from '../chance';
import type { Gesture } from './pose';
import type { Mode } from './state';

export interface HandMove {
  gesture: Gesture;
  hand: number;
  sway: number;
}

const SLOT = 4200;
const RISE = 520;

/** `since` is how long the mode has lasted: hands do not jump into a mode. */
export function handAt(seed: number, mode: Mode, now: number, since: number): HandMove {
  const still: HandMove = { gesture: 'none', hand: 0, sway: 0 };
  if (mode === 'thinking') {
    return { gesture: 'chin', hand: ease((since - 350) / 600), sway: 0.3 * Math.sin(now / 900) };
  }
  if (mode !== 'speaking') return still;
  const slot = Math.floor(now / SLOT);
  const pick = chanceAt(seed, slot, 61);
  if (pick > 0.46 || since < now - slot * SLOT) return still;
  const within = now - slot * SLOT;
  const hand = Math.min(ease((within - 200) / RISE), ease((SLOT - 250 - within) / RISE));
  return { gesture: pick < 0.24 ? 'open_palm' : 'emphasis', hand, sway: Math.sin(now / 190) * 0.6 * ease((within - 500) / 300) };
}
