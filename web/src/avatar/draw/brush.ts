// The few strokes everything is painted with. Points are [x, y]; a brush never changes the state of its context for
// whoever paints next.

export type Point = readonly [number, number];
export type Ctx = CanvasRenderingContext2D;

/** Adds a smooth line through the points (Catmull-Rom) to a path. */
export function trace(path: Path2D | Ctx, points: readonly Point[], closed = false, start = true): void {
  const count = points.length;
  const at = (i: number): Point => (closed ? points[(i + count) % count] : points[Math.min(count - 1, Math.max(0, i))]) as Point;
  if (start) path.moveTo(at(0)[0], at(0)[1]);
  for (let i = 0; i < (closed ? count : count - 1); i += 1) {
    const [p, a, b, n] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path.bezierCurveTo(a[0] + (b[0] - p[0]) / 6, a[1] + (b[1] - p[1]) / 6, b[0] - (n[0] - a[0]) / 6, b[1] - (n[1] - a[1]) / 6, b[0], b[1]);
  }
  if (closed) path.closePath();
}

export function smooth(points: readonly Point[], closed = false): Path2D {
  const path = new Path2D();
  trace(path, points, closed);
  return path;
}

export function polygon(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
  return path;
}

export const mirrored = (points: readonly Point[]): Point[] => points.map(([x, y]) => [-x, y]);

/** The right half of an outline from top to bottom becomes the whole one. */
export const bothSides = (right: readonly Point[]): Point[] => [...right, ...mirrored(right.filter(([x]) => x !== 0)).reverse()];

/** Whether a point lies within an outline, taken as straight lines: quick enough to be asked thousands of times. */
export function within(outline: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i, i += 1) {
    const [ax, ay] = outline[i] as Point;
    const [bx, by] = outline[j] as Point;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export interface Bounds {
  left: number;
  top: number;
  wide: number;
  high: number;
}

export function boundsOf(points: readonly Point[]): Bounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, wide: Math.max(...xs) - left, high: Math.max(...ys) - top };
}

/** How much fine detail a painting of this size can show, 0.12 to 1: small portraits need few hairs. */
export const detail = (ctx: Ctx): number => Math.min(1, Math.max(0.12, ctx.getTransform().d * 1.1));

export function cubic(p: readonly number[], t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [a * p[0]! + b * p[2]! + c * p[4]! + d * p[6]!, a * p[1]! + b * p[3]! + c * p[5]! + d * p[7]!];
}

const AWAY = 5000;

/** Paints only the blurred shadow of what `paint` draws: a blur every browser has. For cached layers, not for frames. */
export function soft(ctx: Ctx, colour: string, blur: number, paint: () => void): void {
  const scale = ctx.getTransform().a;
  ctx.save();
  ctx.shadowColor = colour;
  ctx.shadowBlur = blur * scale;
  ctx.shadowOffsetX = AWAY * scale;
  ctx.translate(-AWAY, 0);
  ctx.fillStyle = '#000';
  ctx.strokeStyle = '#000';
  paint();
  ctx.restore();
}

export function softFill(ctx: Ctx, path: Path2D, colour: string, blur: number): void {
  soft(ctx, colour, blur, () => ctx.fill(path));
}

export function softLine(ctx: Ctx, points: readonly Point[], colour: string, width: number, blur: number): void {
  soft(ctx, colour, blur, () => {
    ctx.lineWidth = width;
    ctx.lineCap = 'round';
    ctx.stroke(smooth(points));
  });
}

export function line(ctx: Ctx, path: Path2D, colour: string, width: number): void {
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
}

/** An ellipse of light or colour that fades to nothing. `clear` is the same colour without opacity. */
export function glow(ctx: Ctx, x: number, y: number, rx: number, ry: number, colour: string, clear: string): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1, ry / rx);
  const fade = ctx.createRadialGradient(0, 0, 0, 0, 0, rx);
  fade.addColorStop(0, colour);
  fade.addColorStop(1, clear);
  ctx.fillStyle = fade;
  ctx.fillRect(-rx, -rx, 2 * rx, 2 * rx);
  ctx.restore();
}

/** A line that swells and thins: widths at the start, the middle and the end. */
export function swell(points: readonly Point[], widths: readonly [number, number, number]): Path2D {
  const left: Point[] = [];
  const right: Point[] = [];
  const last = points.length - 1;
  points.forEach(([x, y], i) => {
    const [ax, ay] = points[Math.max(0, i - 1)] as Point;
    const [bx, by] = points[Math.min(last, i + 1)] as Point;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const t = (i / last) * 2;
    const width = (t < 1 ? widths[0] + (widths[1] - widths[0]) * t : widths[1] + (widths[2] - widths[1]) * (t - 1)) / 2;
    const [nx, ny] = [(-(by - ay) / length) * width, ((bx - ax) / length) * width];
    left.push([x + nx, y + ny]);
    right.unshift([x - nx, y - ny]);
  });
  const path = smooth(left);
  const end = right[0] as Point;
  path.lineTo(end[0], end[1]);
  trace(path, right, false, false);
  path.closePath();
  return path;
}

export function gradientDown(ctx: Ctx, top: number, bottom: number, ...colours: string[]): CanvasGradient {
  const fade = ctx.createLinearGradient(0, top, 0, bottom);
  colours.forEach((colour, i) => fade.addColorStop(i / (colours.length - 1), colour));
  return fade;
}

export function gradientAcross(ctx: Ctx, left: number, right: number, ...colours: string[]): CanvasGradient {
  const fade = ctx.createLinearGradient(left, 0, right, 0);
  colours.forEach((colour, i) => fade.addColorStop(i / (colours.length - 1), colour));
  return fade;
}
