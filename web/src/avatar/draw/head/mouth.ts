// The mouth, each frame: lips, teeth, tongue and the dark behind them, from the lips' figures and the expression.
import type { Pose } from '../../motion/pose';
import { type Lips, lipsOf } from '../../motion/lips';
import { clamp } from '../../chance';
import { type Ctx, type Point, glow, gradientDown, line, smooth, swell, trace } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import type { Face } from '../face';
import { type View, turn } from '../view';

interface MouthShape {
  half: number;
  corner: number;
  innerTop: number;
  innerBottom: number;
  outerTop: number;
  outerBottom: number;
  bow: number;
  /** 0: thin corners, 1: a round opening. */
  round: number;
}

/** How far the chin comes down for a pose, in units. */
export const jawDrop = (lips: Lips): number => 13 * clamp(lips.jaw);

export function mouthShape(face: Face, pose: Pose, lips: Lips): MouthShape {
  const { person } = face;
  const shut = clamp(lips.press + pose.press * 0.7);
  const gap = lips.jaw * 21 * (1 - 0.25 * pose.press) + pose.teeth * 9 * (1 - shut);
  const half = face.mouthHalf * (1 + 0.13 * lips.wide - 0.33 * lips.round + 0.2 * pose.smile * (1 - lips.round) - 0.05 * pose.frown - 0.08 * clamp(lips.jaw - 0.4));
  const lift = 0.22 * gap * (0.3 + 0.7 * lips.teeth) + 2 * pose.teeth;
  const thinUp = (1 - 0.55 * shut) * (1 - 0.16 * pose.smile) * (1 + 0.2 * lips.round);
  const thinLow = (1 - 0.5 * shut) * (1 - 0.1 * pose.smile) * (1 + 0.15 * lips.round) * (1 - 0.35 * lips.tuck);
  const innerTop = -lift;
  const innerBottom = Math.max(innerTop, gap - lift - lips.tuck * gap * 0.55);
  return {
    half,
    corner: (-11 * pose.smile + 6.5 * pose.frown) * (1 - 0.6 * lips.round) + 0.4,
    innerTop,
    innerBottom,
    outerTop: innerTop - (6.2 + 2.8 * person.lips.upper) * thinUp,
    outerBottom: innerBottom + (8.2 + 3.1 * person.lips.lower) * thinLow,
    bow: 1 + 2 * person.lips.bow,
    round: clamp((innerBottom - innerTop) / 13 + lips.round * 0.5),
  };
}

type Along = (x: number, y: number) => Point;

export function drawMouth(ctx: Ctx, face: Face, pose: Pose, view: View): void {
  const lips = lipsOf(pose.shapes);
  const shape = mouthShape(face, pose, lips);
  const at: Along = (x, y) => turn(view, x, face.mouthY + y, 76 - (x * x) / 55);
  const inside = innerPath(shape, at);
  if (shape.innerBottom - shape.innerTop > 0.5) drawInside(ctx, shape, lips, pose, inside, at);
  drawLips(ctx, face, shape, inside, at);
  drawCorners(ctx, face, shape, at);
}

function curveOf(shape: MouthShape, depth: number, parts: readonly number[], at: Along, bow = 0, reach = 1): Point[] {
  return parts.map((part) => {
    const bend = (1 - Math.abs(part) ** 2.1) ** (0.9 - 0.3 * shape.round);
    const dip = bow * Math.max(0, 1 - (Math.abs(part) / 0.2) ** 2);
    return at(part * shape.half * reach, shape.corner * (1 - bend) + depth * bend + dip);
  });
}

const ACROSS = [-1, -0.82, -0.58, -0.3, 0, 0.3, 0.58, 0.82, 1];
const ACROSS_TOP = [-1, -0.78, -0.5, -0.2, 0, 0.2, 0.5, 0.78, 1];

function innerPath(shape: MouthShape, at: Along): { path: Path2D; top: Point[]; bottom: Point[] } {
  const top = curveOf(shape, shape.innerTop, ACROSS, at, 0.8, 0.95);
  const bottom = curveOf(shape, shape.innerBottom, ACROSS, at, shape.innerBottom - shape.innerTop < 1 ? 0.8 : 0, 0.95);
  const path = smooth(top);
  trace(path, [...bottom].reverse(), false, false);
  path.closePath();
  return { path, top, bottom };
}

function drawInside(ctx: Ctx, shape: MouthShape, lips: Lips, pose: Pose, inside: { path: Path2D }, at: Along): void {
  const gap = shape.innerBottom - shape.innerTop;
  ctx.save();
  ctx.clip(inside.path);
  const [, top] = at(0, shape.innerTop);
  const [, bottom] = at(0, shape.innerBottom);
  ctx.fillStyle = gradientDown(ctx, top - 2, bottom + 2, '#2a0c0e', '#4d1a1c', '#6a2a2a');
  ctx.fillRect(-60, top - 20, 120, bottom - top + 40);
  drawTongue(ctx, shape, lips, at, gap);
  const upper = clamp(lips.teeth * 0.8 + pose.teeth * 1.6) * Math.min(8, 1.5 + gap * 0.75);
  if (upper > 0.6) drawTeeth(ctx, shape, upper, at);
  if (gap > 9 && lips.round < 0.4) {
    const low = curveOf(shape, shape.innerBottom - 1, [-0.5, -0.25, 0, 0.25, 0.5], at);
    line(ctx, smooth(low), 'rgba(222,208,196,0.6)', 2.4);
  }
  ctx.fillStyle = gradientDown(ctx, top - 1, top + 4, 'rgba(40,10,12,0.5)', 'rgba(40,10,12,0)');
  ctx.fillRect(-60, top - 12, 120, 17);
  ctx.restore();
}

