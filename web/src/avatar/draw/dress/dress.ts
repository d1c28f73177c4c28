import { type Ctx, gradientAcross } from '../brush';
import { darker, lighter } from '../colour';
import type { Face } from '../face';
import { bodyOf, bodyPath, paintNeck } from './torso';
export function paintDress(ctx: Ctx, face: Face): void {
  const body = bodyOf(face);
  paintNeck(ctx, body);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 366, 480, 140);
  ctx.clip();
  ctx.fillStyle = gradientAcross(ctx, 80, 420, lighter(face.person.dress.colour, 0.1), face.person.dress.colour, darker(face.person.dress.colour, 0.4));
  ctx.fill(bodyPath(body, 3));
  ctx.restore();
}
