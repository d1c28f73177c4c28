// A real call: agree, drop the file, say who one is, read the review, doubt a verdict and have it answered, share it; what goes
// wrong is said; taken back, it is gone.
import assert from 'node:assert/strict';
import { accessible, fitsSideways, logIn, open } from './visit.mjs';

const transcript = new URL('../../../data/transcripts/hallam-1.vtt', import.meta.url).pathname;

async function doubt(page) {
  const doubted = page.locator('details details', { has: page.locator('summary .pill', { hasText: /^Seen$/ }) }).first();
  await doubted.locator('summary').click();
  await doubted.getByRole('button', { name: 'Doubt this verdict' }).click();
  await page.getByLabel('Why is it wrong?').fill('I asked that in my second turn.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await doubted.getByText('Sent. You find the answer').waitFor();
}

// Enablement reads the one verdict, though the call is not shared; the rep finds the answer, and the way back to the call.
async function answered(told, page, path) {
  const { browser, server, shot } = told;
  const enablement = await open(browser, server.address);
  await logIn(enablement, server.people.find((one) => one.email.startsWith('enablement')), server.password);
  await enablement.goto(`${server.address}/appeals`);
  const card = enablement.locator('main li', { hasText: 'I asked that in my second turn.' }).first();
  await card.getByText('Real call').waitFor();
  await card.getByText('The verdict, with its quotes').waitFor();
  await accessible(enablement, 'a doubted verdict of a call');
  await shot(enablement, 'call-doubted', true);
  await card.getByLabel('They are right').check();
  await card.getByLabel('What you write to them').fill('You did.');
  await card.getByRole('button', { name: 'Send the answer' }).click();
  await card.getByText('Upheld').waitFor();
  assert.deepEqual(enablement.broken, []);
  await enablement.context().close();
  await page.goto(`${server.address}/mine/appeals`);
  const mine = page.locator('main li', { hasText: 'I asked that in my second turn.' });
  await mine.getByText('You did.').waitFor();
  await shot(page, 'call-appeal-answered', true);
  await mine.getByRole('link', { name: 'The report' }).click();
  await page.getByRole('heading', { name: 'A real call' }).waitFor();
  assert.equal(new URL(page.url()).pathname, path);
}

export async function run({ browser, server, shot }) {
  const reps = server.people.filter((one) => one.email.startsWith('rep'));
  const rep = reps.at(-1) ?? server.people[0];
  const manager = server.people.find((one) => one.email.startsWith('manager'));
  const page = await open(browser, server.address);
  await logIn(page, rep, server.password);
  await page.getByRole('link', { name: 'Real calls' }).click();
  await page.getByText('the other side of that call was told').waitFor();
  assert.equal(await page.locator('input[type=file]').count(), 0, 'nothing is taken in before');
  await accessible(page, 'calls, before consent');
  await shot(page, 'calls-consent');
  await page.getByRole('button', { name: /^Yes, I agree/ }).click();
  const file = page.locator('input[type=file]');
  await file.waitFor({ state: 'attached' });

  await file.setInputFiles({ name: 'broken.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello.\n') });
  await page.getByText(/Line 3: only one speaker/).waitFor();
  await shot(page, 'calls-fault');
  await file.setInputFiles({ name: 'talk.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from([0x49, 0x44, 0x33, 0x00, 0xff]) });
  await page.getByText('This file is no text').waitFor();

  await file.setInputFiles(transcript);
  const who = page.getByLabel('Who of them are you?');
  await who.waitFor();
  assert.equal(await who.locator('option').count(), 2);
  await accessible(page, 'calls, put in');
  await shot(page, 'calls-put-in', true);
  await page.getByRole('button', { name: 'Read it like a rehearsal' }).click();
  await page.getByRole('heading', { name: 'A real call' }).waitFor();
  const path = new URL(page.url()).pathname;
  await accessible(page, 'review of a call');
  await shot(page, 'call-review', true);
  await page.getByText('The whole report').click();
  await page.getByText('What cannot be known of a real customer').waitFor();
  assert.equal(await page.getByText('Say it again').count(), 0, 'a real call is not said again');
  assert.equal(await page.getByText('Verhaag').count(), 0, 'the customer has no name here');
  await accessible(page, 'whole review of a call');
  await shot(page, 'call-review-whole', true);

  await doubt(page);
  await answered({ browser, server, shot }, page, path);

  const reader = await open(browser, server.address, { viewport: { width: 390, height: 800 } });
  await logIn(reader, manager, server.password);
  await reader.goto(server.address + path);
  await reader.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Share with somebody' }).click();
  await page.getByLabel('With whom?').selectOption({ label: manager.name });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  await reader.goto(`${server.address}/calls`);
  await reader.getByText(`from ${rep.name}`).click();
  await reader.getByRole('heading', { name: 'A real call' }).waitFor();
  assert.equal(await reader.getByRole('button', { name: 'Delete this call' }).count(), 0);
  await fitsSideways(reader, 'review of a call');
  await shot(reader, 'call-shared-narrow', true);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' });
  await reader.goto(server.address + path);
  await reader.getByRole('alert').waitFor();

  await page.goto(`${server.address}/calls`);
  await page.getByRole('heading', { name: 'What you practise, and what you do' }).waitFor();
  await accessible(page, 'calls');
  await fitsSideways(page, 'calls');
  await shot(page, 'calls', true);
  await page.goto(`${server.address}/mine`);
  await page.getByRole('button', { name: /^Take it back: Real calls/ }).click();
  await page.getByRole('button', { name: /^Yes, I agree: Real calls/ }).waitFor();
  await page.goto(server.address + path);
  await page.getByRole('alert').waitFor();
  assert.deepEqual([...page.broken, ...reader.broken], []);
  await page.context().close();
  await reader.context().close();
}
