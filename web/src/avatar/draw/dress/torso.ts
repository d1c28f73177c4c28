// The body under the clothes: neck, shoulders of a build, and the measures every garment is cut to. Stage units.
import { type Ctx, type Point, gradientAcross, gradientDown, smooth, softFill, softLine, trace } from '../brush';
import { alpha } from '../colour';
import type { Face } from '../face';

export interface Body {
  face: Face;
  /** Half the width of the neck, of the shoulders; y of the pit of the neck, of the shoulder's point. */
  neck: number;
  shoulder: number;
  pitY: number;
  shoulderY: number;
}

export const MIDDLE = 240;

export function bodyOf(face: Face): Body {
  const { build } = face.person;
  return {
    face,
    neck: 36 + 7 * build.neck,
    shoulder: 143 + 32 * build.shoulders,
    pitY: 346 + 2 * build.slope,
    shoulderY: 364 + 18 * build.slope - 4 * build.shoulders,
  };
}

/** The right half of the shoulders' outline, from the neck to the foot of the picture. `loose` lifts it for thick cloth. */
export function shoulderLine(body: Body, loose: number): Point[] {
  const { neck, shoulder, pitY, shoulderY } = body;
  const m = MIDDLE;
  return [
    [m + neck + 1, pitY - 26 - loose * 0.3], [m + neck + 14, pitY - 14 - loose], [m + shoulder * 0.62, shoulderY - 16 - loose],
    [m + shoulder * 0.86, shoulderY - 2 - loose], [m + shoulder * 0.99 + loose, shoulderY + 24], [m + shoulder * 1.08 + loose * 1.6, shoulderY + 68], [m + shoulder * 1.15 + loose * 2, 500],
  ];
}

export function bodyPath(body: Body, loose: number): Path2D {
  const right = shoulderLine(body, loose);
  const left = right.map(([x, y]): Point => [2 * MIDDLE - x, y]).reverse();
  const path = smooth(left);
  path.lineTo((right[0] as Point)[0], (right[0] as Point)[1]);
  trace(path, right, false, false);
  path.closePath();
  return path;
}

export function paintNeck(ctx: Ctx, body: Body): void {
  const { face, neck, pitY } = body;
  const { skin } = face;
  const m = MIDDLE;
  const half: Point[] = [[neck - 1, 262], [neck - 2, 300], [neck, 322], [neck + 8, 340], [neck + 40, 358], [neck + 70, 372], [60, 420], [0, 440]];
  const path = smooth([...half.map(([x, y]): Point => [m + x, y]), ...half.slice(0, -1).reverse().map(([x, y]): Point => [m - x, y])], true);
  ctx.fillStyle = gradientAcross(ctx, m - neck - 20, m + neck + 20, skin.shade, skin.base, skin.base, skin.shade, skin.deep);
  ctx.fill(path);
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = gradientDown(ctx, 280, 345, alpha(skin.deep, 0.85), alpha(skin.deep, 0.6), alpha(skin.deep, 0));
  ctx.fillRect(0, 240, 480, 110);
  softFill(ctx, smooth([[m - 50, 280], [m + 56, 280], [m + 40, 312], [m + 4, 326], [m - 34, 308]], true), alpha(skin.deep, 0.6), 8);
  for (const side of [-1, 1]) {
    softLine(ctx, [[m + side * (neck - 6), 300], [m + side * (neck - 16), 332], [m + side * 8, pitY + 2]], alpha(skin.deep, 0.42), 2.5, 3);
    softLine(ctx, [[m + side * 12, pitY + 6], [m + side * 38, pitY + 1], [m + side * 76, pitY + 6]], alpha(skin.deep, 0.4), 2.5, 3);
    softLine(ctx, [[m + side * 14, pitY + 2], [m + side * 40, pitY - 4]], alpha(skin.light, 0.5), 3, 4);
  }
  softFill(ctx, smooth([[m - 5, pitY - 2], [m, pitY - 5], [m + 5, pitY - 2], [m, pitY + 5]], true), alpha(skin.deep, 0.4), 4);
  if (face.person.lines > 0.4) for (const y of [322, 334]) softLine(ctx, [[m - 24, y - 3], [m, y + 2], [m + 24, y - 3]], alpha(skin.deep, 0.28), 1.4, 2);
  ctx.restore();
}
