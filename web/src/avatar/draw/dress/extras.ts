// Small things worn over clothes or on the neck: lanyard, stethoscope, pens, brooch; necklaces.
import { type Ctx, type Point, line, smooth, softLine } from '../brush';
import { alpha, darker, lighter } from '../colour';
import { lay } from './cloth';
import { type Body, MIDDLE as M } from './torso';

export function paintNecklace(ctx: Ctx, body: Body): void {
  const { necklace, metal } = body.face.person.jewellery;
  const { neck, pitY } = body;
  if (necklace === 'none') return;
  const half: Point[] = [[M - neck - 4, pitY - 24], [M - neck * 0.7, pitY - 2], [M - neck * 0.3, pitY + 13], [M, pitY + 18]];
  const chain: Point[] = [...half, ...half.slice(0, 3).reverse().map(([x, y]): Point => [2 * M - x, y])];
  softLine(ctx, chain.map(([x, y]): Point => [x, y + 1.6]), alpha(body.face.skin.deep, 0.6), 1.2, 1.5);
  if (necklace === 'chain') {
    line(ctx, smooth(chain), metal, 1.2);
    bead(ctx, M, pitY + 21, 3.2, metal);
    return;
  }
  for (let i = 0; i < 23; i += 1) {
    const t = i / 22;
    const x = M + (t * 2 - 1) * (neck + 2);
    bead(ctx, x, pitY + 17 - 40 * Math.abs(t * 2 - 1) ** 2.4, 2.5, metal);
  }
}

function bead(ctx: Ctx, x: number, y: number, r: number, colour: string): void {
  const fade = ctx.createRadialGradient(x - r * 0.3, y - r * 0.4, 0, x, y, r);
  fade.addColorStop(0, lighter(colour, 0.7));
  fade.addColorStop(1, darker(colour, 0.3));
  ctx.fillStyle = fade;
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 7);
  ctx.fill();
}

export function paintExtra(ctx: Ctx, body: Body, kind: string, accent: string): void {
  if (kind === 'lanyard') paintLanyard(ctx, body, accent);
  if (kind === 'stethoscope') paintStethoscope(ctx, body);
  if (kind === 'pens') paintPens(ctx, body, accent);
  if (kind === 'brooch') bead(ctx, M - body.shoulder * 0.44, body.pitY + 56, 5, accent);
}

function paintLanyard(ctx: Ctx, body: Body, accent: string): void {
  const { neck, pitY } = body;
  for (const side of [-1, 1]) {
    const strap: Point[] = [[M + side * (neck + 12), pitY - 20], [M + side * (neck * 0.7 + 6), pitY + 40], [M + side * 5, pitY + 98]];
    softLine(ctx, strap.map(([x, y]): Point => [x + 1, y + 2]), alpha('#000000', 0.4), 5, 3);
    line(ctx, smooth(strap), side > 0 ? darker(accent, 0.2) : accent, 5);
  }
  lay(ctx, [[M - 4, pitY + 94], [M + 4, pitY + 94], [M + 4, pitY + 106], [M - 4, pitY + 106]], '#9a9da2');
  lay(ctx, [[M - 21, pitY + 104], [M + 21, pitY + 104], [M + 21, 505], [M - 21, 505]], '#f1f1ee');
  ctx.fillStyle = accent;
  ctx.fillRect(M - 20, pitY + 105, 40, 8);
}

function paintStethoscope(ctx: Ctx, body: Body): void {
  const { neck, pitY } = body;
  const left: Point[] = [[M - neck - 5, pitY - 30], [M - neck - 14, pitY + 6], [M - neck - 3, pitY + 54], [M - 24, pitY + 96], [M - 18, 505]];
  const right: Point[] = [[M + neck + 5, pitY - 30], [M + neck + 15, pitY + 6], [M + neck + 10, pitY + 60], [M + neck + 8, pitY + 92]];
  for (const tube of [left, right]) {
    softLine(ctx, tube.map(([x, y]): Point => [x + 2, y + 3]), alpha('#000000', 0.4), 6, 4);
    line(ctx, smooth(tube), '#1f2a33', 6.4);
    line(ctx, smooth(tube.map(([x, y]): Point => [x - 1.4, y])), 'rgba(150,175,190,0.55)', 1.4);
  }
  const [x, y] = right[3] as Point;
  bead(ctx, x, y + 6, 11, '#8f979d');
  bead(ctx, x, y + 6, 7.5, '#d9dde0');
}

function paintPens(ctx: Ctx, body: Body, accent: string): void {
  const x = M + body.shoulder * 0.46;
  for (const [dx, colour] of [[0, accent], [7, '#24303c']] as const) {
    lay(ctx, [[x + dx, 434], [x + dx + 4, 434], [x + dx + 4, 456], [x + dx, 456]], colour, false, 0.3);
    line(ctx, smooth([[x + dx + 2, 437], [x + dx + 2, 450]]), 'rgba(255,255,255,0.6)', 1);
  }
}
