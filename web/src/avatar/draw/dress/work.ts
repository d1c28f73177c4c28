// Clothes for work with the hands and with patients: hi-vis, overall, work jacket, scrubs, hoodie, roll neck.
import { type Ctx, type Point, gradientAcross, gradientDown, line, polygon, smooth, softFill, softLine } from '../brush';
import { alpha, darker, lighter } from '../colour';
import { buttons, crewLine, cut, lay, layBoth, ribs, seam, sew, vLine } from './cloth';
import { paintZip, vestPath } from './jackets';
import { paintPolo, paintShirt, paintTee } from './shirts';
import { type Body, MIDDLE as M } from './torso';

export function paintHiVis(ctx: Ctx, body: Body, colour: string, under: string, accent: string): void {
  paintPolo(ctx, body, under, accent);
  const path = vestPath(body, 74);
  sew(ctx, body, path, colour, 0.9);
  ctx.save();
  ctx.clip(path);
  const { shoulder, shoulderY } = body;
  for (const side of [-1, 1]) reflective(ctx, [[M + side * shoulder * 0.5, shoulderY - 40], [M + side * shoulder * 0.5, 510]], 17);
  reflective(ctx, [[M - shoulder, 462], [M + shoulder, 462]], 20);
  ctx.restore();
  line(ctx, path, darker(colour, 0.35), 2.2);
  paintZip(ctx, body.pitY + 74, colour);
}

function reflective(ctx: Ctx, points: readonly Point[], width: number): void {
  const path = smooth(points);
  ctx.lineCap = 'butt';
  for (const [colour, wide] of [['rgba(30,30,30,0.25)', width + 3], ['#c9cdd0', width], ['#e8ebec', width * 0.5]] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = wide;
    ctx.stroke(path);
  }
}

export function paintOverall(ctx: Ctx, body: Body, colour: string, under: string): void {
  paintShirt(ctx, body, under, false);
  const { shoulder, shoulderY, pitY } = body;
  const bib: Point[] = [[M + shoulder * 0.34, pitY + 66], [M + shoulder * 0.4, pitY + 66], [M + shoulder * 0.46, 505], [M, 505], [M, pitY + 66]];
  for (const side of [-1, 1]) {
    lay(ctx, [[M + side * shoulder * 0.44, shoulderY - 22], [M + side * shoulder * 0.56, shoulderY - 21], [M + side * shoulder * 0.4, pitY + 76], [M + side * shoulder * 0.29, pitY + 74]], colour);
  }
  const whole = [...bib, ...bib.slice(0, -1).reverse().map(([x, y]): Point => [2 * M - x, y])];
  lay(ctx, whole, colour);
  lay(ctx, [[M - 26, pitY + 92], [M + 26, pitY + 92], [M + 24, 505], [M - 24, 505]], lighter(colour, 0.04), false, 0.3);
  for (const side of [-1, 1]) buttons(ctx, M + side * shoulder * 0.35, pitY + 75, pitY + 76, 10, '#c9b27a');
  seam(ctx, [[M - shoulder * 0.38, pitY + 71], [M + shoulder * 0.38, pitY + 71]], colour);
}

export function paintWorkJacket(ctx: Ctx, body: Body, colour: string, under: string, accent: string): void {
  const { neck, pitY, shoulder, shoulderY } = body;
  paintTee(ctx, body, under);
  const open: Point[] = [[M, pitY + 56], [M + neck * 0.7, pitY + 8], [M + neck + 10, pitY - 24]];
  const path = cut(body, 7, open, false);
  sew(ctx, body, path, colour, 1);
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = alpha(accent, 0.95);
  ctx.fill(polygon([[M - shoulder * 1.3, shoulderY + 26], [M, shoulderY + 40], [M + shoulder * 1.3, shoulderY + 26], [M + shoulder * 1.3, 200], [M - shoulder * 1.3, 200]]));
  ctx.fillStyle = gradientAcross(ctx, M - shoulder, M + shoulder, alpha('#ffffff', 0.12), alpha('#000000', 0), alpha('#000000', 0.38));
  ctx.fillRect(0, 200, 480, shoulderY - 150);
  ctx.restore();
  seam(ctx, [[M - shoulder * 1.02, shoulderY + 29], [M, shoulderY + 40], [M + shoulder * 1.02, shoulderY + 29]], colour);
  layBoth(ctx, [[M + neck + 3, pitY - 40], [M + neck + 16, pitY - 30], [M + neck + 15, pitY + 4], [M + 20, pitY + 48], [M + 2, pitY + 56], [M + neck * 0.7, pitY + 6]], accent);
  paintZip(ctx, pitY + 56, colour);
  lay(ctx, [[M + shoulder * 0.28, 446], [M + shoulder * 0.58, 444], [M + shoulder * 0.58, 458], [M + shoulder * 0.28, 460]], lighter(colour, 0.05), false, 0.35);
}

