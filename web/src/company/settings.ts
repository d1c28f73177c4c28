// What a company has decided, as a form holds it and as it is sent.
import type { Schemas } from '../wire/http';

export type Settings = Schemas['Settings'];
export type Kind = keyof Schemas['RetentionDays'];
export const kinds: Kind[] = ['practice', 'abandoned', 'calls', 'errands', 'ways_in'];

export interface Form {
  name: string;
  group: string;
  days: Record<Kind, string>;
  browser: boolean; // may hear, by each person's own choice
}

export function formOf(settings: Settings): Form {
  const days = Object.fromEntries(kinds.map((kind) => [kind, String(settings.retention_days[kind])]));
  return { name: settings.name, group: String(settings.smallest_group), days: days as Form['days'], browser: settings.browser_recognition };
}

/** Only what is different from before: what is absent stays. */
export function changesOf(before: Settings, form: Form): Schemas['SettingsChange'] {
  const changes: Schemas['SettingsChange'] = {};
  if (form.name.trim() !== before.name) changes.name = form.name.trim();
  if (Number(form.group) !== before.smallest_group) changes.smallest_group = Number(form.group);
  if (form.browser !== before.browser_recognition) changes.browser_recognition = form.browser;
  const other = kinds.filter((kind) => Number(form.days[kind]) !== before.retention_days[kind]);
  if (other.length) changes.retention_days = Object.fromEntries(other.map((kind) => [kind, Number(form.days[kind])])) as never;
  return changes;
}

/** The kinds of data that would be deleted sooner than now. */
export const shorterIn = (before: Settings, form: Form): Kind[] =>
  kinds.filter((kind) => Number(form.days[kind]) < before.retention_days[kind]);
