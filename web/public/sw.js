// Keeps the page itself in the browser, so that it opens, and says what is the matter, without a network. What the
// server knows about anybody (/api) is never kept here.
const kept = 'praxis-page-1';
const patience_ms = 6000;

const assetsIn = (html) => [...html.matchAll(/\/assets\/[\w.-]+/g)].map(([path]) => path);

async function keepPage() {
  const cache = await caches.open(kept);
  const told = await fetch('/', { cache: 'no-store' });
  if (!told.ok) return;
  await cache.put('/', told.clone());
  const paths = [...new Set([...assetsIn(await told.text()), '/mark.svg'])];
  await Promise.all(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path)));
}

// Its name says what is in it, so what was kept once is right for ever.
async function asset(request) {
  const cache = await caches.open(kept);
  const have = await cache.match(request);
  if (have) return have;
  const told = await fetch(request);
  if (told.ok) cache.put(request, told.clone());
  return told;
}

async function page(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience_ms) });
  } catch (error) {
    const have = await (await caches.open(kept)).match('/');
    if (have) return have;
    throw error;
  }
}

addEventListener('install', (event) => {
  event.waitUntil(keepPage().catch(() => {}));
  skipWaiting();
});
addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
      await clients.claim();
    })(),
  );
});
addEventListener('message', (event) => event.data === 'keep' && event.waitUntil(keepPage().catch(() => {})));
addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(event.request));
  else if (event.request.mode === 'navigate' && !pathname.startsWith('/api')) event.respondWith(page(event.request));
});
