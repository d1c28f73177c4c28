// The line between page and server, everywhere but in a talk: no network when it opens, a server that goes and comes
// back, a slow one, and one that was updated under an open page.
import assert from 'node:assert/strict';
import { accessible, logIn, open } from './visit.mjs';

async function opensWithoutANetwork({ browser, server, shot }) {
  const page = await open(browser, server.address);
  await logIn(page, server.people[0], server.password);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let i = 0; i < 100 && !(await caches.match('/')); ++i) await new Promise((done) => setTimeout(done, 50));
  });
  const kept = await page.evaluate(async () => (await (await caches.open('praxis-page-1')).keys()).map((one) => new URL(one.url).pathname));
  assert.ok(kept.includes('/') && kept.some((path) => /\/assets\/index-.*\.js/.test(path)), `kept: ${kept}`);
  assert.ok(!kept.some((path) => path.startsWith('/api')), 'nothing of anybody is kept');
  await page.context().setOffline(true);
  await server.kill();
  await page.reload();
  await page.getByRole('heading', { name: 'You are offline' }).waitFor();
  await accessible(page, 'offline');
  await shot(page, 'offline');
  await server.start();
  await page.context().setOffline(false);
  await page.locator('.hero').waitFor({ timeout: 20000 });
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

async function comesBackByItself({ browser, server, shot }) {
  const page = await open(browser, server.address);
  await logIn(page, server.people[0], server.password);
  await page.getByRole('link', { name: 'My attempts' }).first().click();
  await page.getByRole('heading', { name: 'My attempts' }).waitFor();
  await server.kill();
  await page.getByRole('link', { name: 'Library' }).first().click();
  await page.locator('.line.away').waitFor({ timeout: 15000 });
  await page.getByRole('alert').waitFor();
  await accessible(page, 'server away');
  await shot(page, 'server-away');
  await server.start();
  await page.getByText('Connected again').waitFor({ timeout: 30000 });
  await page.getByRole('button', { name: 'Surprise me' }).waitFor({ timeout: 15000 });
  assert.equal(await page.getByRole('alert').count(), 0, 'what could not be read was read again');
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

async function saysThatItIsSlow({ browser, server, shot }) {
  const page = await open(browser, server.address, { serviceWorkers: 'block' });
  await logIn(page, server.people[0], server.password);
  await page.route('**/api/v1/attempts?*', async (route) => {
    await new Promise((done) => setTimeout(done, 7500));
    await route.continue();
  });
  await page.reload();
  await page.locator('.bones').waitFor();
  await shot(page, 'slow');
  await page.getByText('This takes longer than usual').waitFor({ timeout: 8000 });
  await page.getByRole('heading', { name: 'Recent attempts' }).waitFor({ timeout: 10000 });
  await page.context().close();
}

// The new server has no script of the page before: going somewhere else loads the new page, right there.
async function loadsTheNewPage({ browser, server }) {
  const page = await open(browser, server.address, { serviceWorkers: 'block' });
  await logIn(page, server.people[0], server.password);
  await page.evaluate(() => (window.before = true));
  await page.route('**/assets/Library-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.route(`${server.address}/`, async (route) => {
    if (route.request().resourceType() !== 'fetch') return route.continue();
    const told = await route.fetch();
    await route.fulfill({ response: told, body: (await told.text()).replace(/index-[\w-]+\.js/, 'index-Updated1.js') });
  });
  const loaded = page.waitForEvent('load');
  await page.getByRole('link', { name: 'Library' }).first().click();
  await loaded;
  assert.equal(new URL(page.url()).pathname, '/library', 'it is the place that was asked for');
  assert.equal(await page.evaluate(() => window.before), undefined, 'a page that was loaded anew');
  await page.getByRole('alert').waitFor(); // still without the script, it does not load again and again, but says so
  await page.unroute('**/assets/Library-*.js');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

export async function run(told) {
  await opensWithoutANetwork(told);
  await comesBackByItself(told);
  await saysThatItIsSlow(told);
  await loadsTheNewPage(told);
}
