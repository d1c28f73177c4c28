// One piece of hair: a lock of strands between two curves, a mass of curls, cropped stubble, or a rope (locs, braids).
import { type Ctx, type Point, cubic, detail, polygon, smooth, soft } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import type { Face } from '../face';
import { paintCurls } from './curls';
import { paintCrop } from './crop';
import { paintRope } from './rope';

export interface Piece {
  kind: 'strands' | 'curls' | 'crop' | 'rope' | 'shape';
  /** Two cubic curves (x0 y0 … x3 y3): the edges of a lock, roots first. */
  from?: number[];
  to?: number[];
  /** An outline [x, y, x, y …] for a mass. */
  outline?: number[];
  count?: number;
  /** Lighter (1) or darker (-1) than the hair. */
  light?: number;
  /** Where along the strand the light falls, 0–1. */
  shine?: number;
  wave?: number;
  waves?: number;
  width?: number;
  /** How much of the root fades into the skin, 0–1. */
  fade?: number;
  loose?: number;
  mirror?: boolean;
  shadow?: boolean;
}

export type Chance = () => number;

export function paintPiece(ctx: Ctx, face: Face, piece: Piece, chance: Chance, side: number, shadow: boolean): void {
  if (shadow) return paintShadow(ctx, face, piece);
  if (piece.kind === 'strands') paintLock(ctx, face.hairColour, piece, chance, side);
  if (piece.kind === 'curls') paintCurls(ctx, face.hairColour, piece, chance);
  if (piece.kind === 'crop') paintCrop(ctx, face, piece, chance);
  if (piece.kind === 'rope') paintRope(ctx, face.hairColour, piece, chance);
  if (piece.kind === 'shape') paintShape(ctx, face.hairColour, piece);
}

export function outlinePoints(piece: Piece): Point[] {
  const flat = piece.outline ?? [];
  const points: Point[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) points.push([flat[i] as number, flat[i + 1] as number]);
  return points;
}

function paintShape(ctx: Ctx, colour: string, piece: Piece): void {
  ctx.fillStyle = tone(darker(colour, 0.38), piece.light ?? 0);
  ctx.fill(smooth(outlinePoints(piece), true));
}

const tone = (colour: string, light: number): string => (light < 0 ? darker(colour, -light * 0.6) : lighter(colour, light * 0.5));

function edge(curve: readonly number[], from: number, to: number): Point[] {
  return Array.from({ length: 13 }, (_, i) => cubic(curve, from + ((to - from) * i) / 12));
}

function lockPath(piece: Piece, from: number, stop = 1 - 0.05 * (piece.loose ?? 1)): Path2D {
  return polygon([...edge(piece.from as number[], from, stop), ...edge(piece.to as number[], from, stop).reverse()]);
}

function paintShadow(ctx: Ctx, face: Face, piece: Piece): void {
  const path = piece.from ? lockPath(piece, 0) : smooth(outlinePoints(piece), true);
  ctx.save();
  ctx.translate(0, 3.5);
  soft(ctx, alpha(face.skin.deep, 0.6), 7, () => ctx.fill(path));
  ctx.restore();
}

function paintLock(ctx: Ctx, base: string, piece: Piece, chance: Chance, side: number): void {
  const colour = tone(base, piece.light ?? 0);
  const fade = piece.fade ?? 0;
  const [x0, y0] = cubic(piece.from as number[], 0.1);
  const [x1, y1] = cubic(piece.to as number[], 0.9);
  const body = ctx.createLinearGradient(x0, y0, x1, y1);
  body.addColorStop(0, darker(colour, 0.34));
  body.addColorStop(piece.shine ?? 0.4, darker(colour, 0.14));
  body.addColorStop(1, darker(colour, 0.42));
  soft(ctx, darker(colour, 0.3), 1.2, () => ctx.fill(lockPath(piece, fade)));
  ctx.fillStyle = body;
  ctx.fill(lockPath(piece, fade));
  const count = (piece.count ?? 60) * detail(ctx);
  for (let i = 0; i < count; i += 1) paintStrand(ctx, colour, piece, chance, side, false);
  for (let i = 0; i < count / 7; i += 1) paintStrand(ctx, colour, piece, chance, side, true);
}

function paintStrand(ctx: Ctx, colour: string, piece: Piece, chance: Chance, side: number, flyaway: boolean): void {
  const loose = piece.loose ?? 1;
  const u = flyaway ? chance() * 1.16 - 0.08 : chance();
  const from = piece.from as number[];
  const to = piece.to as number[];
  const stray = (flyaway ? 5 : 1.6) * loose;
  const curve = from.map((v, i) => v + ((to[i] as number) - v) * u + (i > 1 ? (chance() - 0.5) * stray : 0));
  const start = (piece.fade ?? 0) * chance() + 0.04 * chance();
  const stop = 1 - 0.13 * chance() * Math.min(1.5, loose);
  const round = Math.sin(Math.PI * Math.min(1, Math.max(0, u)));
  const lit = (0.25 + 0.75 * round) * (0.55 + 0.45 * chance());
  const points = strandPoints(curve, start, stop, piece, chance);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.lineWidth = (flyaway ? 0.55 : 0.7 + chance() * 0.8) * (piece.width ?? 1);
  const dark = chance() < 0.42;
  ctx.strokeStyle = alpha(dark ? darker(colour, 0.45) : mix(colour, lighter(colour, 0.16), lit), flyaway ? 0.5 : dark ? 0.42 : 0.5);
  stroke(ctx, points, 0, points.length - 1);
  if (!dark && !flyaway) {
    const centre = (piece.shine ?? 0.4) + (chance() - 0.5) * 0.2;
    const reach = 0.1 + chance() * 0.14;
    const key = side < 0 ? 1 : 0.75;
    ctx.strokeStyle = alpha(lighter(colour, 0.34), 0.36 * lit * key);
    stroke(ctx, points, Math.max(0, Math.floor((centre - reach) * 15)), Math.min(points.length - 1, Math.ceil((centre + reach) * 15)));
  }
}

function strandPoints(curve: readonly number[], start: number, stop: number, piece: Piece, chance: Chance): Point[] {
  const wave = piece.wave ?? 0;
  const turns = (piece.waves ?? 2) * Math.PI * 2;
  const phase = (chance() - 0.5) * 0.9;
  return Array.from({ length: 16 }, (_, i) => {
    const t = start + ((stop - start) * i) / 15;
    const [x, y] = cubic(curve, t);
    if (!wave) return [x, y];
    const [nx, ny] = cubic(curve, Math.min(1, t + 0.03));
    const length = Math.hypot(nx - x, ny - y) || 1;
    const off = Math.sin(t * turns + phase) * wave * Math.min(1, t * 2.2);
    return [x - ((ny - y) / length) * off, y + ((nx - x) / length) * off];
  });
}

function stroke(ctx: Ctx, points: readonly Point[], from: number, to: number): void {
  if (to - from < 1) return;
  ctx.beginPath();
  for (let i = from; i <= to; i += 1) {
    const [x, y] = points[i] as Point;
    if (i === from) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
  ctx.stroke();
}
