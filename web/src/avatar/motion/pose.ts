// What the body does at one instant: the only thing draw/ needs beside the person. Weights run from 0 to 1,
// angles are radians, signed values run from -1 to 1.

export const SHAPES = ['sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH', 'SS', 'nn', 'RR', 'aa', 'E', 'ih', 'oh', 'ou'] as const;
export type Shape = (typeof SHAPES)[number];
export type ShapeWeights = Record<Shape, number>;

export type Gesture = 'none' | 'open_palm' | 'chin' | 'emphasis';

export interface Pose {
  shapes: ShapeWeights;
  smile: number;
  frown: number;
  teeth: number;
  press: number;
  browInner: number;
  browOuter: number;
  knit: number;
  /** One brow above the other: doubt. */
  doubt: number;
  blink: number;
  droop: number;
  wide: number;
  squint: number;
  gazeX: number;
  gazeY: number;
  yaw: number;
  pitch: number;
  roll: number;
  lean: number;
  breath: number;
  gesture: Gesture;
  /** 0: the hand is out of the picture, 1: it is where the gesture is. */
  hand: number;
  /** The movement within the gesture, -1 to 1. */
  sway: number;
}

export function noShapes(): ShapeWeights {
  const weights = {} as ShapeWeights;
  for (const shape of SHAPES) weights[shape] = 0;
  return weights;
}

export function restPose(): Pose {
  return {
    shapes: { ...noShapes(), sil: 1 }, smile: 0.4, frown: 0, teeth: 0, press: 0,
    browInner: 0.05, browOuter: 0.05, knit: 0, doubt: 0,
    blink: 0, droop: 0.05, wide: 0, squint: 0.05, gazeX: 0, gazeY: 0,
    yaw: 0, pitch: 0, roll: 0, lean: 0, breath: 0, gesture: 'none', hand: 0, sway: 0,
  };
}
