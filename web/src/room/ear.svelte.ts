// Speaking instead of typing: hands free, where a turn is said when it was heard to its end, or by holding a key, where
// what was heard is put into the line to be looked at first.
import type { Heard, LiveTalk } from '../wire/live';
import { Microphone } from './microphone';

export type Way = 'type' | 'hold' | 'free';

export interface Mouth {
  /** Whether the customer is being heard just now. */
  speaking(): boolean;
  /** The rep takes the turn. */
  breakIn(): void;
  /** A turn was heard: to be said, or looked at first. */
  onTurn(text: string, atOnce: boolean): void;
}

const kPatience = 'praxis.patience';

export class Ear {
  way = $state<Way>('type');
  open = $state(false);
  partial = $state('');
  noisy = $state(false);
  unclear = $state(false);
  /** The rep has just fallen silent, perhaps for good. */
  paused = $state(false);
  refused = $state('');
  patience = $state(Number(localStorage.getItem(kPatience) ?? 0));

  private readonly microphone: Microphone;

  constructor(
    private readonly live: LiveTalk,
    private readonly mouth: Mouth,
  ) {
    this.microphone = new Microphone((sound) => this.live.sound(sound, this.mouth.speaking()));
  }

  async choose(way: Way): Promise<void> {
    this.way = way;
    this.refused = '';
    if (way === 'free') await this.listen();
    else this.shut();
  }
  setPatience(ms: number): void {
    this.patience = ms;
    localStorage.setItem(kPatience, String(ms));
    if (this.open) this.live.listen(true, ms);
  }
  /** A key is held; let go, what was begun is a turn. */
  async hold(): Promise<void> {
    this.mouth.breakIn();
    await this.listen();
  }
  release(): void {
    if (this.way !== 'hold' || !this.open) return;
    this.live.hush();
    this.microphone.stop();
    this.open = false;
  }
  shut(): void {
    this.microphone.stop();
    if (this.open) this.live.listen(false, this.patience);
    this.open = this.paused = false;
    this.partial = '';
  }
  /** After a connection came back. */
  again(): void {
    if (this.open) this.live.listen(true, this.patience);
  }
  refuse(why: string): void {
    this.shut();
    this.way = 'type';
    this.refused = why;
  }

  onHeard(heard: Heard): void {
    this.paused = heard.what === 'paused' && this.way === 'free';
    if (heard.what === 'began') this.onBegan();
    if (heard.what === 'partial') this.partial = heard.text ?? '';
    if (heard.what === 'noisy') this.noisy = true;
    if (heard.what === 'unclear') this.unclear = true;
    if (heard.what === 'turn') {
      this.partial = '';
      this.mouth.onTurn(heard.text ?? '', this.way === 'free');
    }
  }

  private onBegan(): void {
    this.unclear = false;
    this.mouth.breakIn();
  }

  private async listen(): Promise<void> {
    try {
      await this.microphone.start();
    } catch {
      return this.refuse('microphone');
    }
    this.open = true;
    this.live.listen(true, this.patience);
  }
}
