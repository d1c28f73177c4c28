// One live conversation over a WebSocket (contract/live.yaml): connects again by itself, shows nothing twice, and sends
// a turn again until the server has told its answer.
import type { Schemas } from './http';

export type Brief = Schemas['Brief'];
export interface Feeling {
  trust: number;
  interest: number;
  patience: number;
}
export interface SeenEvent {
  event: 'rep_said' | 'buyer_said' | 'cue' | 'ended';
  turn: number;
  text?: string;
  acts?: { act: string; quote: string }[];
  feeling?: Feeling;
  reason?: string;
  outcome?: string;
}
export interface Hello {
  attempt: Schemas['Attempt'];
  brief: Brief;
  next_turn: number;
  seq: number;
  voice: boolean;
  hearing: boolean;
}
/** What was heard of the rep. */
export interface Heard {
  what: 'began' | 'paused' | 'backchannel' | 'partial' | 'turn' | 'unclear' | 'noisy';
  text?: string;
}
/** A sentence that begins to be spoken; its sound follows. Places are bytes of the answer, times milliseconds. */
export interface Sentence {
  turn: number;
  sentence: number;
  begin: number;
  end: number;
  duration_ms: number;
  mouth: [from_ms: number, shape: string, weight: number][];
  words: [from_ms: number, to_ms: number, begin: number, end: number][];
  beats: number[];
}
export type Link = 'connecting' | 'open' | 'lost' | 'elsewhere' | 'over' | 'refused';

export interface Listener {
  onHello(hello: Hello): void;
  onTold(events: SeenEvent[]): void;
  onThinking(turn: number): void;
  onSentence(sentence: Sentence): void;
  onSound(sound: Int16Array<ArrayBuffer>): void;
  onVoiceEnd(turn: number): void;
  onHeard(heard: Heard): void;
  onLink(link: Link): void;
  onProblem(code: string, detail: string): void;
}

// More sound than this is waiting to go out: the line is too slow for it.
const kBuffered = 200_000;
const kWaits_ms = [200, 500, 1000, 2000, 4000, 8000];
const closed: Record<number, Link> = { 1000: 'over', 1008: 'refused', 4409: 'elsewhere' };

export class LiveTalk {
  private socket: WebSocket | null = null;
  private seq = 0;
  private tries = 0;
  private timer = 0;
  private left = false;
  private unanswered: { type: 'say'; turn: number; text: string } | null = null;

  constructor(
    private readonly attempt: string,
    private readonly listener: Listener,
  ) {
    window.addEventListener('online', this.again);
  }

  connect(): void {
    this.left = false;
    this.listener.onLink(this.tries ? 'lost' : 'connecting');
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/api/v1/attempts/${this.attempt}/live?since=${this.seq}`);
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (message) =>
      message.data instanceof ArrayBuffer
        ? this.listener.onSound(new Int16Array(message.data))
        : this.on(JSON.parse(message.data as string));
    socket.onclose = (end) => socket === this.socket && this.onClosed(end.code);
  }

  say(turn: number, text: string): void {
    this.unanswered = { type: 'say', turn, text };
    this.send(this.unanswered);
  }
  support(support: string): void {
    this.send({ type: 'support', support });
  }
  voice(on: boolean, age: number): void {
    this.send(age ? { type: 'voice', on, age } : { type: 'voice', on });
  }
  repeat(): void {
    this.send({ type: 'repeat' });
  }
  breakIn(turn: number, heard: number): void {
    this.send({ type: 'break_in', turn, heard });
  }
  listen(on: boolean, patience_ms: number): void {
    this.send(on ? { type: 'listen', on, patience_ms } : { type: 'listen', on });
  }
  /** What was begun to be said is a turn now. */
  hush(): void {
    this.send({ type: 'hush' });
  }
  /** A piece of the microphone's sound, with whether the customer is being heard. */
  sound(sound: ArrayBuffer, customerSpeaks: boolean): void {
    if (this.socket?.readyState !== WebSocket.OPEN || this.socket.bufferedAmount > kBuffered) return;
    const frame = new Uint8Array(2 + sound.byteLength);
    frame[0] = customerSpeaks ? 1 : 0;
    frame.set(new Uint8Array(sound), 2);
    this.socket.send(frame);
  }
  finish(): void {
    this.send({ type: 'finish' });
  }
  leave(): void {
    this.left = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.again);
    this.socket?.close(1000);
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private again = (): void => {
    if (this.left || this.socket?.readyState === WebSocket.OPEN || !this.tries) return;
    clearTimeout(this.timer);
    this.connect();
  };

  private on(message: { type: string } & Record<string, unknown>): void {
    if (message.type === 'hello') this.onHello(message as unknown as Hello);
    if (message.type === 'told') this.onTold(message as unknown as { seq: number; events: SeenEvent[] });
    if (message.type === 'hears') this.listener.onHeard(message as unknown as Heard);
    if (message.type === 'voice') this.listener.onSentence(message as unknown as Sentence);
    if (message.type === 'voice_end') this.listener.onVoiceEnd(message['turn'] as number);
    if (message.type === 'thinking') this.listener.onThinking(message['turn'] as number);
    if (message.type === 'problem') this.listener.onProblem(message['code'] as string, message['detail'] as string);
  }

  private onHello(hello: Hello): void {
    this.tries = 0;
    this.listener.onHello(hello);
    this.listener.onLink('open');
    if (this.unanswered && this.unanswered.turn >= hello.next_turn) this.send(this.unanswered);
  }

  private onTold(told: { seq: number; events: SeenEvent[] }): void {
    if (told.seq <= this.seq) return;
    this.seq = told.seq;
    if (this.unanswered && told.events.some((one) => one.event === 'rep_said' && one.turn === this.unanswered?.turn))
      this.unanswered = null;
    this.listener.onTold(told.events);
  }

  private onClosed(code: number): void {
    if (this.left) return;
    const end = closed[code];
    if (end) return this.listener.onLink(end);
    this.listener.onLink('lost');
    const wait = kWaits_ms[Math.min(this.tries++, kWaits_ms.length - 1)] ?? 8000;
    this.timer = window.setTimeout(() => this.connect(), wait * (0.8 + Math.random() * 0.4));
  }
}
