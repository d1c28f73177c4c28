// A still picture of a person for lists and cards: the same drawing, once, without movement.
import { type Canvas, makeCanvas, penOf } from './draw/canvas';
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
const SMALL = 120;

/** Draws at the canvas's size in the page (or its width and height, when it is in no page), as sharp as the screen. */
export function drawPortrait(canvas: HTMLCanvasElement, person: Person, options: PortraitOptions = {}): void {
  const sharp = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(canvas.clientWidth * sharp) || canvas.width;
  canvas.height = Math.round(canvas.clientHeight * sharp) || canvas.height;
  paintPortrait(canvas, person, { close: Math.min(canvas.width, canvas.height) / sharp < SMALL, ...options });
}

/** Fills a canvas of any kind; `close` unless it is left out. */
export function paintPortrait(canvas: Canvas, person: Person, options: PortraitOptions): void {
  const pen = penOf(canvas);
  if (!pen) return;
  const { width, height } = canvas;
  const pose = { ...restPose(), ...expressionOf(options.feeling ?? EVEN) };
  if (options.close) paintClose(pen, person, pose, width, height);
  else drawFigure(pen, makeFigure(person, width, height), pose);
}

function paintClose(pen: CanvasRenderingContext2D, person: Person, pose: Pose, width: number, height: number): void {
  const side = Math.max(width, height);
  const size = Math.round((side * 480) / CLOSE.size);
  const whole = makeCanvas(size, size);
  const to = penOf(whole);
  if (!to) return;
  drawFigure(to, makeFigure(person, size, size), pose);
  const unit = size / 480;
  pen.drawImage(whole, CLOSE.x * unit, CLOSE.y * unit, CLOSE.size * unit, CLOSE.size * unit, (width - side) / 2, (height - side) / 2, side, side);
}
