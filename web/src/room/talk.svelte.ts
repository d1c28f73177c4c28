// A conversation as the room shows it.
import { LiveTalk, type Brief, type Feeling, type Hello, type Link, type SeenEvent, type Sentence } from '../wire/live';
import { Ear } from './ear.svelte';
import { Player } from './player';
import type { Schemas } from '../wire/http';

export interface Line {
  who: 'rep' | 'buyer';
  turn: number;
  text: string;
}
export type Mode = 'idle' | 'listening' | 'thinking' | 'speaking';

export interface Audience {
  /** The customer said something just now (not when a conversation is shown again). */
  onSaid(text: string): void;
  onSentence(sentence: Sentence, clock: () => number): void;
  onSilence(): void;
  /** The rep was heard: begins to speak; a turn to its end. */
  onBegan(): void;
  onTurn(text: string, atOnce: boolean): void;
}

const kVoice = 'praxis.voice';
// An answer whose voice does not come in that time is read instead.
const kVoiceless_ms = 2500;

export class Talk {
  attempt = $state<Schemas['Attempt'] | null>(null);
  brief = $state<Brief | null>(null);
  lines = $state<Line[]>([]);
  cue = $state('');
  feeling = $state<Feeling>({ trust: 40, interest: 30, patience: 80 });
  link = $state<Link>('connecting');
  thinking = $state(false);
  pending = $state('');
  problem = $state('');
  ended = $state<{ reason: string; outcome: string } | null>(null);
  support = $state('guided');
  nextTurn = $state(1);

  canSpeak = $state(false);
  canHear = $state(false);
  readonly ear: Ear;
  voice = $state(localStorage.getItem(kVoice) !== 'off');
  /** Of the last answer: up to which byte it has been spoken; Infinity: all of it is shown. */
  spoken = $state(Infinity);
  speaking = $state(false);

  /** The last turn, where it was heard and not typed. */
  heard = $state('');

  /** How old the face looks, for a voice that suits it; 0 while there is no face. */
  age = 0;
  private caughtUp = false;
  private readonly live: LiveTalk;
  private readonly player: Player;
  private voiceless = 0;

  constructor(
    attempt: string,
    private readonly audience: Audience,
  ) {
    this.live = new LiveTalk(attempt, {
      onHello: (hello) => this.onHello(hello),
      onTold: (events) => events.forEach((one) => this.onEvent(one)),
      onThinking: () => (this.thinking = true),
      onLink: (link) => this.onLink(link),
      onProblem: (code, detail) => this.onProblem(code, detail),
      onSentence: (sentence) => this.onSentence(sentence),
      onSound: (sound) => this.player.add(sound),
      onVoiceEnd: () => this.player.finish(),
      onHeard: (heard) => this.ear.onHeard(heard),
    });
    this.ear = new Ear(this.live, {
      speaking: () => this.speaking,
      breakIn: () => this.breakIn(),
      onBegan: () => this.audience.onBegan(),
      onTurn: (text, atOnce) => this.audience.onTurn(text, atOnce),
    });
    this.player = new Player({
      onSentence: (sentence, clock) => {
        this.speaking = true;
        this.ear.onCustomer(true);
        this.spoken = sentence.end;
        audience.onSentence(sentence, clock);
      },
      onSilence: () => {
        this.speaking = false;
        this.ear.onCustomer(false);
        this.spoken = Infinity;
        audience.onSilence();
      },
    });
    this.live.connect();
  }

