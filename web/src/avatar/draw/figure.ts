// Puts a person together: which paintings are cached, in which order they and the living parts are drawn.
import { type Lips, lipsOf } from '../motion/lips';
import type { Pose } from '../motion/pose';
import type { Person } from '../person/person';
import { type Ctx, type Point, smooth } from './brush';
import { paintDress } from './dress/dress';
import { type Face, faceOf, outlineOf } from './face';
import { paintGlasses } from './head/glasses';
import { paintBeard } from './head/beard';
import { drawBrows } from './head/brows';
import { paintEars } from './head/ears';
import { drawEyes } from './head/eyes';
import { drawFolds } from './head/folds';
import { drawMouth, jawDrop } from './head/mouth';
import { paintNose } from './head/nose';
import { paintSkin } from './head/skin';
import { paintBackHair, paintFrontHair } from './hair/hair';
import { paintHeadwear } from './cover/headwear';
import { type Layer, keepHalf, makeLayer, stamp, stampStretched } from './layer';
import { paintPlace } from './place/place';
import { type HandLayers, drawHand, handLayers } from './hands/hands';
import { type View, turn, viewOf } from './view';

export const STAGE = 480;
const HEAD = { x: 240, y: 194 };
const NECK = 96;
/** So much of the stage's width is always seen: in a tall picture the shoulders end beside it. */
const NARROW = 345;

export interface Figure {
  person: Person;
  face: Face;
  width: number;
  height: number;
  scale: number;
  left: number;
  top: number;
  place: Layer;
  torso: Layer;
  backHair: Layer;
  ears: Layer;
  skin: Layer;
  /** `full`: stands out beyond the face's outline. */
  beard: { cheeks: Layer; chin: Layer; full: boolean } | null;
  nose: Layer;
  frontHair: Layer;
  glasses: Layer | null;
  headwear: Layer | null;
  hands: HandLayers;
}

const HEAD_BOX = { x: -130, y: -185, width: 260, height: 400 };
const FACE_BOX = { x: -92, y: -122, width: 184, height: 252 };

/** Paints all that is cached, for a canvas of width × height pixels. */
export function makeFigure(person: Person, width: number, height: number): Figure {
  const face = faceOf(person);
  const scale = Math.min(height / STAGE, width / NARROW);
  const left = (width - STAGE * scale) / 2;
  const top = height - STAGE * scale;
  const head = (paint: (ctx: Ctx) => void, box = HEAD_BOX): Layer => makeLayer(box, scale, paint);
  return {
    person, face, width, height, scale, left, top,
    place: makeLayer({ x: 0, y: 0, width, height }, 1, (ctx) => paintPlace(ctx, person, width, height)),
    torso: makeLayer({ x: 20, y: 250, width: 440, height: 250 }, scale, (ctx) => paintDress(ctx, face)),
    backHair: head((ctx) => paintBackHair(ctx, face)),
    ears: head((ctx) => paintEars(ctx, face), { x: -100, y: -30, width: 200, height: 90 }),
    skin: head((ctx) => paintSkin(ctx, face), FACE_BOX),
    beard: beardOf(face, scale),
    nose: head((ctx) => paintNose(ctx, face), { x: -40, y: -30, width: 80, height: 110 }),
    frontHair: head((ctx) => paintFrontHair(ctx, face)),
    glasses: person.glasses.style === 'none' ? null : head((ctx) => paintGlasses(ctx, face), { x: -90, y: -40, width: 180, height: 90 }),
    headwear: person.headwear.kind === 'none' ? null : head((ctx) => paintHeadwear(ctx, face), { x: -140, y: -190, width: 280, height: 440 }),
    hands: handLayers(face, scale),
  };
}

const BEARD_BOX = { x: -95, y: -20, width: 190, height: 180 };

/** A beard in two halves: the chin's goes down with the jaw, the cheeks' stays. */
function beardOf(face: Face, scale: number): Figure['beard'] {
  const { style } = face.person.beard;
  if (style === 'none') return null;
  const whole = makeLayer(BEARD_BOX, scale, (ctx) => paintBeard(ctx, face));
  const half = (above: boolean): Layer => makeLayer(BEARD_BOX, scale, (ctx) => {
    stamp(ctx, whole);
    keepHalf(ctx, BEARD_BOX, face.noseY + 13, 14, above);
  });
  return { cheeks: half(true), chin: half(false), full: style === 'full' };
}

