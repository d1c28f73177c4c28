// A cached painting: made once per size, stamped each frame.
import type { Ctx } from './brush';
import { type Canvas, makeCanvas, penOf } from './canvas';

export interface Layer {
  image: Canvas;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** `scale` is pixels per unit; the painter works in units, with the box's own coordinates. */
export function makeLayer(box: Box, scale: number, paint: (ctx: Ctx) => void): Layer {
  const image = makeCanvas(Math.max(1, Math.ceil(box.width * scale)), Math.max(1, Math.ceil(box.height * scale)));
  const ctx = penOf(image);
  if (ctx) {
    ctx.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    paint(ctx);
  }
  return { image, ...box };
}

export function stamp(ctx: Ctx, layer: Layer, dx = 0, dy = 0): void {
  ctx.drawImage(layer.image, layer.x + dx, layer.y + dy, layer.width, layer.height);
}

/** Keeps what lies above (or below) `at`, fading over `over` units; two such halves lie over each other as one. */
export function keepHalf(ctx: Ctx, box: Box, at: number, over: number, above: boolean): void {
  const fade = ctx.createLinearGradient(0, at - over / 2, 0, at + over / 2);
  for (const [stop, part] of [[0, 1], [0.5, 0.68], [1, 0]] as const) fade.addColorStop(above ? stop : 1 - stop, `rgba(0,0,0,${part})`);
  ctx.globalCompositeOperation = 'destination-in';
  ctx.fillStyle = fade;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  ctx.globalCompositeOperation = 'source-over';
}

/** Stamps a layer stretched downwards from `from`, so that what was at `to` comes `drop` units lower: a jaw that opens. */
export function stampStretched(ctx: Ctx, layer: Layer, dx: number, dy: number, from: number, to: number, drop: number): void {
  const stretch = 1 + drop / (to - from);
  ctx.drawImage(layer.image, layer.x + dx, from + dy + (layer.y - from) * stretch, layer.width, layer.height * stretch);
}
