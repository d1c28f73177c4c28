// Plays an answer as it is made: sentence after sentence without a gap, with what the mouth does and how far it was
// heard. The clock is the sound card's, so lips follow what is heard.
import type { Sentence } from '../wire/live';

const kRate = 16_000;
const kLead_s = 0.04;

interface Playing {
  sentence: Sentence;
  from: number; // on the sound card's clock, in seconds
  until: number; // of what has come so far
}

export interface Heard {
  turn: number;
  bytes: number;
}

export interface Stage {
  /** A sentence begins; `clock` gives milliseconds since its beginning. */
  onSentence(sentence: Sentence, clock: () => number): void;
  onSilence(): void;
}

/** How far a sentence was heard after so many milliseconds: a word counts once it is said to its end. */
export function heardOf(sentence: Sentence, played_ms: number): number {
  if (played_ms >= sentence.duration_ms) return sentence.end;
  let heard = sentence.begin;
  for (const [, to, , end] of sentence.words) if (to <= played_ms) heard = end;
  return heard;
}

export class Player {
  private context: AudioContext | null = null;
  private sources = new Set<AudioBufferSourceNode>();
  private playing: Playing[] = [];
  private free = 0;
  private ended = false;
  private timers = new Set<number>();

  constructor(private readonly stage: Stage) {}

  /** Browsers let sound begin only after somebody has done something. */
  async wake(): Promise<void> {
    this.context ??= new AudioContext({ latencyHint: 'interactive' });
    if (this.context.state === 'suspended') await this.context.resume();
  }

  get speaking(): boolean {
    return this.playing.length > 0 && !(this.ended && this.now() >= this.free);
  }

  begin(sentence: Sentence): void {
    if (sentence.sentence === 0) this.stop();
    const from = Math.max(this.now() + kLead_s, this.free);
    this.ended = false;
    this.playing.push({ sentence, from, until: from });
    this.free = from;
    this.at(from, () => this.stage.onSentence(sentence, () => (this.now() - from) * 1000));
  }

  add(sound: Int16Array<ArrayBuffer>): void {
    const last = this.playing.at(-1);
    if (!this.context || !last || !sound.length) return;
    const buffer = this.context.createBuffer(1, sound.length, kRate);
    const channel = buffer.getChannelData(0);
    for (const [i, value] of sound.entries()) channel[i] = value / 32768;
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.context.destination);
    source.onended = () => this.sources.delete(source);
    source.start(this.free);
    this.sources.add(source);
    this.free = last.until = this.free + sound.length / kRate;
  }

  /** Nothing more comes; it falls silent when all has been heard. */
  finish(): void {
    this.ended = true;
    this.at(this.free, () => this.ended && this.stage.onSilence());
  }

  /** Falls silent at once; how far the answer was heard, or null when nothing was being said. */
  stop(): Heard | null {
    const heard = this.speaking ? this.heard() : null;
    for (const source of this.sources) source.stop();
    for (const timer of this.timers) clearTimeout(timer);
    this.sources.clear();
    this.timers.clear();
    if (this.playing.length) this.stage.onSilence();
    this.playing = [];
    this.free = 0;
    return heard;
  }

  close(): void {
    this.stop();
    void this.context?.close();
    this.context = null;
  }

  private heard(): Heard {
    const now = this.now();
    let bytes = 0;
    for (const one of this.playing) if (one.from <= now) bytes = heardOf(one.sentence, (now - one.from) * 1000);
    return { turn: this.playing[0]?.sentence.turn ?? 0, bytes };
  }

  private now(): number {
    return this.context?.currentTime ?? 0;
  }

  private at(time: number, then: () => void): void {
    const timer = window.setTimeout(
      () => {
        this.timers.delete(timer);
        then();
      },
      Math.max(0, (time - this.now()) * 1000),
    );
    this.timers.add(timer);
  }
}
