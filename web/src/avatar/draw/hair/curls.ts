// Coily and curly hair: a mass with an uneven edge, full of small turns that catch the light from above left.
import { type Ctx, type Point, boundsOf, detail, smooth, within } from '../brush';
import { alpha, darker, lighter } from '../colour';
import { type Chance, type Piece, outlinePoints } from './pieces';

export function paintCurls(ctx: Ctx, base: string, piece: Piece, chance: Chance): void {
  const outline = outlinePoints(piece);
  const size = piece.width ?? 4;
  const path = smooth(outline, true);
  const { left, top, wide, high } = boundsOf(outline);
  ctx.fillStyle = darker(base, 0.45);
  ctx.fill(path);
  bumpyEdge(ctx, base, outline, size, chance);
  const count = Math.round((((wide + 2 * size) * (high + 2 * size)) / (size * size)) * 1.1 * (piece.count ?? 1) * detail(ctx));
  ctx.lineCap = 'round';
  for (let i = 0; i < count; i += 1) {
    const x = left + chance() * wide;
    const y = top + chance() * high;
    if (!within(outline, x, y)) continue;
    const lit = 1 - Math.min(1, Math.hypot((x - left) / wide - 0.36, (y - top) / high - 0.22) * 1.25);
    curl(ctx, base, x, y, size * (0.55 + chance() * 0.7), lit, chance);
  }
}

function curl(ctx: Ctx, base: string, x: number, y: number, r: number, lit: number, chance: Chance): void {
  const turn = chance() * Math.PI * 2;
  ctx.lineWidth = Math.max(0.7, r * 0.26);
  ctx.strokeStyle = alpha(darker(base, 0.6), 0.55);
  ctx.beginPath();
  ctx.arc(x, y + r * 0.22, r, turn, turn + 3.6);
  ctx.stroke();
  ctx.strokeStyle = alpha(lighter(base, 0.08 + 0.24 * lit * chance()), 0.3 + 0.45 * lit);
  ctx.beginPath();
  ctx.arc(x, y, r, turn, turn + 2.2 + chance() * 1.6);
  ctx.stroke();
}

function bumpyEdge(ctx: Ctx, base: string, outline: readonly Point[], size: number, chance: Chance): void {
  const count = outline.length;
  for (let i = 0; i < count; i += 1) {
    const [a, b] = [outline[i] as Point, outline[(i + 1) % count] as Point];
    const steps = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / (size * 0.8)));
    for (let s = 0; s < steps; s += 1) {
      const t = s / steps;
      const r = size * (0.5 + 0.6 * chance());
      ctx.fillStyle = darker(base, 0.36 + 0.14 * chance());
      ctx.beginPath();
      ctx.arc(a[0] + (b[0] - a[0]) * t + (chance() - 0.5) * size, a[1] + (b[1] - a[1]) * t + (chance() - 0.5) * size, r, 0, 7);
      ctx.fill();
      if (chance() < 0.3) curl(ctx, base, a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, r * 1.2, 0.25, chance);
    }
  }
}
