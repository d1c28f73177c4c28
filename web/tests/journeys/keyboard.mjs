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

// One row a conversation; how hard it is to be is chosen in it, and then it begins.
async function inTheLibrary({ browser, server, shot }) {
  const page = await open(browser, server.address);
  await logIn(page, server.people[0], server.password);
  let asked = 0;
  page.on('request', (request) => request.url().endsWith('/scenarios') && asked++);
  await page.goto(`${server.address}/library`);
  const rows = page.locator('main ul.list > li');
  await rows.first().waitFor();
  const named = await rows.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  assert.equal(new Set(named).size, named.length, 'no conversation is there twice');
  await accessible(page, 'library');
  assert.equal(asked, 1, 'what there is is asked for once');
  await shot(page, 'library', true);
  await page.getByLabel('Difficulty', { exact: true }).selectOption('easy');
  const choice = rows.first().getByRole('combobox');
  assert.equal(await choice.inputValue(), 'easy');
  await choice.focus();
  await page.keyboard.press('h');
  assert.equal(await choice.inputValue(), 'hard');
  assert.equal(await rows.nth(1).getByRole('combobox').inputValue(), 'easy', 'for the one alone');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.room').waitFor();
  const attempt = await page.evaluate(async () => (await (await fetch(`/api/v1${location.pathname}`)).json()));
  assert.equal(attempt.difficulty, 'hard');
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

export async function run(given) {
  await byKeyboard(given);
  await inTheLibrary(given);
  await onATelephone(given);
}