export function paintScrubs(ctx: Ctx, body: Body, colour: string, under: string): void {
  const { neck, pitY, shoulder } = body;
  if (under !== colour) paintTee(ctx, body, under);
  sew(ctx, body, cut(body, 5, vLine(body, 50), false), colour, 1.1);
  layBoth(ctx, [[M + neck + 7, pitY - 24], [M + neck + 16, pitY - 20], [M + 3, pitY + 64], [M - 1, pitY + 50]], darker(colour, 0.12));
  lay(ctx, [[M + shoulder * 0.24, 446], [M + shoulder * 0.56, 443], [M + shoulder * 0.56, 505], [M + shoulder * 0.25, 505]], colour, false, 0.3);
  seam(ctx, [[M + shoulder * 0.24, 453], [M + shoulder * 0.56, 450]], colour);
}

export function paintHoodie(ctx: Ctx, body: Body, colour: string, under: string): void {
  const { neck, pitY } = body;
  for (const side of [-1, 1]) softFill(ctx, smooth([[M + side * (neck + 28), pitY - 6], [M + side * (neck + 16), pitY - 42], [M + side * (neck - 5), pitY - 38], [M + side * (neck - 4), pitY - 6]], true), darker(colour, 0.5), 2);
  paintTeeNeck(ctx, body, under);
  sew(ctx, body, cut(body, 6, crewLine(body, 22), true), colour, 1.1);
  layBoth(ctx, [[M + neck - 2, pitY - 40], [M + neck + 18, pitY - 34], [M + neck + 27, pitY - 6], [M + 26, pitY + 40], [M + 2, pitY + 46], [M + 4, pitY + 26], [M + neck * 0.8, pitY + 6]], colour, true);
  for (const side of [-1, 1]) {
    softLine(ctx, [[M + side * 15, pitY + 36], [M + side * 17, pitY + 70], [M + side * 14, pitY + 98]], alpha('#000000', 0.35), 3, 3);
    line(ctx, smooth([[M + side * 14, pitY + 35], [M + side * 16, pitY + 68], [M + side * 13, pitY + 96]]), '#e9e6df', 2.4);
  }
}

function paintTeeNeck(ctx: Ctx, body: Body, under: string): void {
  sew(ctx, body, cut(body, 0, crewLine(body, 8), true), under, 0.5);
}

export function paintRollNeck(ctx: Ctx, body: Body, colour: string): void {
  const { neck, pitY } = body;
  sew(ctx, body, cut(body, 4, crewLine(body, 4), true), colour, 0.8);
  const half: Point[] = [[neck + 4, pitY - 44], [neck + 8, pitY - 30], [neck + 12, pitY - 12], [neck + 6, pitY + 8], [neck * 0.4, pitY + 17]];
  const roll = smooth([...half.map(([x, y]): Point => [M + x, y]), ...half.slice().reverse().map(([x, y]): Point => [M - x, y]), [M - neck * 0.5, pitY - 36], [M, pitY - 33], [M + neck * 0.5, pitY - 36]], true);
  softFill(ctx, roll, alpha('#0c0a0e', 0.4), 5);
  ctx.fillStyle = gradientAcross(ctx, M - neck - 12, M + neck + 12, darker(colour, 0.12), lighter(colour, 0.1), colour, darker(colour, 0.44));
  ctx.fill(roll);
  ribs(ctx, roll, M - neck - 14, M + neck + 14, pitY - 50, pitY + 20, colour, 3.6);
  ctx.save();
  ctx.clip(roll);
  ctx.fillStyle = gradientDown(ctx, pitY - 50, pitY - 10, alpha('#0c0a0e', 0.55), alpha('#0c0a0e', 0));
  ctx.fillRect(M - 90, pitY - 60, 180, 60);
  ctx.restore();
}