  get speaks(): boolean {
    return this.canSpeak && this.voice;
  }
  async setVoice(on: boolean): Promise<void> {
    this.voice = on;
    localStorage.setItem(kVoice, on ? 'on' : 'off');
    if (on) await this.player.wake();
    else this.player.stop();
    this.live.voice(on, this.age);
  }
  setAge(age: number): void {
    this.age = age;
    if (this.speaks && this.link === 'open') this.live.voice(true, age);
  }
  /** After the first thing somebody does here: from then on sound may be heard. */
  async wake(): Promise<void> {
    if (!this.speaks) return;
    await this.player.wake();
    this.live.voice(true, this.age);
  }
  sayAgain(): void {
    if (this.speaks) this.live.repeat();
    const last = this.lines.findLast((line) => line.who === 'buyer');
    if (last && !this.speaks) this.audience.onSaid(last.text);
  }
  breakIn(): void {
    const heard = this.player.stop();
    if (heard && heard.turn > 0) this.live.breakIn(heard.turn, heard.bytes);
  }

  /** `heard`: by ear, not typed; it may turn out to be what was not said. */
  say(text: string, heard = false): void {
    this.breakIn();
    this.heard = heard ? text : '';
    this.pending = text;
    this.problem = '';
    this.cue = '';
    this.thinking = true;
    this.caughtUp = true;
    this.live.say(this.nextTurn, text);
  }
  setSupport(support: string): void {
    this.support = support;
    if (support === 'silent') this.cue = '';
    this.live.support(support);
  }
  hangUp(): void {
    this.caughtUp = true;
    this.live.finish();
  }
  takeBack(): void {
    this.live.connect();
  }
  leave(): void {
    clearTimeout(this.voiceless);
    this.player.close();
    this.ear.shut();
    this.live.leave();
  }

  private onHello(hello: Hello): void {
    if (!this.attempt) this.support = hello.attempt.support;
    else if (this.support !== hello.attempt.support) this.live.support(this.support);
    this.attempt = hello.attempt;
    this.canSpeak = hello.voice;
    this.canHear = hello.hearing;
    this.ear.again();
    if (this.speaks) this.live.voice(true, this.age);
    this.brief = hello.brief;
    this.nextTurn = hello.next_turn;
    if (hello.next_turn === 1) this.caughtUp = true;
  }

  private onLink(link: Link): void {
    this.link = link;
    if (link !== 'open') this.thinking = this.pending !== '';
  }

  private onProblem(code: string, detail: string): void {
    if (code === 'conflict' && !this.pending) return;
    if (this.ear.open && (code === 'forbidden' || code === 'unavailable')) return this.ear.refuse(code);
    this.problem = detail;
    this.thinking = false;
  }

  private onEvent(one: SeenEvent): void {
    if (one.event === 'rep_said') this.onRepSaid(one);
    if (one.event === 'buyer_said') this.onBuyerSaid(one);
    if (one.event === 'cue') this.cue = one.text ?? '';
    if (one.event === 'ended') {
      this.ear.shut();
      this.ended = { reason: one.reason ?? '', outcome: one.outcome ?? '' };
      this.cue = '';
      this.thinking = false;
    }
  }

  private onRepSaid(one: SeenEvent): void {
    this.lines.push({ who: 'rep', turn: one.turn, text: one.text ?? '' });
    this.pending = '';
    this.cue = '';
    this.nextTurn = one.turn + 1;
  }

  // The same answer again is what was heard of it.
  private onBuyerSaid(one: SeenEvent): void {
    const text = one.text ?? '';
    if (one.feeling) this.feeling = one.feeling;
    const before = this.lines.find((line) => line.who === 'buyer' && line.turn === one.turn);
    if (before) {
      before.text = text ? `${text} …` : '…';
      return;
    }
    this.thinking = false;
    this.lines.push({ who: 'buyer', turn: one.turn, text });
    if (!this.caughtUp) return;
    if (this.speaks) this.awaitVoice(text);
    else this.audience.onSaid(text);
  }

  private awaitVoice(text: string): void {
    this.spoken = 0;
    clearTimeout(this.voiceless);
    this.voiceless = window.setTimeout(() => {
      this.spoken = Infinity;
      this.audience.onSaid(text);
    }, kVoiceless_ms);
  }

  private onSentence(sentence: Sentence): void {
    clearTimeout(this.voiceless);
    this.player.begin(sentence);
  }
}
