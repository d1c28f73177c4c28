// A still picture of a person for lists and cards: the same drawing, once, without movement.
import { drawFigure, makeFigure } from './draw/figure';
import { expressionOf } from './motion/expression';
import { type Pose, restPose } from './motion/pose';
import { EVEN, type Feeling } from './motion/state';
import type { Person } from './person/person';

export interface PortraitOptions {
  feeling?: Feeling;
  /** Head and collar only, for small icons; left out: below 120 CSS pixels. */
  close?: boolean;
}

const CLOSE = { x: 118, y: 62, size: 244 };

/** Draws at the canvas's size in the page (or its width and height, when it is in no page), as sharp as the screen. */
export function drawPortrait(canvas: HTMLCanvasElement, person: Person, options: PortraitOptions = {}): void {
  const sharp = Math.min(2, devicePixelRatio || 1);
  const width = Math.round(canvas.clientWidth * sharp) || canvas.width;
  const height = Math.round(canvas.clientHeight * sharp) || canvas.height;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const pose = { ...restPose(), ...expressionOf(options.feeling ?? EVEN) };
  if (options.close ?? Math.min(width, height) / sharp < 120) drawClose(pen, person, pose, width, height);
  else drawFigure(pen, makeFigure(person, width, height), pose);
}

function drawClose(pen: CanvasRenderingContext2D, person: Person, pose: Pose, width: number, height: number): void {
  const side = Math.max(width, height);
  const whole = document.createElement('canvas');
  whole.width = whole.height = Math.round((side * 480) / CLOSE.size);
  const to = whole.getContext('2d');
  if (!to) return;
  drawFigure(to, makeFigure(person, whole.width, whole.height), pose);
  const unit = whole.width / 480;
  pen.drawImage(whole, CLOSE.x * unit, CLOSE.y * unit, CLOSE.size * unit, CLOSE.size * unit, (width - side) / 2, (height - side) / 2, side, side);
}
