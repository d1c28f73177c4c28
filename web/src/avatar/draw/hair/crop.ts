// Hair cut to millimetres: many short marks, thinner towards the edge, the scalp shining through.
import { type Ctx, boundsOf, detail, smooth, softFill, within } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import type { Face } from '../face';
import { type Chance, type Piece, outlinePoints } from './pieces';

export function paintCrop(ctx: Ctx, face: Face, piece: Piece, chance: Chance): void {
  const outline = outlinePoints(piece);
  const colour = darker(face.hairColour, 0.3);
  const path = smooth(outline, true);
  const depth = piece.light ?? 0.75;
  softFill(ctx, path, alpha(mix(colour, face.skin.deep, 0.25), depth), 6);
  softFill(ctx, path, alpha(colour, depth * 0.5), 3);
  const { left, top, wide, high } = boundsOf(outline);
  const count = ((wide * high) / 5) * (piece.count ?? 1) * detail(ctx);
  const length = piece.width ?? 2.4;
  for (let i = 0; i < count; i += 1) {
    const x = left - 3 + chance() * (wide + 6);
    const y = top - 3 + chance() * (high + 6);
    if (!within(outline, x * (1 + 0.05 * (chance() - 0.5)), y + (chance() - 0.5) * 6)) continue;
    const lean = x * 0.012 + (chance() - 0.5) * 0.9;
    const bright = chance() < 0.45 - x * 0.002;
    ctx.strokeStyle = bright ? alpha(lighter(face.hairColour, 0.2), 0.38) : alpha(darker(colour, 0.35), 0.5);
    ctx.lineWidth = 0.7;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + lean * length, y - length * (0.5 + chance() * 0.7));
    ctx.stroke();
  }
}
