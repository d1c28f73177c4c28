// What journeys do again and again: come in, begin a talk, say something, hold a place against axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page in a browser context of its own, which fails the journey when a script of it breaks. */
export async function open(browser, address, { voice = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, ...options });
  if (!voice) await context.addInitScript(() => localStorage.setItem('praxis.voice', localStorage.getItem('praxis.voice') ?? 'off'));
  const page = await context.newPage();
  page.broken = [];
  page.on('pageerror', (error) => page.broken.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) page.broken.push(message.text());
  });
  await page.goto(address);
  return page;
}

export async function logIn(page, person, password) {
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.hero').waitFor();
}

export async function begin(page) {
  await page.getByRole('button', { name: 'Start a three-minute call' }).click();
  await page.locator('.room').waitFor();
}

/** Says something and waits for the answer. */
export async function say(page, text) {
  const lines = page.locator('.transcript p.buyer');
  const before = await lines.count();
  await page.getByLabel('What you say').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction((n) => document.querySelectorAll('.transcript p.buyer').length > n, before, { timeout: 15000 });
  return lines.last().innerText();
}

export const over = (page) => page.locator('.over').count().then((n) => n > 0);

export async function hangUp(page) {
  if (await over(page)) return;
  await page.getByRole('button', { name: 'Hang up' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hang up' }).click();
  await page.locator('.over').waitFor();
}

/** No violation of WCAG 2.2 A and AA that axe finds. The policy of the page lets no script in, so it runs from outside. */
export async function accessible(page, place) {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
      .then((found) => JSON.stringify(found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  assert.deepEqual(JSON.parse(result.value), [], `axe at ${place}`);
}

export async function fitsSideways(page, place) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${place} scrolls sideways by ${wide} px`);
}
