// What every living character has, however it is drawn: a state that is told what the customer feels and does, a mouth
// that follows the sound's clock, and a loop of at most 30 frames a second that rests while the page is hidden.
import { hashText } from './chance';
import type { Pose } from './motion/pose';
import { poseAt } from './motion/pose_at';
import { mouthFromText } from './motion/spelling';
import { type Feeling, type Mode, type MotionState, startState, withFeeling, withMode } from './motion/state';
import { type MouthCue, trackEnd } from './motion/track';

export interface AvatarOptions {
  /** Chance starts here: the same seed moves the same way. */
  seed?: number | string;
  /** Left out: what the reader's system asks for. */
  reducedMotion?: boolean;
  /** Told after each frame that is drawn. */
  onFrame?: () => void;
}

const RATE = 30;
// Nothing in a worker, which is told what the page knows.
const inPage = typeof document === 'undefined' ? null : document;

export abstract class Living {
  private state: MotionState;
  private clock: (() => number) | null = null;
  private request = 0;
  private last = 0;
  private owed = 0;
  private frame_ms = 1000 / RATE;

  constructor(seed: number | string, private readonly options: AvatarOptions) {
    const number = typeof seed === 'string' ? hashText(seed) : seed;
    this.state = startState(number, options.reducedMotion ?? inPage?.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? false);
    inPage?.addEventListener('visibilitychange', this.wake);
  }

  /** Draws one frame; false when there was nothing to draw on yet. */
  protected abstract draw(pose: Pose): boolean;

  setFeeling(feeling: Feeling): void {
    this.state = withFeeling(this.state, feeling, performance.now());
  }

  setMode(mode: Mode): void {
    this.state = withMode(this.state, mode, performance.now());
  }

  /** Moves the lips along `clock`, the milliseconds of the sound that have been heard; sets the mode to speaking. */
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

  /** Closes the mouth; who was speaking listens. Also happens by itself at the end of the mouth's track. */
  stopSpeaking(): void {
    this.clock = null;
    if (this.state.mode === 'speaking') this.setMode('listening');
  }

  destroy(): void {
    cancelAnimationFrame(this.request);
    inPage?.removeEventListener('visibilitychange', this.wake);
  }

  /** So many frames a second at most; 30 unless somebody says so. */
  setRate(perSecond: number): void {
    this.frame_ms = 1000 / perSecond;
  }

  /** Draws at once, beside the loop: for a picture of this instant. */
  drawNow(): void {
    this.draw(this.poseNow());
  }

  /** Starts or rests the loop, as the page is seen or hidden. */
  protected readonly wake = (): void => {
    cancelAnimationFrame(this.request);
    this.last = 0;
    this.owed = this.frame_ms;
    if (!inPage?.hidden) this.request = requestAnimationFrame(this.onScreen);
  };

  /** An accumulator: screens of 60, 75 or 144 Hz all give 30 whole frames a second. */
  private readonly onScreen = (time: number): void => {
    this.request = requestAnimationFrame(this.onScreen);
    const gap = this.last ? time - this.last : 0;
    this.last = time;
    this.owed = Math.min(this.owed + gap, 2 * this.frame_ms);
    if (this.owed < this.frame_ms - 1) return;
    this.owed = Math.max(0, this.owed - this.frame_ms);
    if (this.draw(this.poseNow())) this.options.onFrame?.();
  };

  private poseNow(): Pose {
    const mouthMs = this.clock ? this.clock() : null;
    if (mouthMs !== null && mouthMs > trackEnd(this.state.mouth) + 120) this.stopSpeaking();
    return poseAt(this.state, performance.now(), this.clock ? mouthMs : null);
  }
}
