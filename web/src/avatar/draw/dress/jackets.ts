// Jackets over something: blazer, suit with tie, lab coat, cardigan.
import { type Ctx, type Point, gradientAcross, polygon, softLine } from '../brush';
import { alpha, darker, lighter, lightness } from '../colour';
import { buttons, cut, lay, layBoth, seam, sew } from './cloth';
import { paintBlouse, paintShirt, paintTee } from './shirts';
import { type Body, MIDDLE as M } from './torso';

function jacket(ctx: Ctx, body: Body, colour: string, depth: number): void {
  const open: Point[] = [[M, body.pitY + depth], [M + body.neck * 0.72 + 8, body.pitY + 4], [M + body.neck + 12, body.pitY - 24]];
  sew(ctx, body, cut(body, 6, open, false), colour, 0.9);
}

function lapels(ctx: Ctx, body: Body, colour: string, depth: number, wide: number): void {
  const { neck, pitY } = body;
  const collar: Point[] = [[M + neck + 3, pitY - 36], [M + neck + 17, pitY - 25], [M + neck + 27 + wide, pitY + 20], [M + neck + 4 + wide * 0.5, pitY + 30], [M + neck * 0.76 + 4, pitY + 8]];
  const lapel: Point[] = [[M + neck * 0.74 + 2, pitY + 6], [M + neck + 5 + wide * 0.5, pitY + 31], [M + neck + 33 + wide, pitY + 33], [M + neck * 0.55 + 14 + wide * 0.5, pitY + depth * 0.72], [M + 2, pitY + depth + 2]];
  layBoth(ctx, lapel, lighter(colour, 0.04));
  layBoth(ctx, collar, lighter(colour, 0.02));
}

export function paintBlazer(ctx: Ctx, body: Body, colour: string, under: string): void {
  if (body.face.person.presents === 'man') paintShirt(ctx, body, under, false);
  else paintBlouseUnder(ctx, body, under);
  jacket(ctx, body, colour, 122);
  lapels(ctx, body, colour, 122, 4);
  pocket(ctx, body, colour);
}

function paintBlouseUnder(ctx: Ctx, body: Body, under: string): void {
  sew(ctx, body, cut(body, 1, [[M, body.pitY + 34], [M + body.neck * 0.7, body.pitY + 14], [M + body.neck + 6, body.pitY - 22]], true), under, 0.8);
  softLine(ctx, [[M - 12, body.pitY + 40], [M - 6, body.pitY + 70], [M - 10, 500]], alpha(darker(under, 0.6), 0.25), 2, 4);
}

export function paintSuit(ctx: Ctx, body: Body, colour: string, under: string, tie: string): void {
  paintShirt(ctx, body, under, true);
  paintTie(ctx, body, tie);
  jacket(ctx, body, colour, 126);
  lapels(ctx, body, colour, 126, 8);
  pocket(ctx, body, colour);
}

function paintTie(ctx: Ctx, body: Body, colour: string): void {
  const y = body.pitY;
  const blade: Point[] = [[M - 6, y + 22], [M + 6, y + 22], [M + 15, 505], [M - 15, 505]];
  lay(ctx, blade, colour);
  ctx.save();
  ctx.clip(polygon(blade));
  for (let i = 0; i < 12; i += 1) {
    ctx.strokeStyle = alpha(lightness(colour) > 0.5 ? darker(colour, 0.3) : lighter(colour, 0.35), 0.55);
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(M - 30, y + 30 + i * 15);
    ctx.lineTo(M + 30, y + 4 + i * 15);
    ctx.stroke();
  }
  ctx.restore();
  lay(ctx, [[M - 10, y + 3], [M + 10, y + 3], [M + 6.5, y + 23], [M - 6.5, y + 23]], lighter(colour, 0.06));
}

function pocket(ctx: Ctx, body: Body, colour: string): void {
  const x = M + body.shoulder * 0.42;
  const y = body.pitY + 98;
  lay(ctx, [[x, y], [x + 38, y - 4], [x + 38, y + 4], [x, y + 8]], colour, false, 0.3);
}

export function paintLabCoat(ctx: Ctx, body: Body, colour: string, under: string, accent: string): void {
  if (body.face.person.presents === 'man') {
    paintShirt(ctx, body, under, true);
    paintTie(ctx, body, accent);
  } else paintBlouse(ctx, body, under);
  jacket(ctx, body, colour, 140);
  lapels(ctx, body, colour, 140, 12);
  const x = M + body.shoulder * 0.4;
  lay(ctx, [[x, 450], [x + 46, 448], [x + 46, 505], [x, 505]], colour, false, 0.3);
}

export function paintCardigan(ctx: Ctx, body: Body, colour: string, under: string): void {
  const { neck, pitY } = body;
  paintTee(ctx, body, under);
  const open: Point[] = [[M, pitY + 118], [M + neck * 0.6, pitY + 30], [M + neck + 10, pitY - 22]];
  sew(ctx, body, cut(body, 5, open, false), colour, 1);
  layBoth(ctx, [[M + neck + 7, pitY - 30], [M + neck + 17, pitY - 22], [M + neck * 0.6 + 13, pitY + 32], [M + 8, pitY + 124], [M + 8, 505], [M - 3, 505], [M - 2, pitY + 116], [M + neck * 0.6, pitY + 28]], darker(colour, 0.08));
  buttons(ctx, M + 2, pitY + 132, 505, 30, darker(colour, 0.45));
}

/** A vest that closes in a V, over a shirt with sleeves showing. */
export function vestPath(body: Body, depth: number): Path2D {
  const { neck, pitY, shoulder, shoulderY } = body;
  const right: Point[] = [[M, pitY + depth], [M + neck + 10, pitY - 24], [M + shoulder * 0.66, shoulderY - 19], [M + shoulder * 0.8, shoulderY - 10], [M + shoulder * 0.72, shoulderY + 30], [M + shoulder * 0.78, shoulderY + 76], [M + shoulder * 0.86, 505]];
  return polygon([...right, ...right.slice(1).reverse().map(([x, y]): Point => [2 * M - x, y])]);
}

export function paintZip(ctx: Ctx, from: number, colour: string): void {
  ctx.fillStyle = gradientAcross(ctx, M - 2, M + 2, '#8e9196', '#d5d8dc', '#777a80');
  ctx.fillRect(M - 1.3, from, 2.6, 505 - from);
  seam(ctx, [[M - 5, from], [M - 5, 505]], colour);
  seam(ctx, [[M + 5, from], [M + 5, 505]], colour);
}
