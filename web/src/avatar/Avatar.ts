// A living character on a canvas of the page. Owns the canvas's drawing, not the element: give each Avatar its own
// canvas, sized by the page's style sheet; several may live side by side. Runs on the page's one thread, at most 30
// frames a second, and rests while the page is hidden.
import { hashText } from './chance';
import { Backing } from './backing';
import { type Figure, drawFigure, makeFigure } from './draw/figure';
import { poseAt } from './motion/pose_at';
import { mouthFromText } from './motion/spelling';
import { type Feeling, type Mode, type MotionState, startState, withFeeling, withMode } from './motion/state';
import { type MouthCue, trackEnd } from './motion/track';
import type { Person } from './person/person';

export interface AvatarOptions {
  seed?: number | string;
  /** Left out: what the reader's system asks for. */
  reducedMotion?: boolean;
  /** Told after each frame that is drawn. */
  onFrame?: () => void;
}

const FRAME_MS = 1000 / 30;
const BUDGET_MS = 15;

export class Avatar {
  private state: MotionState;
  private figure: Figure | null = null;
  private backing: Backing;
  private clock: (() => number) | null = null;
  private request = 0;
  private last = 0;
  private owed = 0;
  private readonly watcher: ResizeObserver;
  private readonly context: CanvasRenderingContext2D | null;

  constructor(private readonly canvas: HTMLCanvasElement, private person: Person, private readonly options: AvatarOptions = {}) {
    const seed = typeof options.seed === 'string' ? hashText(options.seed) : options.seed ?? hashText(person.id);
    this.state = startState(seed, options.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches);
    this.context = canvas.getContext('2d', { alpha: false });
    this.backing = new Backing(Math.min(2, devicePixelRatio || 1), BUDGET_MS);
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(canvas);
    document.addEventListener('visibilitychange', this.onVisibility);
    this.onVisibility();
  }

  setFeeling(feeling: Feeling): void {
    this.state = withFeeling(this.state, feeling, performance.now());
  }

  setMode(mode: Mode): void {
    this.state = withMode(this.state, mode, performance.now());
  }

  setPerson(person: Person): void {
    this.person = person;
    this.figure = null;
  }

  /** Moves the lips along `clock`, the milliseconds of the sound that have been heard. Sets the mode to speaking. */
  speak(mouth: readonly MouthCue[], clock: () => number): void {
    this.state = { ...this.state, mouth };
    this.clock = clock;
    this.setMode('speaking');
  }

  /** Moves the lips for a text without sound; returns how long that takes, in milliseconds. */
  speakText(text: string): number {
    const cues = mouthFromText(text);
    const start = performance.now();
    this.speak(cues, () => performance.now() - start);
    return trackEnd(cues);
  }

  stopSpeaking(): void {
    this.clock = null;
    if (this.state.mode === 'speaking') this.setMode('listening');
  }

  destroy(): void {
    cancelAnimationFrame(this.request);
    this.watcher.disconnect();
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.figure = null;
  }

  private readonly onVisibility = (): void => {
    cancelAnimationFrame(this.request);
    this.last = 0;
    this.owed = FRAME_MS;
    if (!document.hidden) this.request = requestAnimationFrame(this.onFrame);
  };

  /** An accumulator: a screen of 60 or 75 Hz still gives 30 whole frames a second. */
  private readonly onFrame = (time: number): void => {
    this.request = requestAnimationFrame(this.onFrame);
    this.owed = Math.min(this.owed + (this.last ? time - this.last : 0), 2 * FRAME_MS);
    this.last = time;
    if (this.owed < FRAME_MS - 1) return;
    this.owed = Math.max(0, this.owed - FRAME_MS);
    this.draw(performance.now());
  };

  private draw(now: number): void {
    if (!this.context || !this.fit()) return;
    const mouthMs = this.clock ? this.clock() : null;
    if (mouthMs !== null && mouthMs > trackEnd(this.state.mouth) + 120) this.stopSpeaking();
    drawFigure(this.context, this.figure as Figure, poseAt(this.state, now, mouthMs));
    this.options.onFrame?.();
    if (this.backing.took(performance.now() - now)) this.figure = null;
  }

  /** Makes the figure for the canvas's size; false while the canvas has none. */
  private fit(): boolean {
    if (this.figure) return true;
    const width = Math.round(this.canvas.clientWidth * this.backing.step);
    const height = Math.round(this.canvas.clientHeight * this.backing.step);
    if (width < 8 || height < 8) return false;
    this.canvas.width = width;
    this.canvas.height = height;
    this.figure = makeFigure(this.person, width, height);
    return true;
  }

  private resize(): void {
    const width = Math.round(this.canvas.clientWidth * this.backing.step);
    const height = Math.round(this.canvas.clientHeight * this.backing.step);
    if (this.figure && Math.abs(this.figure.width - width) + Math.abs(this.figure.height - height) > 2) this.figure = null;
  }
}
