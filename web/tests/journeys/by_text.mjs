// From the first visit to a report that was read, said again, and shared, by typing.
import assert from 'node:assert/strict';
import { accessible, begin, hangUp, logIn, open, over, say } from './visit.mjs';

const turns = [
  'Good morning, thank you for taking my call. Have you got ten minutes?',
  'What goes wrong today, and where does it hurt most?',
  'What does that cost you over a year?',
  'Who else would have a say in this?',
];

export async function run({ browser, server, shot }) {
  const page = await open(browser, server.address);
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  await accessible(page, 'log in');
  await shot(page, 'log-in');
  await page.getByLabel('Mail address').fill('rep@demo.invalid');
  await page.getByLabel('Password').fill('not this one, surely');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').waitFor();
  await logIn(page, server.people[0], server.password);
  await accessible(page, 'home');
  await shot(page, 'home');

  await begin(page);
  await accessible(page, 'room before it begins');
  for (const turn of turns) if (!(await over(page))) assert.ok((await say(page, turn)).length > 5);
  await accessible(page, 'room');
  await shot(page, 'room');
  await hangUp(page);
  await accessible(page, 'room, over');

  await page.getByRole('link', { name: 'Read the report' }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await accessible(page, 'review');
  await shot(page, 'review');
  await page.getByText('The whole report').click();
  await page.locator('details[open] svg[role=img]').first().waitFor();
  await accessible(page, 'whole review');
  await shot(page, 'review-whole', true);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Transcript (WebVTT)' }).click(),
  ]);
  assert.match(saved.suggestedFilename(), /\.vtt$/);

  await page.getByRole('button', { name: 'Share with somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('With whom?').selectOption({ label: 'Morgan Field' });
  await accessible(page, 'share');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog.getByRole('button', { name: 'Take back' }).waitFor();
  await page.keyboard.press('Escape');

  const review = page.url();
  await page.getByRole('button', { name: /Say it again from turn 2/ }).click();
  await page.locator('.room').waitFor();
  assert.notEqual(page.url(), review);
  assert.equal(await page.locator('.transcript p.rep').count(), 1, 'stands just before turn 2');
  await say(page, 'Where does that trouble you today?');

  const reader = await open(browser, server.address);
  await logIn(reader, server.people[1], server.password);
  await reader.goto(review);
  await reader.getByRole('heading', { name: 'What happened' }).waitFor();
  assert.equal(await reader.getByRole('button', { name: 'Share with somebody' }).count(), 0, 'not the reader’s to share');
  const stranger = await open(browser, server.address);
  await logIn(stranger, server.people[5], server.password);
  await stranger.goto(review);
  await stranger.getByRole('alert').waitFor();

  await page.goto(review);
  await page.getByRole('button', { name: 'Share with somebody' }).click();
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await dialog.getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' });
  await reader.reload();
  await reader.getByRole('alert').waitFor();
  assert.deepEqual([...page.broken, ...reader.broken, ...stranger.broken], []);
  for (const one of [page, reader, stranger]) await one.context().close();
}
