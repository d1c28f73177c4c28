import type { Ctx } from '../brush';
import type { Face } from '../face';
export function paintBeard(_ctx: Ctx, _face: Face): void { /* later */ }
