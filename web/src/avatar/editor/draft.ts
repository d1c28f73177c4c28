// A person being made: reading and changing one trait by its path, in and out as JSON. Pure.
import { problemsOf, TRAITS, type Trait, traitOf } from '../person/load';
import type { Person } from '../person/person';

export interface Field {
  path: string;
  label: string;
  trait: Trait;
}

export interface Group {
  name: string;
  fields: Field[];
}

const words = (name: string): string => name.replace(/([A-Z])/g, ' $1').replace(/_/g, ' ').toLowerCase();
export const title = (name: string): string => words(name).replace(/^./, (first) => first.toUpperCase());

/** All traits, grouped by the part of the person they belong to. */
export function groupsOfTraits(): Group[] {
  const groups: Group[] = [];
  for (const [path, trait] of Object.entries(TRAITS)) {
    const [part = '', inner] = path.split('.');
    const name = inner ? title(part) : 'In general';
    const group = groups.find((one) => one.name === name) ?? { name, fields: [] };
    if (!group.fields.length) groups.push(group);
    group.fields.push({ path, label: title(inner ?? part), trait });
  }
  return groups;
}

export const valueOf = (person: Person, path: string): string | number => traitOf(person, path) as string | number;

export function withTrait(person: Person, path: string, value: string | number): Person {
  const [part = '', inner] = path.split('.');
  if (!inner) return { ...person, [part]: value } as Person;
  return { ...person, [part]: { ...(person[part as keyof Person] as object), [inner]: value } } as Person;
}

/** What a trait is called by itself: "Hair, style". */
export const titleOf = (path: string): string => path.split('.').map((part, i) => (i ? words(part) : title(part))).join(', ');

/** A person from text, or what is wrong with it. */
export function readPerson(text: string): { person?: Person; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    return { problems: [`The file is not JSON: ${problem instanceof Error ? problem.message : problem}`] };
  }
  const problems = problemsOf(value, 'person');
  return problems.length ? { problems } : { person: value as Person, problems };
}

export const showPerson = (person: Person): string => `${JSON.stringify(person, null, 2)}\n`;
