// The report as the server tells it; docs/report.md explains its parts. What an older or younger server leaves out is
// absent here.
import type { Schemas } from '../wire/http';

export interface Quote {
  turn: number;
  who: number;
  quote: string;
}
export interface Focus {
  behaviour: string;
  name: string;
  moment?: Quote;
  missing?: string;
  why?: string;
  better?: string[];
  today?: string;
}
export interface Moment {
  turn: number;
  said?: Quote;
  answered?: Quote;
  why?: string;
  thought?: string;
  change?: number;
}
export interface Indicator {
  indicator: string;
  says: string;
  verdict: string;
  reason?: string;
  evidence?: Quote[];
  nearest?: Quote;
}
export interface Criterion {
  behaviour: string;
  name: string;
  verdict: string;
  indicators: Indicator[];
}
export interface Mark {
  turn: number;
  mark: string;
  turning_point?: boolean;
  why?: string;
  better?: string;
  said?: Quote;
  before: number;
  after: number;
}
export interface Curve {
  points: { turn: number; value: number; low: number; high: number }[];
  end?: string;
  note?: string;
}
export interface Report {
  real_call?: boolean;
  outcome: string;
  goal: string;
  level_text?: string;
  colleague?: string;
  focus?: Focus[];
  turning_points?: Moment[];
  criteria?: Criterion[];
  grid?: { item: string; label: string; known: string; note?: string }[];
  curve?: Curve;
  marks?: Mark[];
  undiscovered?: { topic: string; content?: string }[];
  signal_lines?: { label: string; value: string; usual?: string; inside?: boolean; number: number; band?: [number, number]; delivery?: boolean }[];
  signals_note?: string;
  not_understood?: unknown[];
  unknowable?: string[];
}

/** Where a figure stands on a line whose middle half is the band: 2 … 98. */
export function placed(number: number, [low, high]: [number, number]): number {
  const wide = high > low ? high - low : 1;
  return Math.max(2, Math.min(98, 25 + (50 * (number - low)) / wide));
}

export type Told = Schemas['Told'];
export interface Said {
  who: 'rep' | 'buyer';
  turn: number;
  text: string;
  at_ms: number;
  name?: string; // where there are several on the other side
}

export function saidIn(items: Told[]): Said[] {
  const said: Said[] = [];
  for (const told of items)
    for (const one of told.events)
      if (one.event === 'rep_said' || one.event === 'buyer_said')
        said.push({ who: one.event === 'rep_said' ? 'rep' : 'buyer', turn: one.turn, text: one.text ?? '', at_ms: told.at_ms });
  return said;
}

const two = (n: number): string => String(n).padStart(2, '0');
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = String(Math.floor(ms % 1000)).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}

const kWord_ms = 380;
const lengthOf = (text: string): number => Math.max(1200, text.split(/\s+/).length * kWord_ms);
// In a cue, "-->" and "&", "<" mean something.
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The conversation as WebVTT. Turns were kept together with their answers, so times within one are estimated. */
export function toWebVtt(said: Said[], names: { rep: string; buyer: string }): string {
  const begun = said[0]?.at_ms ?? 0;
  let free = 0;
  const cues = said.map((one, i) => {
    const from = Math.max(free, one.at_ms - begun);
    free = from + lengthOf(one.text);
    const speaker = plain(names[one.who].replaceAll('\n', ' '));
    return `${i + 1}\n${clock(from)} --> ${clock(free)}\n<v ${speaker}>${plain(one.text.replace(/\s+/g, ' '))}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}