function drawTongue(ctx: Ctx, shape: MouthShape, lips: Lips, at: Along, gap: number): void {
  if (gap < 2.5) return;
  const rise = gap * (0.3 + 0.6 * lips.tongue);
  const [x, y] = at(0, shape.innerBottom + 2.5);
  ctx.fillStyle = gradientDown(ctx, y - rise - 3, y + 2, '#c9696a', '#9c4247');
  ctx.beginPath();
  ctx.ellipse(x, y, shape.half * 0.56, rise + 1.5, 0, 0, 7);
  ctx.fill();
}

function drawTeeth(ctx: Ctx, shape: MouthShape, height: number, at: Along): void {
  const reach = 0.86;
  const top = curveOf(shape, shape.innerTop - 2, ACROSS, at, 0, reach);
  const bottom = curveOf({ ...shape, corner: shape.corner - 0.5 }, shape.innerTop + height, ACROSS, at, 0, reach);
  const path = smooth(top);
  trace(path, [...bottom].reverse(), false, false);
  path.closePath();
  const [left] = at(-shape.half * reach, 0);
  const [right] = at(shape.half * reach, 0);
  const fade = ctx.createLinearGradient(left, 0, right, 0);
  for (const [stop, colour] of [[0, '#a8968a'], [0.25, '#efe8de'], [0.5, '#faf6ef'], [0.75, '#ece4da'], [1, '#998578']] as const) fade.addColorStop(stop, colour);
  ctx.fillStyle = fade;
  ctx.fill(path);
  const gaps = new Path2D();
  for (const part of [-0.42, -0.22, 0, 0.22, 0.42]) {
    const [x, y] = at(part * shape.half, shape.innerTop + 0.5);
    gaps.moveTo(x, y);
    gaps.lineTo(x, y + height * (0.9 - Math.abs(part) * 0.3));
  }
  line(ctx, gaps, 'rgba(120,96,84,0.16)', 0.7);
}

function drawLips(ctx: Ctx, face: Face, shape: MouthShape, inside: { top: Point[]; bottom: Point[] }, at: Along): void {
  const { skin, person } = face;
  const colour = mix(skin.lip, person.lips.tintColour, person.lips.tint * 0.8);
  const soft = 0.62 + 0.33 * person.lips.tint;
  const outerTop = curveOf(shape, shape.outerTop, ACROSS_TOP, at, shape.bow);
  const outerBottom = curveOf(shape, shape.outerBottom, ACROSS, at);
  const upper = smooth(outerTop);
  trace(upper, [...inside.top].reverse(), false, false);
  upper.closePath();
  const lower = smooth(outerBottom);
  trace(lower, [...inside.bottom].reverse(), false, false);
  lower.closePath();
  const [mx, topY] = at(0, shape.outerTop);
  const [, lowY] = at(0, shape.outerBottom);
  const [, innerY] = at(0, shape.innerBottom);
  ctx.fillStyle = gradientDown(ctx, topY, topY + 9, alpha(mix(colour, skin.shade, 0.3), soft), alpha(darker(colour, 0.26), 0.95));
  ctx.fill(upper);
  ctx.fillStyle = gradientDown(ctx, innerY, lowY, alpha(darker(colour, 0.1), 0.95), alpha(colour, 0.96), alpha(mix(colour, skin.shade, 0.25), soft));
  ctx.fill(lower);
  const shine = lighter(colour, 0.55);
  const thick = lowY - innerY;
  glow(ctx, mx - 4, innerY + thick * 0.45, shape.half * 0.42, Math.max(1, thick * 0.3), alpha(shine, 0.42 + 0.2 * person.lips.tint), alpha(shine, 0));
  if (shape.innerBottom - shape.innerTop < 1.2) {
    ctx.fillStyle = alpha(mix(skin.line, '#3c0f12', 0.4), 0.85);
    ctx.fill(swell(inside.top, [0.6, 1.5, 0.6]));
  } else line(ctx, smooth(inside.bottom), alpha(darker(colour, 0.3), 0.5), 0.7);
}

function drawCorners(ctx: Ctx, face: Face, shape: MouthShape, at: Along): void {
  for (const side of [-1, 1]) {
    const [x, y] = at(side * (shape.half * 0.99), shape.corner);
    glow(ctx, x, y + 0.5, 4.2, 3.6, alpha(face.skin.deep, 0.55), alpha(face.skin.deep, 0));
  }
}
