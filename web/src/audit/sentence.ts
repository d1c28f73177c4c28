// An entry of the audit log as a sentence.
import type { Schemas } from '../wire/http';
import { words } from '../words';

export type Entry = Schemas['AuditEntry'];
export interface Known {
  people: Map<string, string>;
  teams: Map<string, string>;
}

const says = words.audit;
const roles = (list: string): string =>
  list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((role) => words.people.roles[role] ?? role)
    .join(', ');

// "name roles rep,manager suspended"
function ofPerson(detail: string): string {
  const parts = detail.split(' ');
  const told: string[] = [];
  for (let i = 0; i < parts.length; ++i) {
    if (parts[i] === 'roles') told.push(roles(parts[++i] ?? ''));
    else if (parts[i] === 'name') told.push(says.aName);
    else if (parts[i]) told.push((words.people.states[parts[i] ?? ''] ?? parts[i] ?? '').toLowerCase());
  }
  return told.join('; ');
}

// "name smallest_group 6 practice 365"
function ofSettings(detail: string): string {
  const parts = detail.trim().split(' ');
  const told: string[] = [];
  for (let i = 0; i < parts.length; ++i) {
    const word = parts[i] ?? '';
    if (word === 'name') told.push(says.aName);
    else if (word === 'smallest_group') told.push(says.smallestGroup(parts[++i] ?? ''));
    else if (word === 'browser_recognition') told.push(says.browserHears(parts[++i] === 'on'));
    else told.push(`${words.company.kinds[word] ?? word} ${says.days(parts[++i] ?? '')}`);
  }
  return told.join('; ');
}

function detailOf({ verb, subject, detail }: Entry): string {
  if (verb === 'person.invited' || verb === 'person.provided') return roles(detail);
  if (verb === 'person.changed') return ofPerson(detail);
  if (verb === 'settings.changed') return ofSettings(detail);
  if (verb === 'token.made') return detail.split(' ').map((one) => words.tokens.scopes[one] ?? one).join('; ');
  if (verb.startsWith('consent.')) return words.mine.consent.purposes[detail] ?? detail;
  if (verb === 'appeal.answered') return (words.appeals.states[detail] ?? detail).toLowerCase();
  if (verb === 'data.swept') return `${words.company.kinds[subject] ?? subject}, ${detail}`;
  return detail;
}

/** Null when the verb is not known. */
export function sentenceOf(entry: Entry, known: Known): string | null {
  const say = says.verbs[entry.verb];
  const person = (id: string) => (id ? (known.people.get(id) ?? words.people.gone) : says.somebody);
  return (
    say?.({
      who: entry.actor ? upper(person(entry.actor)) : says.program,
      whom: person(entry.subject),
      other: person(entry.detail),
      team: known.teams.get(entry.subject) ?? says.aTeam,
      themselves: entry.actor === entry.subject,
      detail: detailOf(entry),
    }) ?? null
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
