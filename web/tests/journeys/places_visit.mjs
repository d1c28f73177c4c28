// What the journeys through the places do again and again.
import { accessible, fitsSideways, logIn, open } from './visit.mjs';

export async function as({ browser, server }, who) {
  const page = await open(browser, server.address);
  page.setDefaultTimeout(30000);
  await logIn(page, server.people.find((one) => one.email.startsWith(`${who}@`)), server.password);
  return page;
}

/** Goes there without loading the page again, waits until it is there, and holds it against axe, wide and narrow. */
export async function visit(page, path, heading) {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await settled(page);
  await held(page, path);
}

export const settled = (page) => page.waitForFunction(() => !document.querySelector('main .busy'));

export async function held(page, place) {
  await accessible(page, place);
  await page.setViewportSize({ width: 360, height: 800 });
  await accessible(page, `${place}, narrow`);
  await fitsSideways(page, place);
  await page.setViewportSize({ width: 1360, height: 850 });
}

/** Asks the server as whoever is logged in on this page. */
export const asked = (page, method, path, body, headers = {}) =>
  page.evaluate(
    async ({ method, path, body, headers }) => {
      const { csrf_token } = await (await fetch('/api/v1/session')).json();
      const sent = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'x-csrf-token': csrf_token, ...sent, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, etag: answer.headers.get('etag'), body: text ? JSON.parse(text) : null };
    },
    { method, path, body, headers },
  );
