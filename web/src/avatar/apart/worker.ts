// The thread that draws: characters on canvases that were handed over, and portraits as pictures. It knows no page.
import { makeCanvas } from '../draw/canvas';
import { Painted } from '../Painted';
import { paintPortrait } from '../Portrait';
import { nowOnAll, type ToDrawing } from './messages';

interface Living {
  painted: Painted;
  size: [number, number];
  began: number;
}
const living = new Map<number, Living>();

function live(told: Extract<ToDrawing, { does: 'live' }>): void {
  const size: [number, number] = [told.width, told.height];
  const painted = new Painted({ canvas: told.canvas, screen: told.screen, size: () => size }, told.person, { seed: told.seed, reducedMotion: told.still });
  living.set(told.id, { painted, size, began: 0 });
}

function portrait(told: Extract<ToDrawing, { does: 'portrait' }>): void {
  const canvas = makeCanvas(told.width, told.height) as OffscreenCanvas;
  paintPortrait(canvas, told.person, { close: told.close, ...(told.feeling ? { feeling: told.feeling } : {}) });
  const picture = canvas.transferToImageBitmap();
  postMessage({ id: told.id, picture }, { transfer: [picture] });
}

function toOne(one: Living, told: ToDrawing): void {
  if (told.does === 'size') {
    [one.size[0], one.size[1]] = [told.width, told.height];
    one.painted.refit();
  }
  if (told.does === 'person') one.painted.setPerson(told.person);
  if (told.does === 'feeling') one.painted.setFeeling(told.feeling);
  if (told.does === 'mode') one.painted.setMode(told.mode);
  if (told.does === 'speak' || told.does === 'clock') one.began = told.began;
  if (told.does === 'speak') one.painted.speak(told.mouth, () => nowOnAll() - one.began);
  if (told.does === 'rate') one.painted.setRate(told.rate);
  if (told.does === 'silent') one.painted.stopSpeaking();
  if (told.does === 'gone') one.painted.destroy();
}

onmessage = ({ data }: MessageEvent<ToDrawing>) => {
  if (data.does === 'live') return live(data);
  if (data.does === 'portrait') return portrait(data);
  const one = living.get(data.id);
  if (one) toOne(one, data);
  if (data.does === 'gone') living.delete(data.id);
};
