// The mouth over time: cues as the voice gives them become fifteen weights, with each shape reaching into its
// neighbours (coarticulation). Times from research on flite timings: a shape begins to form 70 ms before its sound and
// is gone 85 ms after; lips that must meet (PP) or touch the teeth (FF) are quicker and push the others aside.
import { ease } from '../chance';
import { SHAPES, type Shape, type ShapeWeights, noShapes } from './pose';

/** From `from_ms` on the mouth has this shape, until the next cue. */
export interface MouthCue {
  from_ms: number;
  shape: Shape;
  weight: number;
}

const ATTACK = 70;
const RELEASE = 85;
const QUICK_ATTACK = 45;
const QUICK_RELEASE = 50;
const LAST_MS = 160;

const closes = (shape: Shape): boolean => shape === 'PP' || shape === 'FF';

/** The first cue that can still be seen at `ms`. */
function firstSeen(cues: readonly MouthCue[], ms: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((cues[mid + 1]?.from_ms ?? Infinity) + RELEASE < ms) low = mid + 1;
    else high = mid;
  }
  return low;
}

function envelope(cue: MouthCue, until: number, ms: number): number {
  const attack = closes(cue.shape) ? QUICK_ATTACK : ATTACK;
  const release = closes(cue.shape) ? QUICK_RELEASE : RELEASE;
  if (ms < cue.from_ms) return ease(1 - (cue.from_ms - ms) / attack);
  if (ms > until) return ease(1 - (ms - until) / release);
  return 1;
}

/** The weights at `ms` of the sound; they always add up to 1, what is left over is silence. */
export function shapesAt(cues: readonly MouthCue[], ms: number): ShapeWeights {
  const weights = noShapes();
  let closing = 0;
  for (let i = firstSeen(cues, ms); i < cues.length; i += 1) {
    const cue = cues[i] as MouthCue;
    if (cue.from_ms - ATTACK > ms) break;
    const until = cues[i + 1]?.from_ms ?? cue.from_ms + LAST_MS;
    const strength = envelope(cue, until, ms) * Math.min(1, Math.max(0, cue.weight));
    weights[cue.shape] = Math.max(weights[cue.shape], strength);
    if (closes(cue.shape)) closing = Math.max(closing, strength);
  }
  return balanced(weights, closing);
}

function balanced(weights: ShapeWeights, closing: number): ShapeWeights {
  let sum = 0;
  for (const shape of SHAPES) {
    if (!closes(shape)) weights[shape] *= 1 - 0.94 * closing;
    sum += weights[shape];
  }
  if (sum > 1) for (const shape of SHAPES) weights[shape] /= sum;
  else weights.sil += 1 - sum;
  return weights;
}

/** When the last shape of a track is over. */
export function trackEnd(cues: readonly MouthCue[]): number {
  const last = cues[cues.length - 1];
  return last ? last.from_ms + LAST_MS + RELEASE : 0;
}
