// Who is logged in here.
import { ask, Problem, read, sendWithChanges, whenLoggedOut, type Schemas } from '../wire/http';

export type Role = Schemas['Role'];
type Known = 'asking' | 'out' | 'in' | 'away';

export const session = $state<{ known: Known; person: Schemas['Person'] | null; tenant: Schemas['Tenant'] | null }>({
  known: 'asking',
  person: null,
  tenant: null,
});

export function may(...roles: Role[]): boolean {
  return session.person?.roles.some((role) => roles.includes(role)) ?? false;
}

export async function lookWhoIsIn(): Promise<void> {
  try {
    const told = await read<Schemas['Session']>('/session');
    sendWithChanges(told.csrf_token ?? '');
    Object.assign(session, { known: 'in', person: told.person, tenant: told.tenant });
  } catch (error) {
    if (error instanceof Problem && error.status === 401) beOut();
    else session.known = 'away';
  }
}

/** What the company has decided may be otherwise by now. */
export async function lookAgain(): Promise<void> {
  try {
    session.tenant = (await read<Schemas['Session']>('/session')).tenant;
  } catch {
    // as it was known; who is out is told so elsewhere
  }
}

function beOut(): void {
  sendWithChanges('');
  Object.assign(session, { known: 'out', person: null, tenant: null });
}

/** After any way in: a session was opened. */
export async function comeIn(opened: Schemas['SessionOpened']): Promise<void> {
  sendWithChanges(opened.csrf_token);
  await lookWhoIsIn();
}

export async function logIn(email: string, password: string): Promise<void> {
  await comeIn(await ask<Schemas['SessionOpened']>('POST', '/session', { email, password }));
}

export async function logOut(): Promise<void> {
  const closed = await ask<Schemas['SessionClosed']>('DELETE', '/session');
  beOut();
  if (closed.farewell) location.assign(closed.farewell);
}

whenLoggedOut(beOut);
