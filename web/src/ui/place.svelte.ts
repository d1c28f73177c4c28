// Where the page is: the address bar's path, and how one goes somewhere else without loading the page again.
export interface Match {
  [name: string]: string;
}

export const place = $state({ path: location.pathname, secret: takeSecret() });

/** What stands behind "#" of a one-time link is taken out of the address bar at once. */
function takeSecret(): string {
  const secret = location.hash.slice(1);
  const oneTime = ['/start', '/join', '/reset'].includes(location.pathname);
  if (secret && oneTime) history.replaceState(null, '', location.pathname);
  return oneTime ? secret : '';
}

export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  place.path = location.pathname;
  window.scrollTo(0, 0);
}

/** Where somebody wants to go while something here is not saved; Leaving.svelte asks them. */
export const leaving = $state<{ to: string | null }>({ to: null });
let unsaved = 0;

/** From now on one is asked before leaving, within the page or with it; what it returns ends that. `go` asks nobody. */
export function keepHere(): () => void {
  const asks = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('beforeunload', asks);
  unsaved++;
  return () => {
    window.removeEventListener('beforeunload', asks);
    unsaved--;
  };
}

/** The named parts of a path that has that form ("/attempts/:id"), or null. */
export function match(pattern: string, path: string): Match | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const parts: Match = {};
  for (const [i, segment] of wanted.entries()) {
    const value = given[i] ?? '';
    if (segment.startsWith(':')) parts[segment.slice(1)] = decodeURIComponent(value);
    else if (segment !== value) return null;
  }
  return parts;
}

function goesHere(event: MouseEvent): string | null {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  if (link.pathname.startsWith('/api/') || (link.hash && link.pathname === location.pathname)) return null;
  return link.pathname;
}

export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const path = goesHere(event);
    if (path === null) return;
    event.preventDefault();
    if (unsaved) leaving.to = path;
    else go(path);
  });
  window.addEventListener('popstate', () => {
    if (!unsaved) {
      place.path = location.pathname;
      return;
    }
    leaving.to = location.pathname;
    history.pushState(null, '', place.path); // the browser has gone already
  });
}
