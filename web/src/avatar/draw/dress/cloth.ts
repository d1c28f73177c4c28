// Cloth on a body: a garment's cut, its shading and its folds. Everything is cached, so blurs are allowed.
import { type Ctx, type Point, gradientAcross, gradientDown, line, polygon, smooth, softFill, softLine, trace } from '../brush';
import { alpha, darker, lighter } from '../colour';
import { type Body, MIDDLE as M, shoulderLine } from './torso';

/** A garment's outline: shoulders of the body, open along a neckline given from the middle to the right. */
export function cut(body: Body, loose: number, neckline: readonly Point[], round: boolean): Path2D {
  const right = shoulderLine(body, loose).slice(1);
  const left = right.map(([x, y]): Point => [2 * M - x, y]).reverse();
  const opening: Point[] = [...[...neckline].reverse().map(([x, y]): Point => [2 * M - x, y]), ...neckline.slice(neckline[0]?.[0] === M ? 1 : 0)];
  const path = smooth(left);
  if (round) {
    path.lineTo((opening[0] as Point)[0], (opening[0] as Point)[1]);
    trace(path, opening, false, false);
  } else for (const [x, y] of opening) path.lineTo(x, y);
  path.lineTo((right[0] as Point)[0], (right[0] as Point)[1]);
  trace(path, right, false, false);
  path.closePath();
  return path;
}

export function crewLine(body: Body, depth: number): Point[] {
  const { neck, pitY } = body;
  return [[M, pitY + depth], [M + neck * 0.5, pitY + depth - 4], [M + neck * 0.9, pitY - 8], [M + neck + 8, pitY - 21]];
}

export function vLine(body: Body, depth: number): Point[] {
  return [[M, body.pitY + depth], [M + body.neck + 8, body.pitY - 21]];
}

export function sew(ctx: Ctx, body: Body, path: Path2D, colour: string, folds = 1): void {
  ctx.save();
  softFill(ctx, path, alpha('#1a1214', 0.22), 5);
  ctx.clip(path);
  ctx.fillStyle = gradientAcross(ctx, M - body.shoulder, M + body.shoulder, lighter(colour, 0.05), lighter(colour, 0.13), colour, darker(colour, 0.22), darker(colour, 0.42));
  ctx.fillRect(0, 240, 480, 270);
  ctx.fillStyle = gradientDown(ctx, 400, 490, alpha('#0a0a10', 0), alpha('#0a0a10', 0.28));
  ctx.fillRect(0, 400, 480, 110);
  paintFolds(ctx, body, colour, folds);
  ctx.restore();
}

function paintFolds(ctx: Ctx, body: Body, colour: string, strength: number): void {
  const { shoulder, shoulderY, pitY } = body;
  const dark = alpha(darker(colour, 0.7), 0.34 * strength);
  const pale = alpha(lighter(colour, 0.5), 0.22 * strength);
  for (const side of [-1, 1]) {
    const x = (part: number): number => M + side * shoulder * part;
    softLine(ctx, [[x(0.86), shoulderY + 2], [x(0.8), shoulderY + 36], [x(0.84), 500]], alpha(darker(colour, 0.7), 0.42), 2.2, 3);
    softLine(ctx, [[x(0.8), shoulderY + 62], [x(0.64), shoulderY + 74], [x(0.5), shoulderY + 100]], dark, 3.5, 5);
    softLine(ctx, [[x(0.79), shoulderY + 48], [x(0.66), shoulderY + 52], [x(0.55), shoulderY + 64]], dark, 2.4, 4);
    softLine(ctx, [[x(0.93), shoulderY + 46], [x(0.99), shoulderY + 74], [x(0.96), 500]], dark, 3, 5);
    softLine(ctx, [[x(0.34), pitY - 6], [x(0.5), shoulderY + 6], [x(0.58), shoulderY + 40]], dark, 2.5, 5);
    softLine(ctx, [[x(0.45), shoulderY - 14], [x(0.7), shoulderY - 8], [x(0.88), shoulderY + 18]], pale, 6, 8);
    softLine(ctx, [[x(0.74), shoulderY + 70], [x(0.6), shoulderY + 84], [x(0.5), shoulderY + 108]], pale, 4, 6);
  }
}

/** A flat piece laid on cloth (a lapel, a flap, a pocket), with the shadow it casts. */
export function lay(ctx: Ctx, points: readonly Point[], colour: string, round = false, shadow = 0.5): void {
  const path = round ? smooth(points, true) : polygon(points);
  ctx.save();
  ctx.translate(1, 2.5);
  softFill(ctx, path, alpha('#0c0a0e', shadow), 4);
  ctx.restore();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const fade = ctx.createLinearGradient(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  const shade = Math.max(0, Math.min(...xs) - M) / 240;
  fade.addColorStop(0, lighter(colour, Math.max(0, 0.12 - shade * 0.4)));
  fade.addColorStop(1, darker(colour, 0.14 + shade * 0.7));
  ctx.fillStyle = fade;
  ctx.fill(path);
  line(ctx, path, alpha(darker(colour, 0.6), 0.32), 0.8);
}

/** The same piece on both sides; points are given for the right. The right lies in shade. */
export function layBoth(ctx: Ctx, points: readonly Point[], colour: string, round = false): void {
  lay(ctx, points.map(([x, y]): Point => [2 * M - x, y]), colour, round);
  lay(ctx, points, darker(colour, 0.16), round);
}

export function seam(ctx: Ctx, points: readonly Point[], colour: string): void {
  line(ctx, smooth(points), alpha(darker(colour, 0.65), 0.5), 0.9);
}

export function buttons(ctx: Ctx, x: number, from: number, to: number, step: number, colour: string): void {
  for (let y = from; y <= to; y += step) {
    ctx.fillStyle = alpha('#000000', 0.22);
    ctx.beginPath();
    ctx.arc(x + 0.5, y + 0.9, 2.3, 0, 7);
    ctx.fill();
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, 2.1, 0, 7);
    ctx.fill();
  }
}

/** Fine ribs of knitted cloth, from top to bottom between two x. */
export function ribs(ctx: Ctx, path: Path2D, left: number, right: number, top: number, bottom: number, colour: string, step = 3.2): void {
  ctx.save();
  ctx.clip(path);
  for (let x = left; x <= right; x += step) {
    const bend = ((x - (left + right) / 2) / (right - left)) * 8;
    line(ctx, smooth([[x, top], [x + bend * 0.3, (top + bottom) / 2], [x + bend, bottom]]), alpha(darker(colour, 0.6), 0.3), 0.9);
    line(ctx, smooth([[x + 1.2, top], [x + 1.2 + bend * 0.3, (top + bottom) / 2], [x + 1.2 + bend, bottom]]), alpha(lighter(colour, 0.5), 0.16), 0.8);
  }
  ctx.restore();
}
