// The development page behind avatar.html: draws contact sheets on one canvas. tests/avatar/sheet.mjs asks for them.
import { Avatar } from './Avatar';
import { drawFigure, makeFigure } from './draw/figure';
import { type Pose, type Shape, SHAPES, noShapes, restPose } from './motion/pose';
import { poseAt } from './motion/pose_at';
import { startState, withMode } from './motion/state';
import type { Person } from './person/person';
import { people } from './person/people';

export interface Cell {
  person: string | Person;
  pose?: Partial<Pose>;
  shape?: Shape;
  /** A time in ms: the pose is then the motion's, of seed 7, listening. */
  at?: number;
  /** Part of the figure to show, in stage units: x, y, size. */
  crop?: [number, number, number];
}

function poseOf(cell: Cell): Pose {
  if (cell.at !== undefined) return poseAt(withMode(startState(7), 'listening', 0), cell.at, null);
  const shapes = cell.shape ? { ...noShapes(), [cell.shape]: 1 } : restPose().shapes;
  return { ...restPose(), ...cell.pose, shapes };
}

function personOf(cell: Cell): Person {
  return typeof cell.person === 'string' ? (people.find((one) => one.id === cell.person) ?? (people[0] as Person)) : cell.person;
}

/** The share of pixels that differ between two cells within an area of the stage. */
function difference(one: Cell, two: Cell, [x, y, width, height]: [number, number, number, number]): number {
  const [a, b] = [one, two].map((cell) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 480;
    const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
    drawFigure(ctx, makeFigure(personOf(cell), 480, 480), poseOf(cell));
    return new Uint32Array(ctx.getImageData(x, y, width, height).data.buffer);
  }) as [Uint32Array, Uint32Array];
  return a.reduce((sum, value, i) => sum + (value === b[i] ? 0 : 1), 0) / a.length;
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

/** Starts `count` speaking characters of 480 × 480 CSS pixels, counts the frames they draw. */
function startLive(count: number): void {
  (document.getElementById('sheet') as HTMLCanvasElement).hidden = true;
  live = people.slice(0, count).map((person) => {
    const canvas = document.createElement('canvas');
    canvas.className = 'live';
    canvas.width = canvas.height = 480;
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

Object.assign(window, { avatarSheet: { drawSheet, difference, people, SHAPES, startLive, stopLive, frames: () => drawn } });
