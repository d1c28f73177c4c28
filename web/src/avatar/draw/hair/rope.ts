// Locs and braids: a rounded rope along a curve (`from`), built of small turns.
import { type Ctx, type Point, cubic, line, smooth } from '../brush';
import { alpha, darker, lighter } from '../colour';
import type { Chance, Piece } from './pieces';

export function paintRope(ctx: Ctx, base: string, piece: Piece, chance: Chance): void {
  const from = piece.from as number[];
  const to = piece.to ?? from;
  const count = piece.count ?? 1;
  for (let i = 0; i < count; i += 1) {
    const u = count === 1 ? 0 : i / (count - 1);
    const curve = from.map((v, k) => v + ((to[k] as number) - v) * u + (k > 3 ? (chance() - 0.5) * 5 * (piece.loose ?? 1) : 0));
    paintOne(ctx, base, curve, (piece.width ?? 6) * (0.9 + 0.2 * chance()), piece.waves ?? 0, chance);
  }
}

function paintOne(ctx: Ctx, base: string, curve: readonly number[], width: number, braid: number, chance: Chance): void {
  const points: Point[] = Array.from({ length: 20 }, (_, i) => cubic(curve, i / 19));
  const path = smooth(points);
  line(ctx, path, darker(base, 0.62), width + 1.4);
  line(ctx, path, darker(base, 0.3), width);
  let length = 0;
  for (let i = 1; i < points.length; i += 1) length += Math.hypot((points[i] as Point)[0] - (points[i - 1] as Point)[0], (points[i] as Point)[1] - (points[i - 1] as Point)[1]);
  const steps = Math.round(length / (width * (braid ? 0.62 : 0.5)));
  for (let i = 0; i < steps; i += 1) mark(ctx, base, curve, (i + 0.5) / steps, width, braid ? (i % 2 ? 1 : -1) : 0, chance);
}

function mark(ctx: Ctx, base: string, curve: readonly number[], t: number, width: number, hand: number, chance: Chance): void {
  const [x, y] = cubic(curve, t);
  const [nx, ny] = cubic(curve, Math.min(1, t + 0.02));
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(Math.atan2(ny - y, nx - x) - Math.PI / 2);
  const lit = Math.max(0, 1 - t * 1.3) * 0.6 + 0.4;
  ctx.lineWidth = hand ? width * 0.34 : 0.9;
  ctx.lineCap = 'round';
  ctx.strokeStyle = alpha(lighter(base, 0.2 * lit), hand ? 0.75 : 0.4 * lit + 0.2 * chance());
  ctx.beginPath();
  if (hand) {
    ctx.moveTo(hand * width * 0.32, -width * 0.18);
    ctx.lineTo(-hand * width * 0.1, width * 0.3);
  } else {
    const lean = (chance() - 0.5) * width * 0.5;
    ctx.moveTo(-width * 0.36, lean);
    ctx.quadraticCurveTo(0, lean + width * 0.3, width * 0.34, lean - width * 0.1);
  }
  ctx.stroke();
  ctx.restore();
}
