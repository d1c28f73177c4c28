// A drill: one objection, three turns, the one move, and again with the same customer.
import assert from 'node:assert/strict';
import { accessible, logIn, open, over, say } from './visit.mjs';

// It is the server that knows: what was a drill here is one everywhere.
async function inAnotherBrowser({ browser, server }, review) {
  const page = await open(browser, server.address);
  await logIn(page, server.people[4 + 1], server.password);
  await page.goto(`${server.address}/attempts`);
  const row = page.locator(`a[href="${new URL(review).pathname}"]`);
  await row.getByText('Drill', { exact: true }).waitFor();
  await row.click();
  await page.getByRole('heading', { name: 'That move' }).waitFor({ timeout: 20000 });
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

export async function run({ browser, server, shot }) {
  const page = await open(browser, server.address);
  await logIn(page, server.people[4 + 1], server.password);
  await page.getByRole('button', { name: /90-second drill/ }).click();
  await page.locator('.room').waitFor();
  assert.match(new URL(page.url()).pathname, /^\/drill\//);
  await page.getByRole('timer').waitFor();
  const name = await page.locator('figcaption .name strong').innerText();
  await accessible(page, 'drill');
  await say(page, 'I hear you. What is behind that, if I may ask?');
  await page.waitForTimeout(1500);
  await shot(page, 'drill');
  for (const turn of ['What would have to be different for it to be worth a look?', 'Then let me propose this: half an hour on Thursday, at your machine.'])
    if (!(await over(page)) && (await page.locator('.room').count())) await say(page, turn).catch(() => {});
  await page.waitForURL(/\/drill\/.+\/review/, { timeout: 30000 });
  await page.getByRole('heading', { name: 'That move' }).waitFor({ timeout: 20000 });
  await accessible(page, 'the move');
  await shot(page, 'drill-review');
  assert.ok((await page.locator('article .you, article .better').count()) > 0, 'the move, or a stronger one');
  const review = page.url();
  await page.getByRole('button', { name: 'Again', exact: true }).click();
  await page.getByRole('timer').waitFor();
  assert.notEqual(page.url(), review);
  assert.equal(await page.locator('figcaption .name strong').innerText(), name, 'the same customer');
  assert.equal(await page.locator('.transcript p.rep').count(), 0, 'from the beginning');
  await inAnotherBrowser({ browser, server }, review);
  assert.deepEqual(page.broken, []);
  await page.context().close();
}
