// A conversation as the room shows it.
import { LiveTalk, type Brief, type Feeling, type Hello, type Link, type SeenEvent } from '../wire/live';
import type { Schemas } from '../wire/http';

export interface Line {
  who: 'rep' | 'buyer';
  turn: number;
  text: string;
}
export type Mode = 'idle' | 'listening' | 'thinking' | 'speaking';

export interface Ear {
  /** The customer said something just now (not when a conversation is shown again). */
  onSaid(text: string, turn: number, feeling: Feeling): void;
}

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

  private caughtUp = false;
  private readonly live: LiveTalk;

  constructor(
    attempt: string,
    private readonly ear: Ear,
  ) {
    this.live = new LiveTalk(attempt, {
      onHello: (hello) => this.onHello(hello),
      onTold: (events) => events.forEach((one) => this.onEvent(one)),
      onThinking: () => (this.thinking = true),
      onLink: (link) => this.onLink(link),
      onProblem: (code, detail) => this.onProblem(code, detail),
    });
    this.live.connect();
  }

  say(text: string): void {
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
    this.live.leave();
  }

  private onHello(hello: Hello): void {
    if (!this.attempt) this.support = hello.attempt.support;
    else if (this.support !== hello.attempt.support) this.live.support(this.support);
    this.attempt = hello.attempt;
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
    this.problem = detail;
    this.thinking = false;
  }

  private onEvent(one: SeenEvent): void {
    if (one.event === 'rep_said') this.onRepSaid(one);
    if (one.event === 'buyer_said') this.onBuyerSaid(one);
    if (one.event === 'cue') this.cue = one.text ?? '';
    if (one.event === 'ended') {
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

  private onBuyerSaid(one: SeenEvent): void {
    this.thinking = false;
    this.lines.push({ who: 'buyer', turn: one.turn, text: one.text ?? '' });
    if (one.feeling) this.feeling = one.feeling;
    if (this.caughtUp) this.ear.onSaid(one.text ?? '', one.turn, this.feeling);
  }
}
