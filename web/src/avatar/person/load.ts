// Checks people read from data or from the editor, against the table of traits. Every complaint says where and what
// would be right.
import { words } from '../../words';
import type { Person } from './person';
import table from '../../../../data/characters/traits.json';

export interface Trait {
  min?: number;
  max?: number;
  step?: number;
  options?: string[];
  colour?: boolean;
}

export const TRAITS = table as Record<string, Trait>;
export const SETTINGS = ['plant', 'office', 'clinic', 'warehouse', 'board', 'home'] as const;
export const PRESENTS = ['woman', 'man', 'either'] as const;

type Tree = Record<string, unknown>;
const says = words.making.wrong;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with `value` as a person; empty when nothing is. `where` begins each complaint. */
export function problemsOf(value: unknown, where: string): string[] {
  if (!isTree(value)) return [says.object(where)];
  const name = typeof value.id === 'string' && value.id ? `${where} "${value.id}"` : where;
  return [...wrongHead(value, name), ...wrongTraits(value, name), ...unknownTraits(value, name)];
}

function wrongHead(value: Tree, name: string): string[] {
  const wrong: string[] = [];
  if (typeof value.id !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(value.id)) wrong.push(says.id(name));
  if (!PRESENTS.includes(value.presents as never)) wrong.push(says.presents(name, show(value.presents), PRESENTS.join(', ')));
  const suits = Array.isArray(value.suits) ? value.suits : [];
  if (!suits.length) wrong.push(says.suitsNone(name, SETTINGS.join(', ')));
  for (const setting of suits) if (!SETTINGS.includes(setting as never)) wrong.push(says.suits(name, show(setting), SETTINGS.join(', ')));
  if (new Set(suits).size < suits.length) wrong.push(says.suitsTwice(name));
  return wrong;
}

function wrongTraits(value: Tree, name: string): string[] {
  return Object.entries(TRAITS).flatMap(([path, trait]) => {
    const found = traitOf(value, path);
    if (found === undefined) return [says.missing(name, path, wanted(trait))];
    return fits(found, trait) ? [] : [says.fits(name, path, show(found), near(found, trait))];
  });
}

function unknownTraits(value: Tree, name: string): string[] {
  const known = new Set([...Object.keys(TRAITS), 'id', 'presents', 'suits']);
  return Object.entries(value).flatMap(([key, inner]) => {
    const paths = isTree(inner) && !known.has(key) ? Object.keys(inner).map((part) => `${key}.${part}`) : [key];
    return paths.filter((path) => !known.has(path)).map((path) => says.unknown(name, path));
  });
}

export function traitOf(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isTree(inner) ? inner[key] : undefined), value);
}

function fits(found: unknown, trait: Trait): boolean {
  if (trait.options) return trait.options.includes(found as string);
  if (trait.colour) return typeof found === 'string' && /^#[0-9a-f]{6}$/i.test(found);
  return typeof found === 'number' && found >= (trait.min as number) && found <= (trait.max as number);
}

function wanted(trait: Trait): string {
  if (trait.options) return says.oneOf(trait.options.join(', '));
  return trait.colour ? says.colour : says.number(trait.min as number, trait.max as number);
}

function near(found: unknown, trait: Trait): string {
  const close = typeof found === 'string' ? trait.options?.find((option) => option.startsWith(found.slice(0, 3))) : undefined;
  return close ? says.near(wanted(trait), close) : wanted(trait);
}

const show = (value: unknown): string => JSON.stringify(value) ?? says.nothing;

/** The people of a list, or an error that tells all that is wrong with it. */
export function loadPeople(list: unknown, where = 'people'): Person[] {
  if (!Array.isArray(list)) throw new Error(says.list(where));
  const wrong = list.flatMap((one, i) => problemsOf(one, `${where}[${i}]`));
  const ids = list.map((one: Tree | null) => one?.id);
  ids.forEach((id, i) => {
    if (typeof id === 'string' && ids.indexOf(id) !== i) wrong.push(says.taken(`${where}[${i}] "${id}"`));
  });
  if (wrong.length) throw new Error(wrong.join('\n'));
  return list as Person[];
}
