// The browser's own recognition of speech, for who has chosen it: text comes out, and where the sound goes is the
// browser's maker's business. It hears the customer's voice too, so it rests while they speak.
interface Alternative {
  transcript: string;
}
interface Found {
  isFinal: boolean;
  0: Alternative;
}
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<Found> }) => void) | null;
  onspeechstart: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}
type Maker = new () => Recognition;
type Names = 'SpeechRecognition' | 'webkitSpeechRecognition';

const maker = (): Maker | undefined => {
  const has = globalThis as Partial<Record<Names, Maker>>;
  return has.SpeechRecognition ?? has.webkitSpeechRecognition;
};
export const browserHears = (): boolean => maker() !== undefined;

export interface BrowserListener {
  onBegan(): void;
  onPartial(text: string): void;
  onTurn(text: string): void;
  /** "microphone": not given; "browser": it does not work here. */
  onRefused(why: 'microphone' | 'browser'): void;
}

const refusals: Record<string, 'microphone' | 'browser'> = {
  'not-allowed': 'microphone',
  'audio-capture': 'microphone',
  'service-not-allowed': 'browser',
  'language-not-supported': 'browser',
  network: 'browser',
};

export class BrowserEar {
  private recognition: Recognition | null = null;
  private wanted = false; // in hands-free it is begun again whenever the browser ends it
  private resting = false;

  constructor(
    private readonly language: string,
    private readonly listener: BrowserListener,
  ) {}

  start(goesOn: boolean): void {
    const Made = maker();
    if (!Made) return this.listener.onRefused('browser');
    this.recognition?.abort();
    const one = new Made();
    one.lang = this.language;
    one.continuous = goesOn;
    one.interimResults = true;
    one.onspeechstart = () => !this.resting && this.listener.onBegan();
    one.onresult = ({ resultIndex, results }) => this.onResult(Array.from(results).slice(resultIndex));
    one.onerror = ({ error }) => this.onError(error);
    one.onend = () => one === this.recognition && this.wanted && !this.resting && one.start();
    this.recognition = one;
    this.wanted = goesOn;
    this.resting = false;
    one.start();
  }
  /** What was begun is a turn now. */
  finish(): void {
    this.wanted = false;
    this.recognition?.stop();
  }
  stop(): void {
    this.wanted = false;
    this.recognition?.abort();
    this.recognition = null;
  }
  rest(resting: boolean): void {
    if (this.resting === resting || !this.recognition || !this.wanted) return;
    this.resting = resting;
    if (resting) this.recognition.abort();
    else this.start(true);
  }

  private onResult(found: Found[]): void {
    if (this.resting) return;
    const final = found.filter((one) => one.isFinal).map((one) => one[0].transcript.trim());
    const begun = found.filter((one) => !one.isFinal).map((one) => one[0].transcript);
    if (final.join('')) this.listener.onTurn(final.join(' '));
    this.listener.onPartial(begun.join('').trim());
  }

  private onError(error: string): void {
    const why = refusals[error];
    if (!why) return; // silence, or we stopped it
    this.stop();
    this.listener.onRefused(why);
  }
}
