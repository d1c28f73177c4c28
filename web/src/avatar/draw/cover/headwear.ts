// What covers the head: hijab, turban, hard hat, surgical cap. Cached; casts its shadow on the brow.
import { type Ctx, type Point, bothSides, glow, gradientAcross, gradientDown, line, smooth, soft, softLine, trace } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import { type Face, flat, outlineOf } from '../face';

export const HEADWEAR: Record<string, (ctx: Ctx, face: Face) => void> = { hijab: paintHijab, turban: paintTurban, hard_hat: paintHardHat, surgical_cap: paintCap };

export function paintHeadwear(ctx: Ctx, face: Face): void {
  ctx.save();
  ctx.scale(face.widthScale, 1);
  HEADWEAR[face.person.headwear.kind]?.(ctx, face);
  ctx.restore();
}

function castOnBrow(ctx: Ctx, face: Face, path: Path2D, drop: number): void {
  ctx.save();
  ctx.clip(smooth(flat(outlineOf(face, 0)), true));
  ctx.translate(0, drop);
  soft(ctx, alpha(face.skin.deep, 0.75), 7, () => ctx.fill(path, 'evenodd'));
  ctx.restore();
}

function body(ctx: Ctx, path: Path2D, colour: string, left: number, right: number): void {
  ctx.fillStyle = gradientAcross(ctx, left, right, darker(colour, 0.2), lighter(colour, 0.14), colour, darker(colour, 0.25), darker(colour, 0.5));
  ctx.fill(path, 'evenodd');
}

function fold(ctx: Ctx, points: readonly Point[], colour: string, width = 3): void {
  softLine(ctx, points, alpha(darker(colour, 0.7), 0.5), width * 0.8, width);
  softLine(ctx, points.map(([x, y]): Point => [x - 3, y - 3.5]), alpha(lighter(colour, 0.4), 0.34), width * 1.2, width * 1.3);
}

function paintHijab(ctx: Ctx, face: Face): void {
  const { colour } = face.person.headwear;
  const chin = face.chinY;
  ctx.save();
  ctx.translate(0, 2.5);
  line(ctx, smooth([[-64, -4], [-58, -44], [-35, -74], [0, -83], [35, -74], [58, -44], [64, -4]]), darker(colour, 0.5), 11);
  ctx.restore();
  const outer = bothSides([[0, -126], [48, -116], [82, -80], [91, -24], [87, 38], [78, 80], [70, 116], [40, 134], [0, 140]]);
  const wide = bothSides([[0, -84], [37, -75], [60, -45], [67, -4], [63, 42], [49, 80], [27, chin - 3], [0, chin + 3]]);
  const path = smooth(outer, true);
  trace(path, wide, true);
  castOnBrow(ctx, face, path, 3);
  body(ctx, path, colour, -96, 96);
  ctx.save();
  ctx.clip(path, 'evenodd');
  for (const [x, end] of [[20, 30], [44, 56], [66, 74]] as const) {
    fold(ctx, [[x * 0.5, -122], [x + 18, -92], [x + 26, -30], [end + 10, 40], [end - 10, 88], [end - 46, 122]], colour);
    fold(ctx, [[-x * 0.5, -122], [-x - 18, -92], [-x - 26, -30], [-end - 10, 40], [-end + 8, 88], [-end + 60, 128]], colour);
  }
  fold(ctx, [[-60, 70], [-36, 104], [0, 120], [44, 112], [80, 84]], colour, 4);
  fold(ctx, [[-74, 90], [-40, 130], [10, 138], [60, 118]], colour, 4);
  ctx.fillStyle = gradientDown(ctx, 90, 160, alpha('#000000', 0), alpha('#000000', 0.3));
  ctx.fillRect(-110, 90, 220, 80);
  ctx.restore();
  line(ctx, smooth(wide, true), alpha(lighter(colour, 0.35), 0.5), 1.4);
}

