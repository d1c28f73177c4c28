import { type Ctx, gradientDown } from '../brush';
import type { Person } from '../../person/person';
export function paintPlace(ctx: Ctx, _person: Person, width: number, height: number): void {
  ctx.fillStyle = gradientDown(ctx, 0, height, '#c9d2d4', '#8d999d');
  ctx.fillRect(0, 0, width, height);
}
