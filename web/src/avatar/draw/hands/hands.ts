// Hands for a few gestures (hands.json): fingers are thick rounded lines over a palm, with a sleeve. Cached per gesture;
// each frame only moves the finished painting.
import type { Gesture, Pose } from '../../motion/pose';
import { ease } from '../../chance';
import { type Ctx, type Point, gradientAcross, line, smooth, soft, softFill, softLine } from '../brush';
import { alpha, darker, lighter, mix } from '../colour';
import type { Face } from '../face';
import { type Layer, makeLayer, stamp } from '../layer';
import table from './hands.json';

interface HandShape {
  at: number[];
  turn: number;
  from: number[];
  sway: number;
  arm: number[][];
  wrist: number[][];
  palm: number[][];
  fingers: number[][];
  thumb: number[];
  lines: number[][][];
}

export type HandLayers = (gesture: Gesture) => Layer | null;

const shapes = table as unknown as Record<string, HandShape>;
const BOX = { x: -75, y: -125, width: 150, height: 345 };
const points = (list: readonly number[][]): Point[] => list.map(([x, y]): Point => [x as number, y as number]);

/** Paints a hand when its gesture is first made. */
export function handLayers(face: Face, scale: number): HandLayers {
  const made = new Map<Gesture, Layer>();
  return (gesture) => {
    const shape = shapes[gesture];
    if (!shape) return null;
    const found = made.get(gesture) ?? makeLayer(BOX, scale, (ctx) => paintHand(ctx, face, shape));
    made.set(gesture, found);
    return found;
  };
}

export function drawHand(ctx: Ctx, layers: HandLayers, pose: Pose): void {
  const shape = shapes[pose.gesture];
  const layer = pose.hand > 0.01 ? layers(pose.gesture) : null;
  if (!shape || !layer) return;
  const away = 1 - ease(pose.hand);
  ctx.save();
  ctx.translate(shape.at[0]! + shape.from[0]! * away, shape.at[1]! + shape.from[1]! * away - 1.5 * pose.breath - 5 * shape.sway * pose.sway);
  ctx.rotate(shape.turn + shape.sway * pose.sway + 0.35 * away);
  stamp(ctx, layer);
  ctx.restore();
}

const BARE = new Set(['polo', 'scrubs']);
const UNDER = new Set(['hi_vis', 'overall']);

function paintHand(ctx: Ctx, face: Face, shape: HandShape): void {
  const { dress } = face.person;
  const skin = face.skin;
  const base = shape.lines.length ? skin.palm : skin.base;
  const outline = mix(base, skin.deep, 0.9);
  const fingers = [...shape.fingers, shape.thumb];
  const wrist = smooth(points(BARE.has(dress.kind) ? [...shape.wrist.slice(0, 1), ...shape.arm, ...shape.wrist.slice(3)] : shape.wrist), true);
  const palm = smooth(points(shape.palm), true);
  ctx.save();
  ctx.translate(2, 5);
  softFill(ctx, palm, alpha('#000000', 0.4), 9);
  ctx.restore();
  for (const path of [wrist, palm]) line(ctx, path, outline, 1.8);
  for (const finger of fingers) line(ctx, bone(finger), outline, finger[6]! + 1.8);
  ctx.fillStyle = base;
  ctx.fill(wrist);
  ctx.fill(palm);
  shadePalm(ctx, face, palm, wrist);
  for (const finger of fingers) paintFinger(ctx, face, finger, base, outline, shape.lines.length > 0);
  for (const crease of shape.lines) softLine(ctx, points(crease), alpha(skin.deep, 0.55), 1.1, 1.2);
  if (!BARE.has(dress.kind)) paintSleeve(ctx, shape, UNDER.has(dress.kind) ? dress.under : dress.colour, dress.kind === 'blazer' || dress.kind === 'suit_tie' ? dress.under : null);
}

function bone(finger: readonly number[]): Path2D {
  return smooth([[finger[0]!, finger[1]!], [finger[2]!, finger[3]!], [finger[4]!, finger[5]!]]);
}

