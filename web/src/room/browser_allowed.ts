// Whether the browser's own recognition may be offered and used here: it must be there, and the company must allow it.
import { session } from '../session/session.svelte';
import { browserHears } from './browser_ear';

export const mayBrowserHear = (): boolean => browserHears() && session.tenant?.browser_recognition === true;
