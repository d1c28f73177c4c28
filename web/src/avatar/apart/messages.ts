// What the page tells the thread that draws, and back. Instants are milliseconds since the epoch, the same for both.
import type { Feeling, Mode } from '../motion/state';
import type { MouthCue } from '../motion/track';
import type { Person } from '../person/person';

export type ToDrawing =
  | { does: 'live'; id: number; canvas: OffscreenCanvas; person: Person; seed: number | string; still: boolean; screen: number; width: number; height: number }
  | { does: 'size'; id: number; width: number; height: number }
  | { does: 'person'; id: number; person: Person }
  | { does: 'feeling'; id: number; feeling: Feeling }
  | { does: 'mode'; id: number; mode: Mode }
  | { does: 'speak'; id: number; mouth: readonly MouthCue[]; began: number }
  | { does: 'clock'; id: number; began: number }
  | { does: 'rate'; id: number; rate: number }
  | { does: 'silent'; id: number }
  | { does: 'gone'; id: number }
  | { does: 'portrait'; id: number; person: Person; width: number; height: number; close: boolean; feeling?: Feeling | undefined };

export interface FromDrawing {
  id: number;
  picture: ImageBitmap;
}

export const nowOnAll = (): number => performance.timeOrigin + performance.now();