function shadePalm(ctx: Ctx, face: Face, palm: Path2D, wrist: Path2D): void {
  const { skin } = face;
  for (const path of [wrist, palm]) {
    ctx.fillStyle = gradientAcross(ctx, -34, 36, alpha(skin.light, 0.35), alpha(skin.base, 0), alpha(skin.shade, 0.6));
    ctx.fill(path);
  }
  ctx.save();
  ctx.clip(palm);
  softFill(ctx, smooth([[-8, -24], [12, -26], [16, 2], [2, 14], [-8, 4]], true), alpha(skin.shade, 0.4), 7);
  softFill(ctx, smooth([[-26, 12], [-18, -8], [-10, 8], [-14, 22]], true), alpha(skin.light, 0.45), 5);
  ctx.restore();
}

function paintFinger(ctx: Ctx, face: Face, finger: readonly number[], base: string, outline: string, open: boolean): void {
  const { skin } = face;
  const width = finger[6]!;
  const path = bone(finger);
  soft(ctx, alpha(skin.deep, 0.4), 2.5, () => {
    ctx.translate(1.5, 1);
    ctx.lineCap = 'round';
    ctx.lineWidth = width;
    ctx.stroke(smooth([[(finger[0]! + finger[2]!) / 2, (finger[1]! + finger[3]!) / 2], [finger[4]!, finger[5]!]]));
  });
  line(ctx, path, alpha(outline, 0.5), width + 0.6);
  line(ctx, path, base, width);
  soft(ctx, alpha(skin.shade, 0.8), 3, () => {
    ctx.translate(width * 0.3, 0);
    ctx.lineWidth = width * 0.3;
    ctx.lineCap = 'round';
    ctx.stroke(path);
  });
  soft(ctx, alpha(skin.light, 0.75), 2.5, () => {
    ctx.translate(-width * 0.2, 0);
    ctx.lineWidth = width * 0.28;
    ctx.lineCap = 'round';
    ctx.stroke(path);
  });
  paintJoints(ctx, face, finger, open);
}

function paintJoints(ctx: Ctx, face: Face, finger: readonly number[], open: boolean): void {
  const [x0, y0, x1, y1, x2, y2, width] = finger as [number, number, number, number, number, number, number];
  const tip = Math.atan2(y2 - y1, x2 - x1);
  const [cos, sin] = [Math.cos(tip), Math.sin(tip)];
  for (const [px, py] of [[x1, y1], [x0 + (x1 - x0) * 0.3, y0 + (y1 - y0) * 0.3]] as const) {
    const half = width * 0.34;
    softLine(ctx, [[px + sin * half, py - cos * half], [px - sin * half, py + cos * half]], alpha(face.skin.deep, open ? 0.42 : 0.28), 0.9, 1);
  }
  if (open) return;
  ctx.save();
  ctx.translate(x2 + cos * width * 0.12, y2 + sin * width * 0.12);
  ctx.rotate(tip + Math.PI / 2);
  ctx.fillStyle = alpha(lighter(face.skin.blush, 0.4), 0.55);
  ctx.beginPath();
  ctx.ellipse(0, 0, width * 0.27, width * 0.34, 0, 0, 7);
  ctx.fill();
  ctx.restore();
}

function paintSleeve(ctx: Ctx, shape: HandShape, colour: string, cuff: string | null): void {
  const arm = points(shape.arm);
  const path = new Path2D();
  arm.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
  if (cuff) {
    const band = smooth([[-22, 36], [0, 40], [23, 36], [25, 62], [-25, 62]], true);
    line(ctx, band, alpha('#000000', 0.25), 1);
    ctx.fillStyle = cuff;
    ctx.fill(band);
  }
  softFill(ctx, path, alpha('#000000', 0.45), 6);
  ctx.fillStyle = gradientAcross(ctx, -36, 42, darker(colour, 0.1), lighter(colour, 0.14), colour, darker(colour, 0.4));
  ctx.fill(path);
  line(ctx, smooth([[-25, 46], [0, 50], [26, 46]]), alpha(darker(colour, 0.7), 0.5), 1.2);
  ctx.save();
  ctx.clip(path);
  for (const [y, side] of [[74, 1], [98, -1], [126, 1], [152, -1]] as const) softLine(ctx, [[side * -30, y - 10], [0, y + 4], [side * 30, y + 2]], alpha(darker(colour, 0.7), 0.36), 2.4, 3.5);
  ctx.restore();
}
