// What kinds of talk, outcomes and people are called.
import type { Schemas } from '../wire/http';
import { words } from '../words';

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const kindOf = (kind: string): string => words.practice.kinds[kind] ?? upper(kind.replaceAll('_', ' '));
export const levelOf = (outcome: string): string => words.practice.outcomes[outcome] ?? upper(outcome.replaceAll('_', ' '));
export const spoken = (id: string): string => upper(id.replaceAll('-', ' '));
/** Who one talked with, as far as an attempt tells it. */
export const whoIn = (attempt: Schemas['Attempt']): string =>
  attempt.segment
    ? `${upper(attempt.role_name ?? spoken(attempt.role ?? ''))}, ${attempt.segment_name ?? spoken(attempt.segment)}`
    : words.practice.blind;
/** Where an attempt goes on, or is looked at. */
export const placeIn = ({ id, state, drill }: Pick<Schemas['Attempt'], 'id' | 'state' | 'drill'>): string =>
  `/${drill ? 'drill' : 'attempts'}/${id}${state === 'open' ? '' : '/review'}`;
/** The colour of an outcome. */
export const toneOf = (outcome: string): string => (outcome === 'lost' ? 'bad' : outcome === 'continued' ? 'warm' : 'good');
