// Asking the server: one JSON body there, one back, a Problem (RFC 9457) thrown when it says no.
import type { components } from '../contract/api';
import { line } from './line.svelte';

export type Schemas = components['schemas'];
export type Fault = Schemas['Fault'];

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly faults: Fault[] = [],
    readonly requestId = '',
    readonly retryAfter = 0,
  ) {
    super(detail);
  }
  /** What is wrong with one field, by its JSON pointer. */
  at(where: string): string {
    const fault = this.faults.find((one) => one.where === where);
    return fault ? [fault.what, fault.mend].filter(Boolean).join('; ') : '';
  }
}

export interface Answer<T> {
  body: T;
  etag: string;
}

export interface Asking {
  body?: unknown;
  ifMatch?: string;
  signal?: AbortSignal;
}

// Nothing that is asked here takes that long; whoever does not answer is away.
const kPatience_ms = 30_000;

let csrf = '';
let onLoggedOut = () => {};

export function sendWithChanges(token: string): void {
  csrf = token;
}
export function whenLoggedOut(then: () => void): void {
  onLoggedOut = then;
}

/** A name for one request, so that sending it again does nothing twice. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headersFor(method: string, asking: Asking): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (asking.body !== undefined) headers.set('content-type', 'application/json');
  if (method !== 'GET' && csrf) headers.set('x-csrf-token', csrf);
  if (asking.ifMatch) headers.set('if-match', asking.ifMatch);
  if (method === 'POST') headers.set('idempotency-key', newKey());
  return headers;
}

async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after') ?? 0);
  try {
    const told = (await response.json()) as Schemas['Problem'];
    return new Problem(response.status, told.code, told.detail, told.faults ?? [], told.request_id, retryAfter);
  } catch {
    return new Problem(response.status, 'internal', '', [], response.headers.get('x-request-id') ?? '', retryAfter);
  }
}

// A proxy answers in the place of a server that is gone; the server itself says so in JSON.
const comesFromBetween = ({ status, headers }: Response): boolean =>
  status >= 502 && status <= 504 && !headers.get('content-type')?.includes('json');

const kAgain_ms = 400;

/** A POST whose answer is lost on the way is sent once more, with the same key. */
async function sent(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.method !== 'POST' || request.signal?.aborted) throw error;
    await new Promise((then) => setTimeout(then, kAgain_ms));
    return fetch(address, request);
  }
}

/** Throws Problem; status 0 and code "away" when the server cannot be reached. */
export async function askWhole<T>(method: string, path: string, asking: Asking = {}): Promise<Answer<T>> {
  const patience = AbortSignal.timeout(kPatience_ms);
  let response: Response;
  try {
    response = await sent(`/api/v1${path}`, {
      method,
      headers: headersFor(method, asking),
      body: asking.body === undefined ? null : JSON.stringify(asking.body),
      signal: asking.signal ? AbortSignal.any([patience, asking.signal]) : patience,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (asking.signal?.aborted) throw error;
    line.lost();
    throw new Problem(0, 'away', '');
  }
  if (comesFromBetween(response)) {
    line.lost();
    throw new Problem(0, 'away', '');
  }
  line.heard();
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && csrf && path !== '/password') onLoggedOut();
    throw problem;
  }
  const body = response.status === 204 || response.status === 202 ? undefined : await response.json();
  return { body: body as T, etag: response.headers.get('etag') ?? '' };
}

export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await askWhole<T>(method, path, body === undefined ? {} : { body })).body;
}

export const read = <T>(path: string): Promise<T> => ask<T>('GET', path);

/** All pages of a list, up to `most` items. */
export async function readAll<T>(path: string, most = 1000): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const sep = path.includes('?') ? '&' : '?';
    const page: { items: T[]; next: string | null } = await read(
      `${path}${sep}limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    );
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < most);
  return items;
}
