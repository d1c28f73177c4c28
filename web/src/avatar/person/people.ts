// The people there are, checked as they are loaded.
import list from './people.json';
import type { Person } from './person';

export const people: readonly Person[] = list as unknown as Person[];
