// The page against the server's: a server that was updated serves other scripts than those that are loaded here.
const kReloaded = 'praxis.reloaded';
const kOnce_ms = 20_000;

const entryIn = (html: string): string => html.match(/\/assets\/index-[\w-]+\.js/)?.[0] ?? '';
const mine = (): string => document.querySelector<HTMLScriptElement>('script[type=module][src*="/assets/"]')?.getAttribute('src') ?? '';

/** True when the server has a newer page than this one; false, too, when nobody answers. */
export async function isNewer(): Promise<boolean> {
  try {
    const told = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } });
    const theirs = told.ok ? entryIn(await told.text()) : '';
    return theirs !== '' && mine() !== '' && theirs !== mine();
  } catch {
    return false;
  }
}

/** Loads the page again, at the place where one is; not twice in a row. False: it was just done. */
export function reload(): boolean {
  const last = Number(sessionStorage.getItem(kReloaded) ?? 0);
  if (Date.now() - last < kOnce_ms) return false;
  sessionStorage.setItem(kReloaded, String(Date.now()));
  location.reload();
  return true;
}
