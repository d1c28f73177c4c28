// Eyebrows, each frame: a soft body and single hairs that follow it.
import { chanceAt } from '../../chance';
import type { Pose } from '../../motion/pose';
import { type Ctx, type Point, line, swell } from '../brush';
import { alpha, darker, lightness, mix } from '../colour';
import type { Face } from '../face';
import { type View, turn } from '../view';

export function drawBrows(ctx: Ctx, face: Face, pose: Pose, view: View): void {
  for (const side of [-1, 1]) drawBrow(ctx, face, browOf(face, pose, view, side), side);
}

function browOf(face: Face, pose: Pose, view: View, side: number): Point[] {
  const { brows, eyes } = face.person;
  const lone = side < 0 ? pose.doubt : -pose.doubt * 0.35;
  const inner = -5.5 * pose.browInner + 6.5 * pose.knit - 3 * lone;
  const outer = -6.5 * pose.browOuter + 1.2 * pose.knit - 6 * lone;
  const arch = 4.2 + 2.8 * brows.arch;
  const e = face.eyeHalf;
  const y = face.browY + 1.5 - 1.2 * eyes.size;
  const x = face.eyeX;
  const tilt = 1.6 * brows.tilt;
  const shape: Point[] = [
    [x - e * 1.0 - 3.5 * pose.knit, y - 0.2 + inner + tilt], [x - e * 0.5 - 1.5 * pose.knit, y - 2.2 + inner * 0.75 + outer * 0.25 + tilt * 0.5],
    [x, y - arch * 0.72 - 0.6 + inner * 0.4 + outer * 0.6], [x + e * 0.55, y - arch * 0.95 + outer], [x + e * 1.25, y + 3.4 - tilt + outer * 0.75],
  ];
  return shape.map(([px, py]) => turn(view, side * px, py, 68 - Math.abs(px) * 0.35));
}

function drawBrow(ctx: Ctx, face: Face, points: readonly Point[], side: number): void {
  const { brows } = face.person;
  const thick = 7 + 2.6 * brows.thickness;
  const colour = mix(darker(face.browColour, 0.12), face.skin.shade, lightness(face.browColour) > 0.5 ? 0.35 : 0.12);
  ctx.fillStyle = alpha(colour, 0.58);
  ctx.fill(swell(points, [thick * 0.8, thick, 1.2]));
  ctx.fillStyle = alpha(colour, 0.4);
  ctx.fill(swell(points, [thick * 0.4, thick * 0.7, 0.8]));
  const hairs = new Path2D();
  const count = 26;
  for (let i = 0; i < count; i += 1) {
    const t = i / count;
    const at = Math.min(points.length - 2, Math.floor(t * (points.length - 1)));
    const part = t * (points.length - 1) - at;
    const [a, b] = [points[at] as Point, points[at + 1] as Point];
    const spread = thick * (t < 0.5 ? 0.42 : 0.42 * (1.9 - 1.8 * t)) * (chanceAt(5, i, 1) * 1.7 - 0.7);
    const x = a[0] + (b[0] - a[0]) * part;
    const y = a[1] + (b[1] - a[1]) * part + spread;
    const up = (1 - t) * 3.6 - spread * 0.5 * t;
    hairs.moveTo(x, y);
    hairs.quadraticCurveTo(x + side * 1.4, y - up * 0.7, x + side * (2.2 + 3.4 * t), y - up + 1.5 * t);
  }
  line(ctx, hairs, alpha(darker(colour, 0.25), 0.62), 0.85);
}
