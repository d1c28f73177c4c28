// Ears, with what hangs on them. Cached: they only shift against the face.
import { type Ctx, type Point, line, smooth, softFill, softLine } from '../brush';
import { alpha, mix } from '../colour';
import type { Face } from '../face';

export function paintEars(ctx: Ctx, face: Face): void {
  for (const side of [-1, 1]) {
    ctx.save();
    ctx.translate(side * 72.5 * face.widthScale, 11);
    ctx.scale(side, 1 + 0.08 * face.person.head.ears);
    paintEar(ctx, face, side);
    paintEarring(ctx, face);
    ctx.restore();
  }
}

function paintEar(ctx: Ctx, face: Face, side: number): void {
  const { skin } = face;
  const outer: Point[] = [[-6, -14], [2, -22], [10, -20], [12.5, -9], [10, 4], [7, 13], [3, 20], [-2, 21], [-6, 14]];
  ctx.fillStyle = mix(mix(skin.base, skin.blush, 0.3), skin.shade, side > 0 ? 0.75 : 0.3);
  const path = smooth(outer, true);
  ctx.fill(path);
  line(ctx, path, alpha(skin.deep, 0.4), 0.8);
  ctx.save();
  ctx.clip(path);
  softFill(ctx, smooth([[-2, -12], [4, -15], [7, -8], [4, 4], [0, 9], [-4, 4]], true), alpha(skin.deep, 0.6), 3);
  softLine(ctx, [[-2, -17], [6, -17], [9, -9], [7, 3]], alpha(skin.deep, 0.4), 1.2, 1.2);
  softLine(ctx, [[0, -20], [8, -18], [11, -9]], alpha(skin.light, 0.6), 1.6, 1.5);
  softFill(ctx, smooth([[-8, -20], [-3, -18], [-3, 18], [-8, 20]], true), alpha(skin.deep, 0.55), 4);
  ctx.restore();
}

function paintEarring(ctx: Ctx, face: Face): void {
  const { earrings, metal } = face.person.jewellery;
  if (earrings === 'none') return;
  const shine = mix(metal, '#ffffff', 0.6);
  const ball = (x: number, y: number, r: number): void => {
    const fade = ctx.createRadialGradient(x - r * 0.3, y - r * 0.4, 0, x, y, r);
    fade.addColorStop(0, shine);
    fade.addColorStop(1, mix(metal, '#3a2a18', 0.25));
    ctx.fillStyle = fade;
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 7);
    ctx.fill();
  };
  if (earrings === 'stud') ball(2, 17, 2.4);
  if (earrings === 'drop') {
    line(ctx, smooth([[2, 17], [2, 26]]), metal, 0.9);
    ball(2, 17, 1.5);
    ball(2, 29, 3.1);
  }
  if (earrings === 'hoop') {
    ctx.beginPath();
    ctx.ellipse(2, 27, 6, 9.5, 0, 0, 7);
    ctx.strokeStyle = metal;
    ctx.lineWidth = 1.7;
    ctx.stroke();
    line(ctx, smooth([[-3, 22], [-3.4, 29], [-1, 34]]), alpha('#ffffff', 0.6), 0.7);
  }
}
