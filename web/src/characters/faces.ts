// Which face a customer has, and drawing it: loaded when a face is first shown.
import type { Person } from '../avatar/person/person';
import { Problem, read } from '../wire/http';
import type { Brief } from '../wire/live';

export type Customer = Brief['person'];
/** Who plays a customer, as an attempt keeps it: the word of a shipped one, the id of a company's own; null: not written down. */
export type Player = string | null | undefined;

const own = new Map<string, Promise<Person | null>>();

// Null when it was deleted, or is none that this page can draw.
function ownById(id: string): Promise<Person | null> {
  const known = own.get(id);
  if (known) return known;
  const asked = Promise.all([read<{ person: Person }>(`/characters/${encodeURIComponent(id)}`), import('../avatar/person/load')]).then(
    ([{ person }, { problemsOf }]) => (problemsOf(person, '').length ? null : person),
    (error) => {
      if (!(error instanceof Problem) || error.status !== 404) own.delete(id); // the next look may find it
      return null;
    },
  );
  own.set(id, asked);
  return asked;
}
/** It was changed or deleted here. */
export const forget = (id: string): void => void own.delete(id);

/** Whoever was chosen when the attempt began; where that was not written down, or is gone, one of the shipped people. */
export async function faceOf(customer: Customer, player?: Player): Promise<Person> {
  const { people, personFor } = await import('../avatar/person/people');
  const chosen = player ? (people.find(({ id }) => id === player) ?? (await ownById(player))) : null;
  return chosen ?? personFor(customer.name, wishOf(customer));
}

export const wishOf = ({ presents, setting }: Customer) => ({ ...(presents === 'either' ? {} : { presents }), setting });

/** Draws a portrait; `who` is somebody, or the word of one of the shipped people. */
export async function portray(canvas: HTMLCanvasElement, who: Person | string): Promise<void> {
  const [{ portrayOn }, { people }] = await Promise.all([import('../avatar/apart/apart'), import('../avatar/person/people')]);
  const face = typeof who === 'string' ? people.find((one) => one.id === who) : who;
  if (face && canvas.isConnected) await portrayOn(canvas, face);
}
