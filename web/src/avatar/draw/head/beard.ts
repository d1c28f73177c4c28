// Beards and stubble, hair by hair over a soft ground, so that no edge is hard. Cached; stretched with the jaw.
import { chanceFrom } from '../../chance';
import { type Ctx, type Point, bothSides, boundsOf, detail, smooth, softFill, within } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import type { Face } from '../face';

interface Cut {
  ground: number;
  blur: number;
  hairs: number;
  length: number;
  reach: number;
}

export const CUTS: Record<string, Cut> = {
  stubble: { ground: 0.3, blur: 7, hairs: 1500, length: 1.1, reach: -1 },
  short: { ground: 0.7, blur: 5, hairs: 2600, length: 3.2, reach: 1.5 },
  full: { ground: 0.88, blur: 4, hairs: 3200, length: 6.5, reach: 9 },
  goatee: { ground: 0.72, blur: 4, hairs: 900, length: 3.4, reach: 2 },
  moustache: { ground: 0.75, blur: 2.5, hairs: 420, length: 4.4, reach: 0 },
};

export function paintBeard(ctx: Ctx, face: Face): void {
  const style = face.person.beard.style;
  const cut = CUTS[style];
  if (!cut) return;
  const chance = chanceFrom(417);
  for (const right of regions(face, style, cut)) {
    const outline = bothSides(right);
    const path = smooth(outline, true);
    softFill(ctx, path, alpha(mix(darker(face.beardColour, 0.3), face.skin.deep, 0.18), cut.ground), cut.blur);
    paintHairs(ctx, face, outline, cut, chance);
  }
}

/** The right halves of the areas that grow hair, from the middle out and back to the middle. */
function regions(face: Face, style: string, cut: Cut): Point[][] {
  const { noseY, mouthY, chinY, widthScale: w } = face;
  const lip: Point[] = [[0, noseY + 11], [13, noseY + 9], [27, mouthY - 7], [34, mouthY + 3], [26, mouthY - 1], [10, mouthY - 6], [0, mouthY - 5]];
  if (style === 'moustache') return [lip];
  const jaw = 3 * face.person.head.jaw;
  const r = cut.reach;
  if (style === 'goatee') {
    return [lip, [[0, mouthY + 15], [14, mouthY + 17], [26, mouthY + 2], [33, mouthY + 2], [31, chinY - 16], [19, chinY - 2 + r], [0, chinY + 1 + r]]];
  }
  return [[
    [0, noseY + 12], [15, noseY + 10], [33, mouthY - 11], [50 * w, 56], [62 * w, 34], [69.5 * w, -6], [72.5 * w, -4], [70 * w + r * 0.4, 26], [(65 + jaw) * w + r * 0.8, 52],
    [(56 + jaw) * w + r, 76 + r * 0.3], [(40 + jaw) * w + r * 0.6, chinY - 14 + r * 0.8], [(20 + jaw) * w, chinY - 2 + r], [0, chinY + 1 + r],
  ]];
}

function paintHairs(ctx: Ctx, face: Face, outline: readonly Point[], cut: Cut, chance: () => number): void {
  const { left, top, wide, high } = boundsOf(outline);
  ctx.lineCap = 'round';
  for (let i = 0; i < cut.hairs * 2 * detail(ctx); i += 1) {
    const x = left - 3 + chance() * (wide + 6);
    const y = top - 3 + chance() * (high + 6);
    if (within(outline, x + (chance() - 0.5) * 7, y + (chance() - 0.5) * 7)) paintHair(ctx, face, x, y, cut.length, chance);
  }
}

function paintHair(ctx: Ctx, face: Face, x: number, y: number, length: number, chance: () => number): void {
  const colour = face.beardColour;
  const lit = chance() < 0.4 - x * 0.002;
  ctx.strokeStyle = lit ? alpha(lighter(colour, 0.24), 0.45) : alpha(darker(colour, 0.4), 0.5);
  ctx.lineWidth = 0.65;
  const lean = x * 0.011 + (chance() - 0.5) * 0.7;
  const reach = length * (0.6 + 0.6 * chance());
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.quadraticCurveTo(x + lean * reach * 0.3, y + reach * 0.5, x + lean * reach, y + reach * 0.85);
  ctx.stroke();
}
