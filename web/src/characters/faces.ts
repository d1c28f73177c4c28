// Which face a customer has, and drawing it: loaded when a face is first shown.
import type { Person } from '../avatar/person/person';
import type { Brief } from '../wire/live';

export type Customer = Brief['person'];

export async function faceOf(customer: Customer): Promise<Person> {
  const { personFor } = await import('../avatar/person/people');
  return personFor(customer.name, wishOf(customer));
}

export const wishOf = ({ presents, setting }: Customer) => ({ ...(presents === 'either' ? {} : { presents }), setting });

/** Draws a portrait; `who` is a customer, or one of the people by id. */
export async function portray(canvas: HTMLCanvasElement, who: Customer | string): Promise<void> {
  const [{ portrayOn }, { people, personFor }] = await Promise.all([import('../avatar/apart/apart'), import('../avatar/person/people')]);
  const face = typeof who === 'string' ? people.find((one) => one.id === who) : personFor(who.name, wishOf(who));
  if (face && canvas.isConnected) await portrayOn(canvas, face);
}
