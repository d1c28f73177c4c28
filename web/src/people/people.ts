// Who is in the company, as far as one may know.
import { may } from '../session/session.svelte';
import { read, readAll, type Schemas } from '../wire/http';
import { words } from '../words';

export type Person = Schemas['Person'];
export type Invited = Schemas['InvitedPerson'];
export type Team = Schemas['Team'];

const kMost = 5000;

export const teamsSeen = async (): Promise<Team[]> => (await read<Schemas['TeamPage']>('/teams')).items;
export const peopleSeen = (team = ''): Promise<Person[]> =>
  readAll<Person>(team ? `/people?team=${encodeURIComponent(team)}` : '/people', kMost);

/** Names by id: admins know everybody's, others those of active people, partners nobody's. */
export async function namesKnown(): Promise<Map<string, string>> {
  if (!may('rep', 'manager', 'enablement', 'admin')) return new Map();
  const all = await readAll<{ id: string; name: string }>(may('admin') ? '/people' : '/directory', kMost);
  return new Map(all.map((one) => [one.id, one.name]));
}
export const nameIn = (names: Map<string, string>, id: string): string => names.get(id) ?? words.people.gone;

export const roleBoxes = Object.entries(words.people.roles).map(([key, says]) => ({
  key,
  says,
  more: words.people.roleSays[key] ?? '',
}));

/** Those whose name or mail address has it, and who are in that state. */
export function fitting(all: Person[], text: string, state: string): Person[] {
  const wanted = text.trim().toLowerCase();
  return all.filter(
    (one) =>
      (!state || one.state === state) &&
      (one.name.toLowerCase().includes(wanted) || one.email.toLowerCase().includes(wanted)),
  );
}

/** Only what is different from before: what is absent stays. */
export function changesOf(before: Person, after: Pick<Person, 'name' | 'roles' | 'state'>): Schemas['PersonChange'] {
  const changes: Schemas['PersonChange'] = {};
  const name = after.name.trim();
  if (name !== before.name) changes.name = name;
  if ([...after.roles].sort().join() !== [...before.roles].sort().join()) changes.roles = after.roles;
  if (after.state !== before.state && after.state !== 'invited') changes.state = after.state;
  return changes;
}
