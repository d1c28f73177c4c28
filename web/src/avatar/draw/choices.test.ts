import { describe, expect, it } from 'vitest';
import { TRAITS } from '../person/load';
import { HEADWEAR } from './cover/headwear';
import { GARMENTS } from './dress/dress';
import styles from './hair/styles.json';
import hands from './hands/hands.json';
import { CUTS } from './head/beard';
import { LENSES } from './head/glasses';
import { PLACES } from './place/place';

const chosen = (path: string): string[] => (TRAITS[path]?.options ?? []).filter((option) => option !== 'none').sort();

describe('what can be chosen can be drawn', () => {
  it.each([
    ['hair.style', Object.keys(styles)], ['beard.style', Object.keys(CUTS)], ['glasses.style', Object.keys(LENSES)], ['headwear.kind', Object.keys(HEADWEAR)],
    ['dress.kind', Object.keys(GARMENTS)], ['place', PLACES],
  ])('%s', (path, drawn) => expect(drawn.filter((one) => one !== 'none').sort()).toEqual(chosen(path)));
});

describe('the hair styles', () => {
  const pieces = Object.entries(styles).flatMap(([style, { back, front }]) => [...back, ...front].map((piece, i) => ({ style, i, piece: piece as Record<string, unknown> })));
  it.each(pieces)('$style, piece $i, has the curves its kind needs', ({ piece }) => {
    const curve = (key: string): number | undefined => (piece[key] as number[] | undefined)?.length;
    if (piece.kind === 'strands' || piece.kind === 'rope') expect([curve('from'), curve('to')]).toEqual([8, 8]);
    else {
      expect(['curls', 'crop', 'shape']).toContain(piece.kind);
      expect((curve('outline') ?? 0) >= 6 && (curve('outline') ?? 0) % 2 === 0).toBe(true);
    }
  });
});

describe('the hands', () => {
  it.each(Object.entries(hands))('%s has four fingers and a thumb', (_name, hand) => {
    expect(hand.fingers).toHaveLength(4);
    for (const finger of [...hand.fingers, hand.thumb]) expect(finger).toHaveLength(7);
  });
});
