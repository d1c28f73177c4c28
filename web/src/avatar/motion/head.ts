// The head: nods while listening, small beats while speaking, a little wandering always. Radians.
import { chanceAt, ease, wander } from '../chance';
import type { Mode } from './state';

export interface HeadTurn {
  yaw: number;
  pitch: number;
  roll: number;
}

const NOD_SLOT = 3600;

/** A nod is two dips that die away; `agree` 0..1 makes nods likelier and deeper. */
export function nodAt(seed: number, now: number, agree: number): number {
  const slot = Math.floor(now / NOD_SLOT);
  if (chanceAt(seed, slot, 51) > 0.25 + 0.6 * agree) return 0;
  const since = now - slot * NOD_SLOT - 300 - chanceAt(seed, slot, 52) * 1600;
  const length = 780 + 300 * chanceAt(seed, slot, 53);
  if (since < 0 || since > length) return 0;
  const part = since / length;
  return -(Math.sin(part * Math.PI * 4) ** 2) * (1 - part * 0.55) * ease(part * 8) * ease((1 - part) * 6) * (0.045 + 0.045 * agree);
}

/** Beats of a speaking head: one for about each second stressed syllable. */
export function beatAt(seed: number, now: number): number {
  const slot = Math.floor(now / 560);
  const part = now / 560 - slot;
  return chanceAt(seed, slot, 54) < 0.55 ? Math.sin(part * Math.PI) ** 2 * (0.4 + 0.6 * chanceAt(seed, slot, 55)) : 0;
}

export function headAt(seed: number, mode: Mode, now: number, agree: number): HeadTurn {
  const s = now / 1000;
  const lively = mode === 'speaking' ? 1 : mode === 'thinking' ? 0.5 : 0.6;
  const turn: HeadTurn = {
    yaw: 0.06 * lively * wander(seed, s, 0.42, 56),
    pitch: 0.03 * lively * wander(seed, s, 0.5, 57),
    roll: 0.028 * lively * wander(seed, s, 0.33, 58),
  };
  if (mode === 'listening') turn.pitch += nodAt(seed, now, agree);
  if (mode === 'speaking') turn.pitch -= 0.035 * beatAt(seed, now);
  if (mode === 'listening') turn.roll += 0.02 * wander(seed, s, 0.12, 59);
  return turn;
}
