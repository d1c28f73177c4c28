// The ways in by identity providers, and where one wanted to go when one was asked to log in.
import type { Schemas } from '../wire/http';

export type WayIn = Schemas['WayIn'];
export type OutsideTrouble = Schemas['OutsideTrouble'];

export const signInPath = '/sign-in';

/** A path of this page, or "/". */
export function ownPath(wanted: string | null): string {
  return wanted && /^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) && !wanted.includes('\\') ? wanted : '/';
}

/** Where to go once one is in: named by the address when a provider has sent one back, else where one is. */
export function wantedPlace(path: string, query: string): string {
  if (path !== signInPath) return ownPath(path + query);
  const wanted = ownPath(new URLSearchParams(query).get('to'));
  return wanted.startsWith(signInPath) ? '/' : wanted;
}

/** The address that leads to the provider and, in the end, there. */
export function leavingBy(way: WayIn, wanted: string): string {
  return `/api/v1/outside/${encodeURIComponent(way.id)}/leave?return_to=${encodeURIComponent(wanted)}`;
}
