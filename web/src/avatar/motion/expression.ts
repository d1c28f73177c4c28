// The face a feeling makes. Even feeling is a friendly, attentive face; each feeling pulls on its own muscles.
import { clamp } from '../chance';
import type { Pose } from './pose';
import type { Feeling } from './state';

export type Expression = Pick<Pose, 'smile' | 'frown' | 'teeth' | 'press' | 'browInner' | 'browOuter' | 'knit' | 'doubt' | 'droop' | 'wide' | 'squint' | 'pitch' | 'roll' | 'lean'>;

export function expressionOf(feeling: Feeling): Expression {
  const trust = clamp((feeling.trust - 50) / 50, -1, 1);
  const interest = clamp((feeling.interest - 50) / 50, -1, 1);
  const patience = clamp((feeling.patience - 50) / 50, -1, 1);
  const up = (value: number): number => Math.max(0, value);
  const warm = 0.28 + 0.5 * up(trust) + 0.22 * up(interest) - 0.4 * up(-trust) - 0.5 * up(-patience) - 0.15 * up(-interest);
  return {
    smile: clamp(warm),
    teeth: clamp(0.7 * (warm - 0.6)),
    frown: clamp(0.75 * up(-patience) + 0.35 * up(-trust) - 0.2 * up(trust)),
    press: clamp(0.55 * up(-patience) + 0.15 * up(-trust)),
    browInner: clamp(0.08 + 0.3 * up(interest) - 0.1 * up(-patience)),
    browOuter: clamp(0.08 + 0.32 * up(interest) + 0.1 * up(trust)),
    knit: clamp(0.85 * up(-patience) + 0.2 * up(-trust)),
    doubt: clamp(0.75 * up(-trust) - 0.3 * up(-patience)),
    droop: clamp(0.06 + 0.5 * up(-interest) - 0.06 * up(interest)),
    wide: clamp(0.3 * up(interest) - 0.1 * up(trust)),
    squint: clamp(0.08 + 0.5 * clamp(warm - 0.3) + 0.35 * up(-trust) + 0.25 * up(-patience)),
    pitch: -0.03 * up(-patience) + 0.02 * up(-trust),
    roll: 0.05 * up(-trust) + 0.02 * interest,
    lean: 0.8 * up(interest) - 0.5 * up(-trust) - 0.3 * up(-interest),
  };
}
