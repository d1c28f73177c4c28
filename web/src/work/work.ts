// Webhooks and jobs as the page shows them.
import type { Schemas } from '../wire/http';
import { words } from '../words';

export type Webhook = Schemas['Webhook'];
export type WebhookMade = Schemas['WebhookMade'];
export type Delivery = Schemas['Delivery'];
export type Job = Schemas['Job'];

const says = words.work;

export const eventBoxes = Object.entries(says.events)
  .filter(([key]) => key !== 'ping')
  .map(([key, more]) => ({ key, says: more, more: key }));

export const kindsSaid = (webhook: Webhook): string =>
  webhook.kinds.length ? webhook.kinds.map((one) => says.events[one] ?? one).join(' · ') : says.webhooks.everything;

/** The server's word for a kind where the page has none: a newer server. */
export const eventSaid = (kind: string): string => says.events[kind] ?? kind;
export const jobSaid = (kind: string): string => says.jobs.kinds[kind] ?? kind;

/** Without the secret, which is shown once. */
export function listed(made: WebhookMade): Webhook {
  const { secret: _, ...webhook } = made;
  return webhook;
}
