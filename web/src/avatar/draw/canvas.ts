// A canvas to paint on, in a page or in a worker, where there is no page.
import type { Ctx } from './brush';

export type Canvas = HTMLCanvasElement | OffscreenCanvas;

export function makeCanvas(width: number, height: number): Canvas {
  if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** Both kinds paint alike; what only the page's can do is not used. */
export const penOf = (canvas: Canvas, options?: CanvasRenderingContext2DSettings): Ctx | null => canvas.getContext('2d', options) as Ctx | null;
