// What a person wears, from the neck down. Cached.
import type { Ctx } from '../brush';
import type { Face } from '../face';
import { paintDrape } from '../cover/drape';
import { paintExtra, paintNecklace } from './extras';
import { paintBlazer, paintCardigan, paintLabCoat, paintSuit } from './jackets';
import { paintBlouse, paintCrewKnit, paintPolo, paintShirt } from './shirts';
import { type Body, bodyOf, paintNeck } from './torso';
import { paintHiVis, paintHoodie, paintOverall, paintRollNeck, paintScrubs, paintWorkJacket } from './work';

type Garment = (ctx: Ctx, body: Body, colour: string, under: string, accent: string) => void;

export const GARMENTS: Record<string, Garment> = {
  blazer: paintBlazer,
  suit_tie: paintSuit,
  shirt: (ctx, body, colour) => paintShirt(ctx, body, colour, false),
  blouse: paintBlouse,
  polo: (ctx, body, colour, _under, accent) => paintPolo(ctx, body, colour, accent),
  crew_knit: paintCrewKnit,
  roll_neck: paintRollNeck,
  cardigan: paintCardigan,
  work_jacket: paintWorkJacket,
  hi_vis: paintHiVis,
  overall: paintOverall,
  lab_coat: paintLabCoat,
  scrubs: paintScrubs,
  hoodie: paintHoodie,
};

export function paintDress(ctx: Ctx, face: Face): void {
  const { dress } = face.person;
  const body = bodyOf(face);
  paintNeck(ctx, body);
  paintNecklace(ctx, body);
  GARMENTS[dress.kind]?.(ctx, body, dress.colour, dress.under, dress.accent);
  if (face.person.headwear.kind === 'hijab') paintDrape(ctx, body);
  paintExtra(ctx, body, dress.extra, dress.accent);
}
