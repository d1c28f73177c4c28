import type { Pose } from '../../motion/pose';
import type { Ctx } from '../brush';
import type { Face } from '../face';
export function handLayers(_face: Face, _scale: number): object { return {}; }
export function drawHand(_ctx: Ctx, _layers: object, _pose: Pose): void { /* later */ }
