// Without a mouse, and on a telephone.
import assert from 'node:assert/strict';
import { accessible, begin, fitsSideways, logIn, open, say } from './visit.mjs';

async function tabTo(page, name) {
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const one = document.activeElement;
      return one?.matches('button, a') ? (one.getAttribute('aria-label') ?? '') + one.textContent : '';
    });
    if (here.includes(name)) return;
  }
  throw new Error(`no way to "${name}" by Tab`);
}

async function byKeyboard({ browser, server }) {
  const page = await open(browser, server.address);
  await page.getByLabel('Mail address').focus();
  await page.keyboard.type(server.people[0].email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(server.password);
  await page.keyboard.press('Enter');
  await page.locator('.hero').waitFor();
  await tabTo(page, 'Start a three-minute call');
  await page.keyboard.press('Enter');
  await page.locator('.room').waitFor();
  await page.getByLabel('What you say').focus();
  const before = await page.locator('.transcript p.buyer').count();
  await page.keyboard.type('Good morning. Have you got a moment?');
  await page.keyboard.press('Enter');
  await page.locator('.transcript p.buyer').nth(before).waitFor();
  await tabTo(page, 'Hang up');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.over').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

async function onATelephone({ browser, server, shot }) {
  const page = await open(browser, server.address, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await logIn(page, server.people[0], server.password);
  await fitsSideways(page, 'home');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  await fitsSideways(page, 'library');
  await page.goto(server.address);
  await page.locator('.hero').waitFor();
  await begin(page);
  await say(page, 'Good morning. Have you got a moment?');
  await fitsSideways(page, 'room');
  await accessible(page, 'room on a telephone');
  await shot(page, 'room-telephone');
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

export async function run(given) {
  await byKeyboard(given);
  await onATelephone(given);
}
