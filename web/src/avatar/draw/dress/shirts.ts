// Shirts, blouses and polos, also worn under jackets.
import { type Ctx, type Point, smooth, softLine } from '../brush';
import { alpha, darker } from '../colour';
import { buttons, crewLine, cut, lay, layBoth, ribs, seam, sew, vLine } from './cloth';
import { type Body, MIDDLE as M } from './torso';

export function paintShirt(ctx: Ctx, body: Body, colour: string, closed: boolean): void {
  const { pitY, neck } = body;
  const depth = closed ? 2 : 30;
  paintCollarBack(ctx, body, colour);
  sew(ctx, body, cut(body, 2, vLine(body, depth), false), colour);
  seam(ctx, [[M + 5, pitY + depth + 4], [M + 5, 500]], colour);
  softLine(ctx, [[M + 7, pitY + depth + 8], [M + 7, 500]], alpha(darker(colour, 0.7), 0.2), 2, 3);
  buttons(ctx, M, pitY + depth + 18, 500, 34, darker(colour, 0.08));
  const drop = closed ? 30 : 40;
  const inner: Point = closed ? [M + 1.5, pitY + 3] : [M + 11, pitY + 16];
  layBoth(ctx, [[M + neck + 1, pitY - 36], [M + neck + 13, pitY - 24], [M + neck + 7, pitY + 2], [M + 27, pitY + drop], inner], colour);
}

/** The stand of a collar, seen behind the neck's sides. */
export function paintCollarBack(ctx: Ctx, body: Body, colour: string): void {
  const { neck, pitY } = body;
  for (const side of [-1, 1]) {
    lay(ctx, [[M + side * (neck - 4), pitY - 40], [M + side * (neck + 6), pitY - 34], [M + side * (neck + 12), pitY - 18], [M + side * (neck - 6), pitY - 4]], darker(colour, 0.3));
  }
}

export function paintBlouse(ctx: Ctx, body: Body, colour: string): void {
  const { pitY, neck } = body;
  paintCollarBack(ctx, body, colour);
  sew(ctx, body, cut(body, 2, vLine(body, 52), false), colour, 1.2);
  layBoth(ctx, [[M + neck + 2, pitY - 34], [M + neck + 18, pitY - 20], [M + neck + 12, pitY + 18], [M + 24, pitY + 62], [M + 1, pitY + 54], [M + 14, pitY + 20]], colour, false);
  for (const [dx, reach] of [[14, 26], [30, 44], [-16, -30], [-34, -50]] as const) {
    softLine(ctx, [[M + dx, pitY + 62], [M + (dx + reach) / 2, pitY + 95], [M + reach, 500]], alpha(darker(colour, 0.7), 0.26), 2.4, 4);
  }
  seam(ctx, [[M + 1, pitY + 54], [M + 1, 500]], colour);
}

export function paintPolo(ctx: Ctx, body: Body, colour: string, accent: string): void {
  const { pitY, neck } = body;
  paintCollarBack(ctx, body, colour);
  sew(ctx, body, cut(body, 2, vLine(body, 26), false), colour);
  lay(ctx, [[M - 8, pitY + 24], [M + 8, pitY + 24], [M + 8, pitY + 84], [M - 8, pitY + 84]], colour, false, 0.25);
  buttons(ctx, M, pitY + 44, pitY + 76, 26, darker(colour, 0.4));
  const flap: Point[] = [[M + neck + 1, pitY - 34], [M + neck + 15, pitY - 21], [M + neck + 10, pitY + 6], [M + 32, pitY + 30], [M + 9, pitY + 22]];
  layBoth(ctx, flap, colour);
  for (const side of [-1, 1]) {
    const edge = [flap[2], flap[3], flap[4]].map((p): Point => [M + side * ((p as Point)[0] - M), (p as Point)[1] - 3]);
    ctx.lineWidth = 1.4;
    ctx.strokeStyle = accent;
    ctx.lineJoin = 'round';
    ctx.beginPath();
    edge.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.stroke();
  }
}

export function paintTee(ctx: Ctx, body: Body, colour: string): void {
  const path = cut(body, 1, crewLine(body, 12), true);
  sew(ctx, body, path, colour);
  const edge = crewLine(body, 17);
  seam(ctx, [...[...edge].reverse().map(([x, y]): Point => [2 * M - x, y]), ...edge.slice(1)], colour);
}

export function paintCrewKnit(ctx: Ctx, body: Body, colour: string, under: string): void {
  const { pitY, neck } = body;
  if (under !== colour) paintShirtCollarOnly(ctx, body, under);
  const path = cut(body, 5, crewLine(body, 14), true);
  sew(ctx, body, path, colour, 0.8);
  const outer = crewLine(body, 25);
  const band = cut(body, 5, crewLine(body, 14), true);
  ctx.save();
  ctx.clip(band);
  const ring = smooth([...[...outer].reverse().map(([x, y]): Point => [2 * M - x - 5, y]), ...outer.slice(1).map(([x, y]): Point => [x + 5, y])]);
  ring.lineTo(M + neck + 20, pitY - 60);
  ring.lineTo(M - neck - 20, pitY - 60);
  ring.closePath();
  ctx.fillStyle = alpha(darker(colour, 0.5), 0.22);
  ctx.fill(ring);
  ribs(ctx, ring, M - neck - 18, M + neck + 18, pitY - 40, pitY + 28, colour);
  ctx.restore();
}

function paintShirtCollarOnly(ctx: Ctx, body: Body, colour: string): void {
  const { pitY, neck } = body;
  paintCollarBack(ctx, body, colour);
  sew(ctx, body, cut(body, 0, vLine(body, 18), false), colour);
  layBoth(ctx, [[M + neck + 1, pitY - 36], [M + neck + 12, pitY - 24], [M + neck + 4, pitY + 4], [M + 24, pitY + 34], [M + 6, pitY + 12]], colour);
}
