// A cached painting: made once per size, stamped each frame.
import type { Ctx } from './brush';

export interface Layer {
  image: HTMLCanvasElement;
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
  const image = document.createElement('canvas');
  image.width = Math.max(1, Math.ceil(box.width * scale));
  image.height = Math.max(1, Math.ceil(box.height * scale));
  const ctx = image.getContext('2d');
  if (ctx) {
    ctx.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    paint(ctx);
  }
  return { image, ...box };
}

export function stamp(ctx: Ctx, layer: Layer, dx = 0, dy = 0): void {
  ctx.drawImage(layer.image, layer.x + dx, layer.y + dy, layer.width, layer.height);
}

/** Stamps a layer whose part below `from` is stretched by `drop` units at `to`: a jaw that opens. */
export function stampStretched(ctx: Ctx, layer: Layer, dx: number, dy: number, from: number, to: number, drop: number): void {
  const { image, x, y, width, height } = layer;
  const cut = Math.round(((from - y) / height) * image.height);
  const above = (cut / image.height) * height;
  const stretch = 1 + drop / (to - from);
  ctx.drawImage(image, 0, 0, image.width, cut, x + dx, y + dy, width, above);
  ctx.drawImage(image, 0, cut, image.width, image.height - cut, x + dx, y + dy + above - 0.02, width, (height - above) * stretch);
}
