// Glasses: frames, lenses with a trace of light, arms to the ears. Cached.
import { type Ctx, type Point, line, smooth, soft } from '../brush';
import { alpha, lighter, mix } from '../colour';
import type { Face } from '../face';

/** The right lens around the middle of the right eye. */
export const LENSES: Record<string, Point[]> = {
  round: [[0, -18], [14, -14], [20, 1], [14, 15], [0, 20], [-14, 15], [-20, 1], [-14, -14]],
  square: [[-20, -14], [0, -16], [20, -15], [23, -6], [21, 12], [14, 17], [-12, 17], [-19, 12], [-21, -6]],
  cat: [[-20, -11], [0, -15], [22, -20], [26, -14], [22, 4], [12, 16], [-6, 17], [-18, 10], [-21, -2]],
  half: [[-20, -10], [0, -13], [20, -11], [22, 0], [16, 13], [0, 17], [-16, 13], [-22, 0]],
};

export function paintGlasses(ctx: Ctx, face: Face): void {
  const { style, colour } = face.person.glasses;
  const lens = LENSES[style];
  if (!lens) return;
  const x = face.eyeX + 0.6;
  const width = style === 'half' ? 1.6 : style === 'round' ? 2.2 : 3;
  const placed = (side: number): Point[] => lens.map(([lx, ly]): Point => [side * (x + lx), ly + 3]);
  for (const side of [-1, 1]) {
    const path = smooth(placed(side), true);
    soft(ctx, alpha(face.skin.deep, 0.55), 2.5, () => {
      ctx.translate(1, 3);
      ctx.lineWidth = width;
      ctx.stroke(path);
    });
    paintLens(ctx, path, side * x);
    paintArm(ctx, face, side, x, colour);
    line(ctx, path, style === 'half' ? alpha(colour, 0.5) : colour, width);
    if (style === 'half') line(ctx, smooth(placed(side).slice(0, 4)), colour, 2.6);
    line(ctx, smooth(placed(side).slice(0, 3).map(([px, py]): Point => [px, py - 0.6])), alpha(lighter(colour, 0.6), 0.5), 0.7);
  }
  const gap = x - (style === 'round' || style === 'half' ? 20 : 20.5);
  line(ctx, smooth([[-gap, 0], [-gap * 0.5, -4], [0, -5], [gap * 0.5, -4], [gap, 0]]), colour, width);
}

function paintLens(ctx: Ctx, path: Path2D, x: number): void {
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = 'rgba(235,244,250,0.07)';
  ctx.fillRect(x - 30, -30, 60, 60);
  ctx.fillStyle = 'rgba(255,255,255,0.13)';
  ctx.beginPath();
  for (const [dx, dy] of [[-14, -20], [-4, -20], [-16, 24], [-26, 24]] as const) ctx.lineTo(x + dx, dy);
  ctx.fill();
  ctx.restore();
}

function paintArm(ctx: Ctx, face: Face, side: number, x: number, colour: string): void {
  line(ctx, smooth([[side * (x + 21), -5], [side * 64 * face.widthScale, -5], [side * 73 * face.widthScale, -3]]), mix(colour, face.skin.deep, 0.2), 2.4);
}
