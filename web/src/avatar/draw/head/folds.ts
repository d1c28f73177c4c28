// What an expression does to the skin, each frame: cheeks that rise, folds beside the mouth, lines between the brows.
import type { Pose } from '../../motion/pose';
import { type Ctx, type Point, glow, line, smooth } from '../brush';
import { alpha } from '../colour';
import type { Face } from '../face';
import { type View, turn } from '../view';

export function drawFolds(ctx: Ctx, face: Face, pose: Pose, view: View): void {
  const { skin, person } = face;
  const smile = Math.max(0, pose.smile - 0.2);
  for (const side of [-1, 1]) {
    if (smile > 0.05) {
      const [cx, cy] = turn(view, side * 43, 33 - 3 * smile);
      glow(ctx, cx, cy, 20, 15, alpha(skin.light, 0.42 * smile), alpha(skin.light, 0));
      const spread = face.mouthHalf + 9 + 3 * smile;
      const fold: Point[] = [[side * 18.5, 46], [side * (spread - 6), 54], [side * (spread - 0.5), face.mouthY - 6], [side * spread, face.mouthY]];
      crease(ctx, fold.map(([x, y]) => turn(view, x, y)), skin.deep, (0.17 + 0.4 * person.lines) * smile);
      if (person.age > 38) feet(ctx, face, view, side, smile);
    }
    if (pose.knit > 0.15) crease(ctx, [turn(view, side * 6, -14), turn(view, side * 5, -22), turn(view, side * 6.5, -30)], skin.deep, 0.55 * pose.knit);
  }
  const raised = Math.max(0, (pose.browInner + pose.browOuter) / 2 - 0.35);
  if (raised > 0.05) for (const y of [-46, -54]) crease(ctx, [-30, -12, 12, 30].map((x) => turn(view, x, y - 3 * raised + Math.abs(x) * 0.06)), skin.deep, 0.4 * raised * (0.5 + person.lines));
}

function feet(ctx: Ctx, face: Face, view: View, side: number, smile: number): void {
  const x = face.eyeX + face.eyeHalf + 3;
  const strength = smile * (0.25 + 0.5 * face.person.lines);
  for (const [y, rise] of [[-3, -5], [1, 0], [5, 4]] as const) {
    line(ctx, smooth([turn(view, side * x, y), turn(view, side * (x + 8), y + rise)]), alpha(face.skin.deep, strength), 0.8);
  }
}

function crease(ctx: Ctx, points: readonly Point[], colour: string, strength: number): void {
  const path = smooth(points);
  line(ctx, path, alpha(colour, strength * 0.35), 4.5);
  line(ctx, path, alpha(colour, strength * 0.5), 2.2);
  line(ctx, path, alpha(colour, strength * 0.6), 1);
}
