// The company's own characters, as the server keeps them.
import { problemsOf } from '../avatar/person/load';
import { may } from '../session/session.svelte';
import { ask, read } from '../wire/http';
import type { Own, Wish } from './own';

export const mayWrite = (): boolean => may('enablement', 'admin');

/** Without those that this page cannot draw: a newer server may know traits that it does not. */
export async function listOwn(): Promise<Own[]> {
  const { items } = await read<{ items: Own[] }>('/characters');
  return items.filter(({ person }) => !problemsOf(person, '').length);
}

export const create = (wish: Wish): Promise<Own> => ask<Own>('POST', '/characters', wish);
