// The nose: planes of light and shade, no outline. Cached; it stands furthest forward and so moves most.
import { type Ctx, type Point, glow, smooth, softFill, softLine } from '../brush';
import { alpha, mix } from '../colour';
import type { Face } from '../face';

export function paintNose(ctx: Ctx, face: Face): void {
  const { skin, noseY, person } = face;
  const half = 14.3 + 4.6 * person.nose.width;
  const bridge = 6.2 + 1.2 * person.nose.bridge + 0.8 * person.nose.width;
  paintBridge(ctx, face, bridge);
  paintBase(ctx, face, half);
  glow(ctx, -1.5, noseY - 6, 9 + 2 * person.nose.tip, 8 + person.nose.tip, alpha(skin.light, 0.85), alpha(skin.light, 0));
  glow(ctx, -2.5, noseY - 8, 3.4, 2.6, alpha('#ffffff', 0.3), alpha('#ffffff', 0));
  for (const side of [-1, 1]) paintWing(ctx, face, side, half);
}

function paintBridge(ctx: Ctx, face: Face, bridge: number): void {
  const { skin, noseY } = face;
  softFill(ctx, smooth([[bridge, -12], [bridge + 3, 8], [bridge + 6, noseY - 12], [bridge + 9, noseY - 4], [bridge + 1, noseY - 8], [bridge - 1, 8]], true), alpha(skin.deep, 0.42), 4);
  softFill(ctx, smooth([[-bridge - 1, -12], [-bridge - 3, 8], [-bridge - 5, noseY - 14], [-bridge - 1, noseY - 12], [-bridge, 6]], true), alpha(skin.shade, 0.45), 4);
  softLine(ctx, [[-1.5, -10], [-2, 10], [-2, noseY - 12]], alpha(skin.light, 0.75 + 0.1 * face.person.nose.bridge), 3.4, 4);
}

function paintBase(ctx: Ctx, face: Face, half: number): void {
  const { skin, noseY } = face;
  softFill(ctx, smooth([[-half + 2, noseY + 2], [0, noseY + 4], [half - 1, noseY + 2], [half - 3, noseY + 7], [0, noseY + 10], [-half + 5, noseY + 7]], true), alpha(skin.deep, 0.5), 4);
  const tip: Point[] = [[-half + 7, noseY + 1.5], [-4, noseY + 4], [0, noseY + 5], [4, noseY + 4], [half - 7, noseY + 1.5]];
  softLine(ctx, tip, alpha(skin.deep, 0.55), 1.6, 1.6);
  softLine(ctx, [[0, noseY + 9], [0, face.mouthY - 10]], alpha(skin.deep, 0.2), 4, 3);
}

function paintWing(ctx: Ctx, face: Face, side: number, half: number): void {
  const { skin, noseY } = face;
  const nostril: Point[] = [[side * (half - 9), noseY + 2.4], [side * (half - 6), noseY - 0.4], [side * (half - 3.2), noseY + 1.4], [side * (half - 5.5), noseY + 3]];
  softFill(ctx, smooth(nostril, true), alpha(mix(skin.line, '#1a0806', 0.4), 0.9), 0.9);
  const wing: Point[] = [[side * (half - 2.5), noseY - 9], [side * (half + 0.8), noseY - 4], [side * half, noseY + 1.2], [side * (half - 3), noseY + 3]];
  softLine(ctx, wing, alpha(skin.deep, side > 0 ? 0.7 : 0.5), 1.3, 1.2);
  glow(ctx, side * (half - 4), noseY - 4, 4.5, 4.5, alpha(skin.light, side < 0 ? 0.45 : 0.25), alpha(skin.light, 0));
}