export function drawFigure(ctx: Ctx, figure: Figure, pose: Pose): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  stamp(ctx, figure.place);
  ctx.setTransform(figure.scale, 0, 0, figure.scale, figure.left, figure.top);
  const view = viewOf(pose);
  ctx.save();
  toHead(ctx, pose, 0.8);
  stamp(ctx, figure.backHair, -6 * view.sinYaw, 4 * view.sinPitch);
  ctx.restore();
  stamp(ctx, figure.torso, 0.4 * pose.lean, -1.4 * pose.breath);
  ctx.save();
  toHead(ctx, pose, 1);
  drawHead(ctx, figure, pose, view);
  ctx.restore();
  drawHand(ctx, figure.hands, pose);
}

function toHead(ctx: Ctx, pose: Pose, part: number): void {
  ctx.translate(HEAD.x + 10 * Math.sin(pose.yaw) * part, HEAD.y + NECK - 1.2 * pose.breath - 5 * Math.sin(pose.pitch));
  ctx.rotate(pose.roll * part);
  const near = 1 + 0.025 * pose.lean;
  ctx.scale(near, near);
  ctx.translate(0, -NECK);
}

function drawHead(ctx: Ctx, figure: Figure, pose: Pose, view: View): void {
  const { face } = figure;
  const lips: Lips = lipsOf(pose.shapes);
  const drop = jawDrop(lips) + 2.2 * pose.teeth;
  const shift = (depth: number): [number, number] => [depth * view.sinYaw, -depth * view.sinPitch];
  const [ex, ey] = shift(-8);
  stamp(ctx, figure.ears, ex, ey);
  ctx.save();
  ctx.clip(smooth(turned(outlineOf(face, drop), view), true));
  const [sx, sy] = shift(44);
  stamp(ctx, figure.skin, sx, sy);
  if (drop > 0.2) drawJaw(ctx, figure, sx, sy, drop);
  if (figure.beard && !figure.beard.full) drawBeard(ctx, figure, view, drop);
  drawFolds(ctx, face, pose, view);
  ctx.restore();
  drawFeatures(ctx, figure, pose, view, drop);
}

function turned(right: ReturnType<typeof outlineOf>, view: View): Point[] {
  const left = right.slice(1, -1).reverse().map(([x, y, z]): [number, number, number] => [-x, y, z]);
  return [...right, ...left].map(([x, y, z]) => turn(view, x, y, z));
}

function drawFeatures(ctx: Ctx, figure: Figure, pose: Pose, view: View, drop: number): void {
  const { face } = figure;
  const put = (layer: Layer | null, depth: number): void => {
    if (layer) stamp(ctx, layer, depth * view.sinYaw, -depth * view.sinPitch);
  };
  if (figure.beard?.full) drawBeard(ctx, figure, view, drop);
  drawMouth(ctx, face, pose, view);
  put(figure.nose, 82);
  drawEyes(ctx, face, pose, view);
  drawBrows(ctx, face, pose, view);
  put(figure.glasses, 76);
  put(figure.frontHair, 20);
  put(figure.headwear, 12);
}

/** The lower face again, stretched over the still one; both agree where they meet. */
function drawJaw(ctx: Ctx, figure: Figure, dx: number, dy: number, drop: number): void {
  const from = figure.face.noseY + 6;
  const below = new Path2D();
  below.rect(-140, from + dy, 280, 200);
  ctx.save();
  ctx.clip(below);
  stampStretched(ctx, figure.skin, dx, dy, from, figure.face.chinY, drop);
  ctx.restore();
}

function drawBeard(ctx: Ctx, figure: Figure, view: View, drop: number): void {
  if (!figure.beard) return;
  const [dx, dy] = [46 * view.sinYaw, -46 * view.sinPitch];
  stamp(ctx, figure.beard.cheeks, dx, dy);
  stampStretched(ctx, figure.beard.chin, dx, dy, figure.face.noseY + 10, figure.face.chinY, drop);
}
