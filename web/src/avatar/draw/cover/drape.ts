// The part of a hijab that lies on neck and chest: painted with the clothes, it does not turn with the head.
import { type Ctx, type Point, gradientAcross, smooth, softFill, softLine } from '../brush';
import { alpha, darker, lighter } from '../colour';
import { type Body, MIDDLE as M } from '../dress/torso';

export function paintDrape(ctx: Ctx, body: Body): void {
  const { colour } = body.face.person.headwear;
  const { pitY, shoulder } = body;
  const outline: Point[] = [[M - 70, 270], [M - 76, 330], [M - shoulder * 0.62, pitY + 22], [M - shoulder * 0.5, pitY + 44], [M - 24, pitY + 68], [M + 36, pitY + 64], [M + shoulder * 0.56, pitY + 40], [M + shoulder * 0.62, pitY + 18], [M + 76, 330], [M + 70, 270]];
  const path = smooth(outline, true);
  ctx.save();
  ctx.translate(2, 5);
  softFill(ctx, path, alpha('#000000', 0.45), 7);
  ctx.restore();
  ctx.fillStyle = gradientAcross(ctx, M - 100, M + 100, darker(colour, 0.1), lighter(colour, 0.12), colour, darker(colour, 0.25), darker(colour, 0.5));
  ctx.fill(path);
  ctx.save();
  ctx.clip(path);
  for (const [a, b] of [[0, 0], [14, 17], [30, 36], [46, 56]] as const) {
    const line: Point[] = [[M - 72 - a * 0.2, 300 + a * 0.6], [M - 50, 330 + a * 0.8], [M + 4, 342 + b], [M + 56, 326 + a * 0.8], [M + 84, 300 + a * 0.4]];
    softLine(ctx, line, alpha(darker(colour, 0.7), 0.5), 2.6, 4);
    softLine(ctx, line.map(([x, y]): Point => [x - 2, y - 5]), alpha(lighter(colour, 0.4), 0.3), 4, 5);
  }
  ctx.restore();
}
