// Everything that is kept about oneself, made readable.
import type { Schemas } from '../wire/http';
import { atDateTime, words } from '../words';

export type Tables = Schemas['PersonRecord']['tables'];
type Cell = string | Record<string, unknown> | unknown[];
export type Row = Record<string, Cell>;

const kFirst = ['person', 'consent', 'membership', 'attempt', 'attempt_log'];

/** The tables that have something in them, the telling ones first. */
export function tablesIn(tables: Tables): [string, Row[]][] {
  const rank = (name: string) => (kFirst.includes(name) ? kFirst.indexOf(name) : kFirst.length);
  return (Object.entries(tables) as [string, Row[]][])
    .filter(([, rows]) => rows.length)
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
}

export const columnName = (name: string): string => name.replace(/_(ms|id)$/, '').replaceAll('_', ' ');

/** A time as a time; what is structured as its text. */
export function shownCell(name: string, value: Cell): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 1);
  if (name.endsWith('_ms') && /^\d+$/.test(value)) return atDateTime(Number(value));
  return value;
}

/** What is set, of a row. */
export const cellsOf = (row: Row): [string, string][] =>
  Object.entries(row)
    .map(([name, value]): [string, string] => [columnName(name), shownCell(name, value)])
    .filter(([, value]) => value !== '');

export interface Spoken {
  who: string;
  text: string;
}
export interface Conversation {
  attempt: string;
  from: string;
  said: Spoken[];
}

interface Event {
  event?: string;
  text?: string;
}

/** The log of attempts as conversations, in the order in which they began. */
export function conversationsIn(rows: Row[]): Conversation[] {
  const found = new Map<string, Conversation>();
  for (const row of [...rows].sort((a, b) => Number(a['seq']) - Number(b['seq']))) {
    const attempt = String(row['attempt_id'] ?? '');
    const from = shownCell('at_ms', row['at_ms'] ?? '');
    const one = found.get(attempt) ?? { attempt, from, said: [] };
    found.set(attempt, one);
    one.said.push(...saidIn(row['events']));
  }
  return [...found.values()];
}

function saidIn(events: Cell | undefined): Spoken[] {
  const all = (Array.isArray(events) ? events : [events]) as Event[];
  const who: Record<string, string> = { rep_said: words.mine.record.you, buyer_said: words.mine.record.customer };
  return all.filter((one) => one?.text).map((one) => ({ who: who[one.event ?? ''] ?? one.event ?? '', text: one.text ?? '' }));
}
