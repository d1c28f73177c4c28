// All hair of a person, painted once: what hangs behind the head and what lies before it. The styles are styles.json.
import { chanceFrom } from '../../chance';
import type { Ctx } from '../brush';
import type { Face } from '../face';
import { flat, outlineOf } from '../face';
import { smooth } from '../brush';
import { type Piece, paintPiece } from './pieces';
import styles from './styles.json';

interface Style {
  back: Piece[];
  front: Piece[];
}

function styleOf(face: Face): Style {
  return ((styles as unknown as Record<string, Style>)[face.person.hair.style] ?? { back: [], front: [] });
}

function hidden(face: Face): boolean {
  return ['hijab', 'turban', 'surgical_cap'].includes(face.person.headwear.kind);
}

export function paintBackHair(ctx: Ctx, face: Face): void {
  if (!hidden(face)) paintAll(ctx, face, styleOf(face).back, 11);
}

export function paintFrontHair(ctx: Ctx, face: Face): void {
  if (hidden(face)) return;
  const { front } = styleOf(face);
  ctx.save();
  ctx.clip(smooth(flat(outlineOf(face, 0)), true));
  paintAll(ctx, face, front.filter((piece) => piece.shadow), 0, true);
  ctx.restore();
  paintAll(ctx, face, front, 23);
}

function paintAll(ctx: Ctx, face: Face, pieces: readonly Piece[], seed: number, shadow = false): void {
  ctx.save();
  ctx.scale(face.widthScale, 1);
  pieces.forEach((piece, i) => {
    for (const side of piece.mirror ? [-1, 1] : [1]) {
      ctx.save();
      ctx.scale(side, 1);
      paintPiece(ctx, face, piece, chanceFrom(seed * 1000 + i * 2 + (side + 1) / 2), side, shadow);
      ctx.restore();
    }
  });
  ctx.restore();
}
