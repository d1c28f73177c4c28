// A person being made: reading and changing one trait by its path, in and out as JSON. Pure.
import { problemsOf, TRAITS, type Trait, traitOf } from '../person/load';
import type { Person } from '../person/person';
import { words } from '../../words';

export interface Field {
  path: string;
  label: string;
  trait: Trait;
}

export interface Group {
  name: string;
  fields: Field[];
}

const says = words.making;
// What a newer table of traits has and the catalogue does not, is called as it is.
const plain = (name: string): string => name.replace(/([A-Z])/g, ' $1').replace(/_/g, ' ').toLowerCase().replace(/^./, (first) => first.toUpperCase());
const partSaid = (part: string): string => says.parts[part] ?? plain(part);
const traitSaid = (inner: string): string => says.traits[inner] ?? plain(inner);
/** What one of several is called: a style, a setting. */
export const choiceSaid = (choice: string): string => says.choices[choice] ?? plain(choice);

/** All traits, grouped by the part of the person they belong to. */
export function groupsOfTraits(): Group[] {
  const groups: Group[] = [];
  for (const [path, trait] of Object.entries(TRAITS)) {
    const [part = '', inner] = path.split('.');
    const name = inner ? partSaid(part) : says.inGeneral;
    const group = groups.find((one) => one.name === name) ?? { name, fields: [] };
    if (!group.fields.length) groups.push(group);
    group.fields.push({ path, label: inner ? traitSaid(inner) : partSaid(part), trait });
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
export function titleOf(path: string): string {
  const [part = '', inner] = path.split('.');
  return inner ? `${partSaid(part)}, ${traitSaid(inner).toLowerCase()}` : partSaid(part);
}

/** A person from text, or what is wrong with it. */
export function readPerson(text: string): { person?: Person; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    return { problems: [says.wrong.json(problem instanceof Error ? problem.message : String(problem))] };
  }
  const problems = problemsOf(value, 'person');
  return problems.length ? { problems } : { person: value as Person, problems };
}

export const showPerson = (person: Person): string => `${JSON.stringify(person, null, 2)}\n`;
