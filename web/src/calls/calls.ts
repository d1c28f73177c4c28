// Real calls: reading a file that somebody drops, and what the server says of it.
import { kindOf, upper } from '../library/called';
import type { Said } from '../review/report';
import type { Schemas } from '../wire/http';
import { onDate } from '../words';

export type Call = Schemas['Call'];
export type CallSeen = Schemas['CallSeen'];
export type CallLook = Schemas['CallLook'];

/** A file's text by its byte-order mark, else as UTF-8; null when it is no text. */
export function textIn(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(marked, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** A day as a date field gives it, at noon where the rep is; nothing when it is empty. */
export function heldOn(day: string): number | undefined {
  const ms = day ? new Date(`${day}T12:00`).getTime() : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

export const minutesOf = (ms: number): number => Math.round(ms / 60_000);

export const calledCall = (call: Call): string =>
  `${kindOf(call.kind)}, ${upper(call.segment_name ?? call.segment)}, ${onDate(call.held_ms ?? call.imported_ms)}`;

/** As the review shows a conversation; who of the other side it was where there are several. */
export function saidInCall(seen: CallSeen): Said[] {
  const others = new Set(seen.said.filter((one) => one.side !== 'rep').map((one) => one.name));
  return seen.said.map((one) => ({
    who: one.side === 'rep' ? 'rep' : 'buyer',
    turn: one.turn,
    text: one.text,
    at_ms: one.begin_ms ?? 0,
    ...(one.side !== 'rep' && others.size > 1 ? { name: one.name } : {}),
  }));
}
