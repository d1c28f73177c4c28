// Eyes, each frame: white, iris, lids, lashes, crease. x runs outwards from the middle of the eye on both sides.
import type { Pose } from '../../motion/pose';
import { clamp } from '../../chance';
import { type Ctx, type Point, line, smooth, swell, trace } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import type { Face } from '../face';
import { type View, turn } from '../view';

interface Lids {
  upper: Point[];
  lower: Point[];
  crease: Point[];
  shut: number;
}

export function drawEyes(ctx: Ctx, face: Face, pose: Pose, view: View): void {
  for (const side of [-1, 1]) {
    const [x, y] = turn(view, side * face.eyeX, 1, 62);
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(side * (view.cosYaw - side * view.sinYaw * 0.28), 1);
    const lids = lidsOf(face, pose);
    drawBall(ctx, face, pose, lids, side);
    drawLids(ctx, face, pose, lids);
    ctx.restore();
  }
}

function lidsOf(face: Face, pose: Pose): Lids {
  const { eyes, age } = face.person;
  const e = face.eyeHalf;
  const sag = Math.max(0, age - 40) * 0.035 + eyes.hood * 0.8;
  const open = 1 + 0.1 * eyes.size + 0.24 * pose.wide - 0.28 * pose.droop - 0.16 * pose.squint - 0.04 * eyes.hood;
  const shut = clamp(pose.blink);
  const tilt = 1.4 + 3.2 * eyes.tilt;
  const rise = 8.6 * open;
  const fall = 6 * (1 - 0.62 * pose.squint);
  const lift = 1.6 * pose.squint;
  const inner: Point = [-e, 2.6];
  const outer: Point = [e, 0.6 - tilt];
  const lowerY = (x: number): number => between3(inner[1], outer[1], x / e) + fall * arch(x / e, 0.12) - lift;
  const upperY = (x: number): number => between3(inner[1], outer[1], x / e) - rise * arch(x / e, -0.1) + (x > 0 ? sag * (x / e) * 1.6 : 0);
  const xs = [-0.8, -0.5, -0.15, 0.2, 0.55, 0.82].map((part) => part * e);
  const close = (x: number): number => upperY(x) + (lowerY(x) - 0.8 - upperY(x)) * shut;
  return {
    upper: [inner, ...xs.map((x): Point => [x, close(x)]), outer],
    lower: [outer, ...xs.map((x): Point => [x, lowerY(x)]).reverse(), inner],
    crease: [-0.9, ...[-0.5, -0.15, 0.2, 0.55, 0.85, 1.1]].map((part): Point => {
      const gap = (5.2 - 4.2 * eyes.hood) * (1 - 0.25 * Math.abs(part)) + 0.8 * shut - 0.5 * pose.wide;
      const x = part * e;
      return [x, (Math.abs(part) > 1 ? outer[1] + 0.5 : upperY(x)) - gap + shut * 2 + (part > 0.5 ? sag * 0.6 : 0)];
    }),
    shut,
  };
}

const between3 = (a: number, b: number, part: number): number => a + ((b - a) * (part + 1)) / 2;
const arch = (part: number, skew: number): number => {
  const t = clamp((part - skew * (1 - part * part) + 1) / 2);
  return (4 * t * (1 - t)) ** 0.72;
};

function drawBall(ctx: Ctx, face: Face, pose: Pose, lids: Lids, side: number): void {
  if (lids.shut > 0.94) return;
  const opening = smooth(lids.upper);
  trace(opening, lids.lower, false, false);
  opening.closePath();
  ctx.save();
  ctx.clip(opening);
  ctx.fillStyle = mix('#f4f0ea', face.skin.base, 0.12);
  ctx.fillRect(-25, -16, 50, 32);
  drawIris(ctx, face, pose, side);
  line(ctx, smooth(lids.upper.map(([x, y]): Point => [x, y + 1.2])), alpha('#2a1712', 0.26), 4.2);
  ctx.fillStyle = alpha(face.skin.blush, 0.5);
  ctx.fillRect(-face.eyeHalf - 1, -1, 4, 8);
  ctx.fillStyle = alpha('#3a2620', 0.14);
  ctx.fillRect(face.eyeHalf - 4, -8, 6, 16);
  ctx.restore();
}

