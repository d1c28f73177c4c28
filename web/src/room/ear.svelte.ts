// Speaking instead of typing: hands free, where a turn is said when it was heard to its end, or by holding a key, where
// what was heard is put into the line to be looked at first. The server hears, or, for who chose it, the browser.
import type { Heard, LiveTalk } from '../wire/live';
import { mayBrowserHear } from './browser_allowed';
import { BrowserEar } from './browser_ear';
import { Microphone } from './microphone';

export type Way = 'type' | 'hold' | 'free';

export interface Mouth {
  /** Whether the customer is being heard just now. */
  speaking(): boolean;
  /** The rep takes the turn. */
  breakIn(): void;
  /** The rep has begun to speak. */
  onBegan(): void;
  /** A turn was heard: to be said, or looked at first. Empty: something was, and not understood. */
  onTurn(text: string, atOnce: boolean): void;
}

const kPatience = 'praxis.patience';
const kByBrowser = 'praxis.recognition';

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
  private chosen = $state(localStorage.getItem(kByBrowser) === 'browser');

  private readonly microphone: Microphone;
  private readonly browser: BrowserEar;

  constructor(
    private readonly live: LiveTalk,
    private readonly mouth: Mouth,
    language = 'en',
  ) {
    this.microphone = new Microphone((sound) => this.live.sound(sound, this.mouth.speaking()));
    this.browser = new BrowserEar(language, {
      onBegan: () => this.onHeard({ what: 'began' }),
      onPartial: (text) => (this.partial = text),
      onTurn: (text) => this.onHeard({ what: 'turn', text }),
      onRefused: (why) => this.refuse(why),
    });
  }

  /** As one has chosen, where it may be; the company may forbid it at any time. */
  get byBrowser(): boolean {
    return this.chosen && mayBrowserHear();
  }

  async choose(way: Way): Promise<void> {
    this.shut();
    this.way = way;
    this.refused = '';
    if (way === 'free') await this.listen();
  }
  setPatience(ms: number): void {
    this.patience = ms;
    localStorage.setItem(kPatience, String(ms));
    if (this.open && !this.byBrowser) this.live.listen(true, ms);
  }
  /** Who turns sound into words, remembered in this browser alone. */
  setByBrowser(yes: boolean): void {
    this.shut();
    this.way = 'type';
    this.chosen = yes;
    if (yes) localStorage.setItem(kByBrowser, 'browser');
    else localStorage.removeItem(kByBrowser);
  }
  /** A key is held; let go, what was begun is a turn. */
  async hold(): Promise<void> {
    this.mouth.breakIn();
    await this.listen();
  }
  release(): void {
    if (this.way !== 'hold' || !this.open) return;
    if (this.byBrowser) this.browser.finish();
    else this.live.hush();
    this.microphone.stop();
    this.open = false;
  }
  shut(): void {
    this.microphone.stop();
    this.browser.stop();
    if (this.open && !this.byBrowser) this.live.listen(false, this.patience);
    this.open = this.paused = false;
    this.partial = '';
  }
  /** Hands free, but not now: what was heard is being mended. */
  async rest(resting: boolean): Promise<void> {
    if (this.way !== 'free') return;
    if (resting) this.shut();
    else if (!this.open) await this.listen();
  }
  /** The customer begins or ends speaking: the browser would take them for the rep. */
  onCustomer(speaks: boolean): void {
    if (this.byBrowser) this.browser.rest(speaks);
  }
  /** After a connection came back. */
  again(): void {
    if (this.open && !this.byBrowser) this.live.listen(true, this.patience);
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
    if (heard.what === 'turn' || heard.what === 'unclear' || heard.what === 'backchannel') {
      this.partial = '';
      this.mouth.onTurn(heard.what === 'turn' ? (heard.text ?? '') : '', this.way === 'free');
    }
  }

  private onBegan(): void {
    this.unclear = false;
    this.mouth.breakIn();
    this.mouth.onBegan();
  }

  private async listen(): Promise<void> {
    if (this.byBrowser) {
      this.open = true;
      return this.browser.start(this.way === 'free');
    }
    try {
      await this.microphone.start();
    } catch {
      return this.refuse('microphone');
    }
    this.open = true;
    this.live.listen(true, this.patience);
  }
}
