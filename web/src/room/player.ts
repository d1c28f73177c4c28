// Plays an answer as it is made: sentence after sentence without a gap, with what the mouth does and how far it was
// heard. The clock is the sound card's, so lips follow what is heard. Where that stands still (no device, or sound that
// the browser does not let begin) it is the page's: the words are shown at their pace, and what was shown was read.
import type { Sentence } from '../wire/live';

const kRate = 16_000;
const kLead_s = 0.04;
const kStill_s = 0.5; // a sound card that has not moved by then does not

interface Playing {
  sentence: Sentence;
  from: number; // on the sound card's clock, in seconds
  due: number; // the same on the page's
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

const page_s = () => performance.now() / 1000;

export class Player {
  private context: AudioContext | null = null;
  private sources = new Set<AudioBufferSourceNode>();
  private playing: Playing[] = [];
  private free = 0; // when what has come so far is over, on the sound card's clock
  private freeDue = 0; // … and on the page's
  private begun = { sound: 0, page: 0 };
  private ended = false;
  private timers = new Set<number>();

  constructor(private readonly stage: Stage) {}

  /** Browsers let sound begin only after somebody has done something. */
  async wake(): Promise<void> {
    this.context ??= new AudioContext({ latencyHint: 'interactive' });
    if (this.context.state === 'suspended') await this.context.resume();
  }

  get speaking(): boolean {
    return this.playing.length > 0 && !(this.ended && page_s() >= this.over());
  }

  begin(sentence: Sentence): void {
    if (sentence.sentence === 0) {
      this.stop();
      this.begun = { sound: this.now(), page: page_s() };
    }
    const from = Math.max(this.now() + kLead_s, this.free);
    const due = this.stands() ? Math.max(page_s() + kLead_s, this.freeDue) : this.onPage(from);
    const one = { sentence, from, due };
    this.ended = false;
    this.playing.push(one);
    this.free = from;
    this.freeDue = due;
    this.at(due, () => this.stage.onSentence(sentence, () => this.since(one) * 1000));
  }

  add(sound: Int16Array<ArrayBuffer>): void {
    if (!this.context || !this.playing.length || !sound.length) return;
    const buffer = this.context.createBuffer(1, sound.length, kRate);
    const channel = buffer.getChannelData(0);
    for (const [i, value] of sound.entries()) channel[i] = value / 32768;
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.context.destination);
    source.onended = () => this.sources.delete(source);
    source.start(this.free);
    this.sources.add(source);
    this.free += sound.length / kRate;
    this.freeDue += sound.length / kRate;
  }

  /** Nothing more comes; it falls silent when all has been heard. */
  finish(): void {
    this.ended = true;
    this.at(this.over(), () => this.ended && this.stage.onSilence());
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
    this.free = this.freeDue = 0;
    return heard;
  }

  close(): void {
    this.stop();
    void this.context?.close();
    this.context = null;
  }

  private heard(): Heard {
    let bytes = 0;
    for (const one of this.playing) if (this.since(one) >= 0) bytes = heardOf(one.sentence, this.since(one) * 1000);
    return { turn: this.playing[0]?.sentence.turn ?? 0, bytes };
  }

  private now(): number {
    return this.context?.currentTime ?? 0;
  }
  /** Whether no sound has come of this answer, though it should have. */
  private stands(): boolean {
    return this.playing.length > 0 && page_s() - this.begun.page > kStill_s && this.now() === this.begun.sound;
  }
  /** Seconds since its beginning. */
  private since(one: Playing): number {
    return this.stands() ? page_s() - one.due : this.now() - one.from;
  }
  private onPage(sound: number): number {
    return page_s() + sound - this.now();
  }
  private over(): number {
    return this.stands() ? this.freeDue : this.onPage(this.free);
  }

  private at(due: number, then: () => void): void {
    const timer = window.setTimeout(
      () => {
        this.timers.delete(timer);
        then();
      },
      Math.max(0, (due - page_s()) * 1000),
    );
    this.timers.add(timer);
  }
}
