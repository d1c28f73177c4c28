// The room behind a person, out of focus: flat marks (places.json) painted small and blown up twice, which blurs in
// every browser. Cached.
import { type Ctx, glow, gradientDown } from '../brush';
import { type Canvas, makeCanvas, penOf } from '../canvas';
import type { Person } from '../../person/person';
import places from './places.json';

type Mark = ['rect', number, number, number, number, string] | ['disc', number, number, number, string];
interface Place {
  wall: string[];
  marks: Mark[];
}

export const PLACES = Object.keys(places);

function canvasOf(size: number): [Canvas, Ctx] {
  const canvas = makeCanvas(size, size);
  const ctx = penOf(canvas) as Ctx;
  ctx.imageSmoothingQuality = 'high';
  return [canvas, ctx];
}

function paintMarks(ctx: Ctx, place: Place): void {
  ctx.fillStyle = gradientDown(ctx, 0, 480, ...place.wall);
  ctx.fillRect(0, 0, 480, 480);
  for (const mark of place.marks) {
    ctx.fillStyle = mark[mark.length - 1] as string;
    ctx.beginPath();
    if (mark[0] === 'rect') ctx.rect(mark[1], mark[2], mark[3], mark[4]);
    else ctx.arc(mark[1], mark[2], mark[3], 0, 7);
    ctx.fill();
  }
}

export function paintPlace(ctx: Ctx, person: Person, width: number, height: number): void {
  const place = (places as unknown as Record<string, Place>)[person.place] ?? (places.office as unknown as Place);
  const [sharp, pen] = canvasOf(240);
  pen.scale(0.5, 0.5);
  paintMarks(pen, place);
  let image = sharp;
  for (const size of [80, 40, 120, 60, 240]) {
    const [next, to] = canvasOf(size);
    to.drawImage(image, 0, 0, size, size);
    image = next;
  }
  const side = Math.max(width, height) * 1.04;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
  glow(ctx, width * 0.3, height * 0.15, width * 0.7, height * 0.6, 'rgba(255,250,238,0.3)', 'rgba(255,250,238,0)');
  glow(ctx, width * 0.52, height * 0.5, width * 0.42, height * 0.5, 'rgba(18,20,24,0.14)', 'rgba(18,20,24,0)');
  ctx.fillStyle = gradientDown(ctx, 0, height, 'rgba(20,22,26,0)', 'rgba(20,22,26,0.06)', 'rgba(20,22,26,0.3)');
  ctx.fillRect(0, 0, width, height);
}
