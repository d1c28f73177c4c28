// Characters and portraits that another thread draws, so that the page never waits for a face; on the page's own thread
// where the browser cannot hand a canvas over.
import type { AvatarOptions } from '../Living';
import { mouthFromText } from '../motion/spelling';
import type { Feeling, Mode } from '../motion/state';
import { type MouthCue, trackEnd } from '../motion/track';
import type { Person } from '../person/person';
import { type FromDrawing, nowOnAll, type ToDrawing } from './messages';

/** What can be told to a character, wherever it is drawn. */
export interface Character {
  setPerson(person: Person): void;
  setFeeling(feeling: Feeling): void;
  setMode(mode: Mode): void;
  setRate(perSecond: number): void;
  speak(mouth: readonly MouthCue[], clock: () => number): void;
  speakText(text: string): number;
  stopSpeaking(): void;
  destroy(): void;
}

const kClock_ms = 200;

const canHandOver = (): boolean => typeof OffscreenCanvas === 'function' && 'transferControlToOffscreen' in HTMLCanvasElement.prototype;

let thread: Worker | null = null;
let last = 0;
const awaited = new Map<number, (picture: ImageBitmap) => void>();

function tell(told: ToDrawing, handed: Transferable[] = []): void {
  if (!thread) {
    thread = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    thread.onmessage = ({ data }: MessageEvent<FromDrawing>) => {
      awaited.get(data.id)?.(data.picture);
      awaited.delete(data.id);
    };
  }
  thread.postMessage(told, handed);
}

class Apart implements Character {
  private readonly id = ++last;
  private clock = 0;
  private readonly watcher: ResizeObserver;

  constructor(canvas: HTMLCanvasElement, person: Person, options: AvatarOptions) {
    const { clientWidth: width, clientHeight: height } = canvas;
    const handed = canvas.transferControlToOffscreen();
    const still = options.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { id } = this;
    tell({ does: 'live', id, canvas: handed, person, seed: options.seed ?? person.id, still, screen: devicePixelRatio || 1, width, height }, [handed]);
    this.watcher = new ResizeObserver(() => tell({ does: 'size', id, width: canvas.clientWidth, height: canvas.clientHeight }));
    this.watcher.observe(canvas);
  }
  setPerson(person: Person): void {
    tell({ does: 'person', id: this.id, person });
  }
  setFeeling({ trust, interest, patience }: Feeling): void {
    tell({ does: 'feeling', id: this.id, feeling: { trust, interest, patience } });
  }
  setMode(mode: Mode): void {
    tell({ does: 'mode', id: this.id, mode });
  }
  setRate(rate: number): void {
    tell({ does: 'rate', id: this.id, rate });
  }
  // The sound's clock is the page's; the other thread is told where it stands while it is heard.
  speak(mouth: readonly MouthCue[], clock: () => number): void {
    clearInterval(this.clock);
    const until = trackEnd(mouth);
    tell({ does: 'speak', id: this.id, mouth: mouth.map((cue) => ({ ...cue })), began: nowOnAll() - clock() });
    this.clock = window.setInterval(() => {
      if (clock() > until) clearInterval(this.clock);
      tell({ does: 'clock', id: this.id, began: nowOnAll() - clock() });
    }, kClock_ms);
  }
  speakText(text: string): number {
    const cues = mouthFromText(text);
    const start = performance.now();
    this.speak(cues, () => performance.now() - start);
    return trackEnd(cues);
  }
  stopSpeaking(): void {
    clearInterval(this.clock);
    tell({ does: 'silent', id: this.id });
  }
  destroy(): void {
    clearInterval(this.clock);
    this.watcher.disconnect();
    tell({ does: 'gone', id: this.id });
  }
}

/** A living character on a canvas that a style sheet sizes, and that nobody draws on else. */
export async function livingOn(canvas: HTMLCanvasElement, person: Person, options: AvatarOptions = {}): Promise<Character> {
  if (canHandOver()) return new Apart(canvas, person, options);
  const { Avatar } = await import('../Avatar');
  return new Avatar(canvas, person, options);
}

const SMALL = 120;

/** A still portrait at the canvas's size in the page, as sharp as the screen. */
export async function portrayOn(canvas: HTMLCanvasElement, person: Person, feeling?: Feeling): Promise<void> {
  const pen = canHandOver() ? canvas.getContext('bitmaprenderer') : null;
  if (!pen) return (await import('../Portrait')).drawPortrait(canvas, person, feeling ? { feeling } : {});
  const sharp = Math.min(2, devicePixelRatio || 1);
  const width = Math.round(canvas.clientWidth * sharp);
  const height = Math.round(canvas.clientHeight * sharp);
  if (width < 8 || height < 8) return;
  const id = ++last;
  const drawn = new Promise<ImageBitmap>((done) => awaited.set(id, done));
  tell({ does: 'portrait', id, person, width, height, close: Math.min(width, height) / sharp < SMALL, feeling });
  pen.transferFromImageBitmap(await drawn);
}
