// A connection that drops, a server that is killed and comes back, a second window: not a word is lost, none said twice.
import assert from 'node:assert/strict';
import { begin, logIn, open, say } from './visit.mjs';

const said = (page) => page.locator('.transcript p').allInnerTexts();

export async function run({ browser, server }) {
  const page = await open(browser, server.address);
  await logIn(page, server.people[2], server.password);
  await begin(page);
  const answers = await page.locator('.transcript p.buyer').count();
  await say(page, 'Good morning, thank you for taking my call.');

  await page.context().setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await server.kill();
  await page.getByText('The connection is gone').waitFor({ timeout: 10000 });
  await page.getByLabel('What you say').fill('What goes wrong today?');
  await page.keyboard.press('Enter');
  await server.start();
  await page.context().setOffline(false);
  await page.waitForFunction(() => document.querySelectorAll('.transcript p.rep:not(.pending)').length === 2, null, { timeout: 30000 });
  await page.locator('.transcript p.buyer').nth(answers + 1).waitFor({ timeout: 15000 });
  const lines = await said(page);
  assert.equal(lines.filter((line) => line.includes('What goes wrong today?')).length, 1, 'said once');

  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.locator('.room').waitFor();
  await page.getByText('opened in another window').waitFor({ timeout: 15000 });
  assert.deepEqual(await said(second), lines, 'the other window shows the same');
  await say(second, 'And how often does that happen?');
  await page.getByRole('button', { name: 'Go on here' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.transcript p.rep').length === 3, null, { timeout: 15000 });
  await second.getByText('opened in another window').waitFor({ timeout: 15000 });

  await page.reload();
  await page.locator('.transcript p.rep').nth(2).waitFor();
  assert.deepEqual(page.broken, []);
  await page.context().close();
}