function drawIris(ctx: Ctx, face: Face, pose: Pose, side: number): void {
  const colour = face.person.eyes.colour;
  const x = pose.gazeX * 5.6 * side - 0.3;
  const y = pose.gazeY * 3.6 - 0.4;
  const r = 8.3;
  const fade = ctx.createRadialGradient(x, y + 2.5, 1.5, x, y, r);
  fade.addColorStop(0, lighter(colour, 0.28));
  fade.addColorStop(0.6, colour);
  fade.addColorStop(0.86, darker(colour, 0.35));
  fade.addColorStop(1, darker(colour, 0.72));
  disc(ctx, x, y, r, fade);
  disc(ctx, x, y, 3.5 + 0.4 * pose.wide, '#0d0908');
  disc(ctx, x - 2.8 * side, y - 3, 2.1, 'rgba(255,255,255,0.92)');
  disc(ctx, x + 3.1 * side, y + 3, 1.1, 'rgba(255,255,255,0.4)');
}

function disc(ctx: Ctx, x: number, y: number, r: number, fill: string | CanvasGradient): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 7);
  ctx.fill();
}

function drawLids(ctx: Ctx, face: Face, pose: Pose, lids: Lids): void {
  const { skin, person } = face;
  const lid = smooth(lids.crease);
  trace(lid, [...lids.upper].reverse(), false, false);
  lid.lineTo((lids.upper[0] as Point)[0], (lids.upper[0] as Point)[1]);
  lid.closePath();
  ctx.fillStyle = lids.shut > 0.05 ? mix(skin.lid, skin.base, 0.25) : alpha(skin.lid, 0.75);
  ctx.fill(lid);
  if (person.eyes.hood < 0.85) {
    ctx.fillStyle = alpha(skin.deep, 0.62);
    ctx.fill(swell(lids.crease, [0.3, 1.2, 0.5]));
  }
  const ink = mix(skin.line, '#1a0f0c', 0.65);
  const lash = person.eyes.lashes;
  ctx.fillStyle = ink;
  const tail = lids.upper[lids.upper.length - 1] as Point;
  ctx.fill(swell([...lids.upper, [tail[0] + 1 + lash, tail[1] - 0.3 - lash]], [0.6, 1.7 + 1.1 * lash, 0.5 + lash * 0.5]));
  if (lash > 0.25) drawLashes(ctx, lids, ink, lash);
  line(ctx, smooth(lids.lower), alpha(skin.line, 0.42), 0.8);
  line(ctx, smooth(lids.lower.slice(1, -1).map(([x, y]): Point => [x, y + 1.4])), alpha(skin.light, 0.4), 1);
  const puff = pose.squint * 0.5;
  if (puff > 0.04) line(ctx, smooth(lids.lower.slice(1, -1).map(([x, y]): Point => [x * 0.95, y + 4.6])), alpha(skin.deep, puff), 1.3);
}

function drawLashes(ctx: Ctx, lids: Lids, ink: string, lash: number): void {
  const path = new Path2D();
  const down = lids.shut > 0.5 ? 1 : -1;
  for (let i = 3; i < lids.upper.length; i += 1) {
    const [x, y] = lids.upper[i] as Point;
    const [px, py] = lids.upper[i - 1] as Point;
    for (const part of [0, 0.5]) {
      const [sx, sy] = [x + (px - x) * part, y + (py - y) * part];
      const reach = (1.4 + 2.2 * lash) * (0.6 + 0.4 * (i / lids.upper.length));
      path.moveTo(sx, sy);
      path.quadraticCurveTo(sx + reach * 0.4, sy + down * reach * 0.3, sx + reach * 0.75, sy + down * reach);
    }
  }
  line(ctx, path, ink, 0.8);
}
