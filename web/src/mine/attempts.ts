// One's own attempts and those of others, and who reads which.
import { kindOf, placeIn, whoIn, type Attempt } from '../library/practising';
import { Problem, read, type Schemas } from '../wire/http';
import { atTime } from '../words';

export const calledAttempt = (attempt: Attempt): string =>
  `${kindOf(attempt.kind)}, ${whoIn(attempt)}, ${atTime(attempt.started_ms)}`;

export const placeOf: (attempt: Attempt) => string = placeIn;

const kAtOnce = 6;

/** Asks for each of them, some at a time, in their order. */
export async function forEachOf<T, R>(items: T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const told: R[] = [];
  for (let i = 0; i < items.length; i += kAtOnce) told.push(...(await Promise.all(items.slice(i, i + kAtOnce).map(ask))));
  return told;
}

/** Null when it is not there any more, or not shared any more. */
export async function attemptIfThere(id: string): Promise<Attempt | null> {
  try {
    return await read<Attempt>(`/attempts/${id}`);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

export const readersOf = async (attempt: string): Promise<string[]> =>
  (await read<Schemas['ReaderPage']>(`/attempts/${attempt}/shares`)).items;
