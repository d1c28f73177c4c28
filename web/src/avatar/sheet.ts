// The development page behind avatar.html: draws contact sheets on one canvas. tests/avatar/sheet.mjs asks for them.
import { drawFigure, makeFigure } from './draw/figure';
import { type Pose, type Shape, SHAPES, noShapes, restPose } from './motion/pose';
import type { Person } from './person/person';
import { people } from './person/people';

export interface Cell {
  person: string | Person;
  pose?: Partial<Pose>;
  shape?: Shape;
  /** Part of the figure to show, in stage units: x, y, size. */
  crop?: [number, number, number];
}

function poseOf(cell: Cell): Pose {
  const shapes = cell.shape ? { ...noShapes(), [cell.shape]: 1 } : restPose().shapes;
  return { ...restPose(), ...cell.pose, shapes };
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
    const person = typeof cell.person === 'string' ? people.find((one) => one.id === cell.person) ?? people[0] : cell.person;
    drawFigure(canvas.getContext('2d') as CanvasRenderingContext2D, makeFigure(person as Person, canvas.width, canvas.height), poseOf(cell));
    const unit = canvas.width / 480;
    const [x, y, part] = cell.crop ?? [0, 0, 480];
    ctx.drawImage(canvas, x * unit, y * unit, part * unit, part * unit, gap + (i % columns) * (size + gap), gap + Math.floor(i / columns) * (size + gap), size, size);
  });
}

Object.assign(window, { avatarSheet: { drawSheet, people, SHAPES } });