function paintTurban(ctx: Ctx, face: Face): void {
  const { colour } = face.person.headwear;
  const outline = bothSides([[0, -154], [34, -154], [70, -136], [92, -98], [90, -58], [78, -24], [70, -22], [63, -44], [38, -64], [0, -76]]);
  const path = smooth(outline, true);
  castOnBrow(ctx, face, path, 5);
  body(ctx, path, colour, -92, 92);
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = gradientDown(ctx, -160, -20, alpha(lighter(colour, 0.4), 0.25), alpha('#000000', 0), alpha('#000000', 0.3));
  ctx.fillRect(-100, -160, 200, 150);
  for (let i = 5; i >= 0; i -= 1) {
    const t = i / 5;
    fold(ctx, [[82 - 6 * t, -26 - 66 * t], [56 - 6 * t, -58 - 56 * t], [20, -88 - 46 * t], [-26, -112 - 36 * t]], colour, 3.2);
  }
  const front: Point[] = [[-76, -18], [-94, -62], [-92, -104], [-66, -140], [-30, -156], [10, -140], [30, -112], [4, -74], [-38, -62], [-64, -42]];
  const panel = smooth(front, true);
  soft(ctx, alpha('#000000', 0.5), 5, () => ctx.fill(panel));
  body(ctx, panel, colour, -96, 60);
  ctx.clip(panel);
  for (let i = 0; i < 7; i += 1) {
    const t = i / 6;
    fold(ctx, [[-84 - 8 * Math.sin(t * 3), -22 - 76 * t], [-60 + 4 * t, -54 - 66 * t], [-24 + 8 * t, -74 - 56 * t], [24 - 4 * t, -86 - 50 * t]], colour, 3.2);
  }
  ctx.restore();
}

function paintHardHat(ctx: Ctx, face: Face): void {
  const { colour } = face.person.headwear;
  const shell = smooth(bothSides([[0, -164], [40, -157], [72, -130], [86, -90], [87, -62], [60, -56], [0, -50]]), true);
  const brim = smooth(bothSides([[0, -76], [50, -76], [86, -70], [93, -58], [70, -50], [36, -42], [0, -39]]), true);
  castOnBrow(ctx, face, brim, 9);
  ctx.fillStyle = gradientAcross(ctx, -88, 88, darker(colour, 0.16), lighter(colour, 0.5), colour, darker(colour, 0.2), darker(colour, 0.42));
  ctx.fill(shell);
  ctx.save();
  ctx.clip(shell);
  glow(ctx, -34, -128, 34, 24, alpha('#ffffff', 0.75), alpha('#ffffff', 0));
  for (const x of [-22, 0, 22]) {
    softLine(ctx, [[x * 0.7, -166], [x * 1.05, -120], [x * 1.15, -70]], alpha(darker(colour, 0.6), 0.4), 9, 3);
    softLine(ctx, [[x * 0.7 - 1, -166], [x * 1.05 - 1, -120], [x * 1.15 - 1, -70]], alpha(lighter(colour, 0.7), 0.8), 5, 2);
  }
  ctx.fillStyle = gradientDown(ctx, -100, -60, alpha('#000000', 0), alpha('#000000', 0.22));
  ctx.fillRect(-100, -100, 200, 60);
  ctx.restore();
  ctx.fillStyle = gradientDown(ctx, -76, -40, lighter(colour, 0.4), mix(colour, '#000000', 0.08), darker(colour, 0.3));
  ctx.fill(brim);
  softLine(ctx, [[-84, -66], [-44, -73], [0, -75], [44, -73], [84, -66]], alpha(darker(colour, 0.6), 0.55), 2, 2);
  line(ctx, smooth([[-88, -56], [-60, -48], [-30, -42], [0, -40.5], [30, -42], [60, -48], [88, -56]]), alpha(lighter(colour, 0.6), 0.7), 1.2);
}

function paintCap(ctx: Ctx, face: Face): void {
  const { colour } = face.person.headwear;
  const path = smooth(bothSides([[0, -143], [42, -136], [76, -110], [88, -72], [84, -38], [74, -22], [66, -34], [40, -58], [0, -66]]), true);
  castOnBrow(ctx, face, path, 4);
  body(ctx, path, colour, -90, 90);
  ctx.save();
  ctx.clip(path);
  for (const [x, y] of [[-66, -96], [-44, -124], [-14, -136], [20, -136], [48, -122], [70, -94]] as const) {
    fold(ctx, [[x, y], [x * 0.94, y + 22], [x * 1.02, -74 + Math.abs(x) * 0.3]], colour, 2.6);
  }
  const band = smooth([[-92, -30], [-66, -50], [-40, -72], [0, -81], [40, -72], [66, -50], [92, -30]]);
  line(ctx, band, alpha(darker(colour, 0.6), 0.45), 1.6);
  ctx.translate(0, 8);
  line(ctx, band, alpha(lighter(colour, 0.3), 0.25), 8);
  ctx.restore();
}
