// The development page behind avatar.html: draws contact sheets on one canvas. tests/avatar/sheet.mjs asks for them.
import { Avatar } from './Avatar';
import { penOf } from './draw/canvas';
import { drawFigure, makeFigure } from './draw/figure';
import { type Pose, type Shape, SHAPES, noShapes, restPose } from './motion/pose';
import { poseAt } from './motion/pose_at';
import { mouthFromText } from './motion/spelling';
import { startState, withMode } from './motion/state';
import type { Person } from './person/person';
import { drawPortrait } from './Portrait';
import { people } from './person/people';

export interface Cell {
  person: string | Person;
  pose?: Partial<Pose>;
  shape?: Shape;
  /** A time in ms: the pose is then the motion's, of seed 7, listening. */
  at?: number;
  /** With `at`: the pose while this is said, from 20 s on. */
  speaks?: string;
  /** Part of the figure to show, in stage units: x, y, size. */
  crop?: [number, number, number];
}

function poseOf(cell: Cell): Pose {
  if (cell.at !== undefined && cell.speaks) return poseAt({ ...withMode(startState(7), 'speaking', 15_000), mouth: mouthFromText(cell.speaks) }, cell.at, cell.at - 20_000);
  if (cell.at !== undefined) return poseAt(withMode(startState(7), 'listening', 0), cell.at, null);
  const shapes = cell.shape ? { ...noShapes(), [cell.shape]: 1 } : restPose().shapes;
  return { ...restPose(), ...cell.pose, shapes };
}

function personOf(cell: Cell): Person {
  return typeof cell.person === 'string' ? (people.find((one) => one.id === cell.person) ?? (people[0] as Person)) : cell.person;
}

/** The share of pixels of an area of the stage in which two cells differ by more than `least` (of 255) in a channel. */
function difference(one: Cell, two: Cell, [x, y, width, height]: [number, number, number, number], least: number): number {
  const [a, b] = [one, two].map((cell) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 480;
    const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
    drawFigure(ctx, makeFigure(personOf(cell), 480, 480), poseOf(cell));
    return ctx.getImageData(x, y, width, height).data;
  }) as [Uint8ClampedArray, Uint8ClampedArray];
  let count = 0;
  for (let i = 0; i < a.length; i += 4) if ([0, 1, 2].some((k) => Math.abs((a[i + k] as number) - (b[i + k] as number)) > least)) count += 1;
  return (count * 4) / a.length;
}

export function drawSheet(cells: Cell[], columns: number, size: number): void {
  const sheet = document.getElementById('sheet') as HTMLCanvasElement;
  const gap = 6;
  sheet.width = columns * (size + gap) + gap;
  sheet.height = Math.ceil(cells.length / columns) * (size + gap) + gap;
  const ctx = sheet.getContext('2d') as CanvasRenderingContext2D;
  ctx.fillStyle = '#15191d';
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  cells.forEach((cell, i) => {
    const zoom = cell.crop ? 480 / cell.crop[2] : 1;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(size * zoom);
    drawFigure(canvas.getContext('2d') as CanvasRenderingContext2D, makeFigure(personOf(cell), canvas.width, canvas.height), poseOf(cell));
    const unit = canvas.width / 480;
    const [x, y, part] = cell.crop ?? [0, 0, 480];
    ctx.drawImage(canvas, x * unit, y * unit, part * unit, part * unit, gap + (i % columns) * (size + gap), gap + Math.floor(i / columns) * (size + gap), size, size);
  });
}

let live: Avatar[] = [];
let drawn = 0;

/** Starts `count` speaking characters of width × height CSS pixels, counts the frames they draw. */
function startLive(count: number, width = 480, height = 480): void {
  (document.getElementById('sheet') as HTMLCanvasElement).hidden = true;
  live = people.slice(0, count).map((person) => {
    const canvas = document.createElement('canvas');
    canvas.className = 'live';
    canvas.width = width;
    canvas.height = height;
    document.body.append(canvas);
    const avatar = new Avatar(canvas, person, { seed: 7, onFrame: () => { drawn += 1; } });
    avatar.setFeeling({ trust: 65, interest: 75, patience: 60 });
    avatar.speakText('We lose about four hours on that line every week, and nobody upstairs believes the number. '.repeat(8));
    return avatar;
  });
}

function stopLive(): number[] {
  const sizes = [...document.querySelectorAll<HTMLCanvasElement>('canvas.live')].map((canvas) => canvas.width);
  for (const avatar of live) avatar.destroy();
  for (const canvas of document.querySelectorAll('canvas.live')) canvas.remove();
  return sizes;
}

async function mountEditor(): Promise<void> {
  const { mount } = await import('svelte');
  const { default: CharacterEditor } = await import('./editor/CharacterEditor.svelte');
  document.body.replaceChildren();
  mount(CharacterEditor, { target: document.body });
}

/** Three at one table; the page speaks for one of them and can be told for whom. */
async function mountGroup(): Promise<void> {
  const { mount } = await import('svelte');
  const { default: TryGroup } = await import('./group/TryGroup.svelte');
  document.body.replaceChildren();
  mount(TryGroup, { target: document.body });
}

/** Portraits as the pages use them: small round ones, wide and tall ones, on the page itself. */
function showPortraits(): void {
  document.body.replaceChildren();
  const put = (id: number, width: number, height: number): void => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    document.body.append(canvas, ' ');
    drawPortrait(canvas, people[id % people.length] as Person);
  };
  people.forEach((_, i) => put(i, 48, 48));
  people.forEach((_, i) => put(i, 80, 80));
  for (const [id, width, height] of [[0, 300, 400], [1, 480, 270], [5, 200, 360], [8, 640, 240]] as const) put(id, width, height);
}

/** How long the paintings of each person take, in milliseconds. */
function timeFigures(size: number): number[] {
  return people.map((person) => {
    const start = performance.now();
    const figure = makeFigure(person, size, size);
    penOf(figure.frontHair.image)?.getImageData(0, 0, 1, 1);
    return Math.round(performance.now() - start);
  });
}

/** Loads a GLB given as base64 and holds the shape aa; the share of pixels that moved against a still mouth. */
async function tryOwn(base64: string): Promise<number> {
  const { loadOwnAvatar } = await import('./own/OwnAvatar');
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 200;
  document.body.append(canvas);
  const avatar = await loadOwnAvatar(canvas, Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer, { seed: 1, reducedMotion: true });
  const grab = (): Promise<Uint8ClampedArray> => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
    const copy = document.createElement('canvas');
    copy.width = copy.height = 200;
    const pen = copy.getContext('2d') as CanvasRenderingContext2D;
    avatar.drawNow();
    pen.drawImage(canvas, 0, 0, 200, 200);
    done(pen.getImageData(0, 0, 200, 200).data);
  }, 100)));
  const still = await grab();
  avatar.speak([{ from_ms: 0, shape: 'aa', weight: 1 }], () => 100);
  const open = await grab();
  avatar.destroy();
  canvas.remove();
  return open.reduce((sum, value, i) => sum + (Math.abs(value - (still[i] as number)) > 20 ? 1 : 0), 0) / open.length;
}

Object.assign(window, { avatarSheet: { drawSheet, difference, people, SHAPES, startLive, stopLive, mountGroup, frames: () => drawn, mountEditor, tryOwn, showPortraits, timeFigures } });
