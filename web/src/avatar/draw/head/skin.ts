// The skin of the face as one soft painting, larger than the face: per frame it is shifted under the outline.
import { chanceFrom } from '../../chance';
import { type Ctx, type Point, glow, gradientAcross, gradientDown, smooth, softFill, softLine } from '../brush';
import { alpha, mix } from '../colour';
import type { Face } from '../face';

export function paintSkin(ctx: Ctx, face: Face): void {
  const { skin } = face;
  ctx.fillStyle = skin.base;
  ctx.fillRect(-110, -140, 220, 300);
  paintLight(ctx, face);
  paintPlanes(ctx, face);
  paintSockets(ctx, face);
  paintBlush(ctx, face);
  paintFreckles(ctx, face);
  paintAge(ctx, face);
}

function spot(ctx: Ctx, x: number, y: number, rx: number, ry: number, colour: string, opacity: number): void {
  glow(ctx, x, y, rx, ry, alpha(colour, opacity), alpha(colour, 0));
}

function paintLight(ctx: Ctx, face: Face): void {
  const { skin } = face;
  spot(ctx, -16, -62, 62, 40, skin.light, 0.75);
  spot(ctx, -44, 26, 34, 26, skin.light, 0.6);
  spot(ctx, 40, 24, 26, 20, skin.light, 0.4);
  spot(ctx, -2, face.chinY - 12, 20, 12, skin.light, 0.55);
  spot(ctx, -6, face.mouthY - 13, 18, 8, skin.light, 0.25);
  // Dark skin shows its form by shine more than by shade.
  const sheen = Math.max(0, face.person.skin.tone - 4) * 0.034;
  for (const [x, y, rx, ry] of [[-20, -58, 30, 17], [-46, 20, 17, 11], [42, 20, 13, 9], [-3, face.chinY - 13, 11, 6]] as const) spot(ctx, x, y, rx, ry, '#ffe9d6', sheen);
}

function paintPlanes(ctx: Ctx, face: Face): void {
  const { skin } = face;
  const right = gradientAcross(ctx, 12, 96, alpha(skin.shade, 0), alpha(skin.shade, 0.55), alpha(skin.deep, 0.75));
  ctx.fillStyle = right;
  ctx.fillRect(0, -140, 110, 300);
  ctx.fillStyle = gradientAcross(ctx, -98, -46, alpha(skin.deep, 0.5), alpha(skin.shade, 0.2), alpha(skin.shade, 0));
  ctx.fillRect(-110, -140, 80, 300);
  ctx.fillStyle = gradientDown(ctx, face.chinY - 26, face.chinY + 12, alpha(skin.shade, 0), alpha(skin.deep, 0.55));
  ctx.fillRect(-110, face.chinY - 26, 220, 80);
  ctx.fillStyle = gradientDown(ctx, -118, -62, alpha(skin.shade, 0.5), alpha(skin.shade, 0));
  ctx.fillRect(-110, -140, 220, 80);
  const hollow = 0.16 + 0.12 * Math.max(0, -face.person.head.cheeks) + 0.12 * face.person.lines;
  for (const side of [-1, 1]) spot(ctx, side * 60, 58, 24, 30, skin.deep, hollow);
  softFill(ctx, smooth([[-15, face.mouthY + 17], [0, face.mouthY + 14], [15, face.mouthY + 17], [0, face.mouthY + 20]], true), alpha(skin.deep, 0.42), 5);
}

function paintSockets(ctx: Ctx, face: Face): void {
  const { skin, eyeX } = face;
  for (const side of [-1, 1]) {
    spot(ctx, side * eyeX, -7, 27, 15, skin.shade, 0.5);
    spot(ctx, side * (eyeX - 17), -4, 11, 17, skin.deep, 0.34);
    spot(ctx, side * (eyeX + 2), 13, 20, 6, skin.light, 0.35);
  }
}

function paintBlush(ctx: Ctx, face: Face): void {
  const { skin } = face;
  const strength = 0.22 + 0.5 * face.person.skin.blush;
  for (const side of [-1, 1]) spot(ctx, side * 45, 34, 28, 20, skin.blush, strength);
  spot(ctx, 0, 34, 15, 14, skin.blush, strength * 0.6);
  spot(ctx, 0, face.chinY - 8, 18, 12, skin.blush, strength * 0.35);
}

function paintFreckles(ctx: Ctx, face: Face): void {
  const count = Math.round(face.person.skin.freckles * 130);
  const chance = chanceFrom(77);
  ctx.fillStyle = alpha(mix(face.skin.shade, '#8a4a24', 0.5), 0.34);
  for (let i = 0; i < count; i += 1) {
    const x = (chance() + chance() - 1) * 62;
    const y = 28 + (chance() + chance() - 1) * 28 - Math.abs(x) * 0.05;
    ctx.beginPath();
    ctx.arc(x, y, 0.5 + chance() * 0.7, 0, 7);
    ctx.fill();
  }
}

function paintAge(ctx: Ctx, face: Face): void {
  const { skin, eyeX, person } = face;
  const lines = person.lines;
  for (const side of [-1, 1]) {
    const bag = 0.1 + 0.45 * person.eyes.bags + 0.2 * lines;
    const under: Point[] = [[side * (eyeX - 14), 8], [side * (eyeX - 3), 14.5], [side * (eyeX + 11), 12.5]];
    softLine(ctx, under, alpha(skin.deep, bag), 1.5, 2.4);
    if (person.eyes.bags > 0.45) softLine(ctx, under.map(([x, y]): Point => [x, y + 3.5]), alpha(skin.light, 0.3), 2.5, 2.5);
    if (lines > 0.15) crowsFeet(ctx, face, side, lines);
    const fold: Point[] = [[side * 18, 48], [side * 26, 58], [side * 32, 72]];
    softLine(ctx, fold, alpha(skin.deep, 0.12 + 0.42 * lines), 1.6, 2.2);
    if (lines > 0.4) softLine(ctx, [[side * 27, face.mouthY + 5], [side * 30, face.mouthY + 18]], alpha(skin.deep, 0.3 * lines), 1.4, 2);
  }
  if (lines > 0.2) {
    for (const [y, wide] of [[-48, 34], [-57, 40], [-66, 34]] as const) {
      softLine(ctx, [[-wide, y + 2], [-wide / 2, y - 1], [0, y + 1], [wide / 2, y - 1], [wide, y + 2]], alpha(skin.deep, 0.26 * lines), 1, 1.6);
    }
  }
}

function crowsFeet(ctx: Ctx, face: Face, side: number, lines: number): void {
  const x = face.eyeX + face.eyeHalf + 3;
  for (const [dy, rise] of [[-4, -5], [0, -1], [4, 4]] as const) {
    softLine(ctx, [[side * x, dy], [side * (x + 5), dy + rise * 0.5], [side * (x + 9), dy + rise]], alpha(face.skin.deep, 0.34 * lines), 0.9, 1);
  }
}
