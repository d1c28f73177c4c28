// What was heard hands free, before it counts: it stands for a moment, in which it can be taken back or spoken on, and
// is said when the moment is over.
export interface Saying {
  /** Whether a turn can be said just now. */
  free(): boolean;
  /** Whether who hears may take a pause for the end of a turn: a browser's recognition does. */
  hasty(): boolean;
  say(text: string): void;
}

const kStand = 'praxis.stand';
const kAgain_ms = 150;
const kNothing_ms = 6000; // began, and nothing came of it
const kStandHasty_ms = 800;

export class Standing {
  text = $state('');
  /** Standing and about to be said; not while it is held or spoken on. */
  running = $state(false);
  held = $state(false);

  private chosen = $state(localStorage.getItem(kStand));
  private timer = 0;

  constructor(private readonly saying: Saying) {}

  /** How long it stands, in ms; 0: it is said at once, as in a conversation, unless somebody chose otherwise. */
  get wait(): number {
    return this.chosen === null ? (this.saying.hasty() ? kStandHasty_ms : 0) : Number(this.chosen);
  }
  setWait(ms: number): void {
    this.chosen = String(ms);
    localStorage.setItem(kStand, this.chosen);
  }
  heard(text: string): void {
    this.text = this.text ? `${this.text} ${text}` : text;
    if (!this.held) this.run(this.wait);
  }
  /** The rep speaks on: what stands waits for the rest. */
  spokenOn(): void {
    clearTimeout(this.timer);
    this.running = false;
    if (this.text && !this.held) this.timer = window.setTimeout(() => this.goOn(), kNothing_ms);
  }
  /** Nothing came of speaking on. */
  goOn(): void {
    if (this.text && !this.held) this.run(this.wait);
  }
  /** "Not what I said": it stays to be changed, until it is said or dropped by hand. */
  hold(text = this.text): void {
    clearTimeout(this.timer);
    this.text = text;
    this.running = false;
    this.held = true;
  }
  sayNow(): void {
    const text = this.text.trim();
    this.drop();
    if (text) this.saying.say(text);
  }
  drop(): void {
    clearTimeout(this.timer);
    this.text = '';
    this.running = this.held = false;
  }

  private run(ms: number): void {
    clearTimeout(this.timer);
    this.running = true;
    this.timer = window.setTimeout(() => (this.saying.free() ? this.sayNow() : this.run(kAgain_ms)), ms);
  }
}
