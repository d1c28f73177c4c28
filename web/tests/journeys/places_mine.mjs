// What everybody does about their own: tokens, consent, sharing, appeals, taking it along, deleting it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible } from './visit.mjs';
import { as, asked, held, settled, visit } from './places_visit.mjs';

const bearer = async (server, secret) =>
  (await fetch(`${server.address}/api/v1/attempts`, { headers: { authorization: `Bearer ${secret}` } })).status;

export async function tokens(told) {
  const page = await as(told, 'jules');
  await visit(page, '/tokens', 'Tokens for programs');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is it for?').fill('A journey');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByText('no scope is given').waitFor();
  await accessible(page, 'making a token');
  await dialog.getByLabel('Read your rehearsals').check();
  await dialog.getByLabel('For how many days?').fill('7');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  const secret = await page.getByLabel('The token', { exact: true }).inputValue();
  assert.match(secret, /^prx_/);
  await held(page, 'a new token');
  await told.shot(page, 'token', true);
  assert.equal(await bearer(told.server, secret), 200);
  await page.getByRole('button', { name: 'I have it' }).click();
  assert.equal(await page.getByText(secret).count(), 0);

  await page.getByRole('button', { name: 'Revoke A journey' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('“A journey” is revoked.').waitFor();
  assert.equal(await bearer(told.server, secret), 401);
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

// The newest conversation that has come to its end; what other journeys began may still be open, or a drill.
const newest = async (page) =>
  (await asked(page, 'GET', '/attempts?limit=20')).body.items.find((one) => one.state !== 'open' && !one.drill).id;

export async function sharing(told) {
  const page = await as(told, 'quinn');
  const reader = await as(told, 'manager');
  const attempt = await newest(page);
  const morgan = (await asked(page, 'GET', '/directory')).body.items.find((one) => one.name === 'Morgan Field');
  await visit(page, '/mine/sharing', 'My data');
  await page.getByText(/read by nobody but you/).waitFor();
  assert.equal((await asked(page, 'PUT', `/attempts/${attempt}/shares/${morgan.id}`)).status, 204);
  await visit(page, '/mine', 'My data');
  await visit(page, '/mine/sharing', 'My data');
  await page.getByText('Morgan Field').waitFor();
  await told.shot(page, 'sharing', true);

  await visit(reader, '/mine/sharing', 'My data');
  await reader.locator(`a[href="/attempts/${attempt}/review"]`).click();
  await reader.getByRole('heading', { name: 'What happened' }).waitFor();
  await page.getByRole('button', { name: 'Take back from Morgan Field' }).click();
  await page.getByText('Morgan Field cannot read it any more.').waitFor();
  await visit(reader, '/mine/sharing', 'My data');
  await reader.getByText('Nobody shares a conversation with you.').waitFor();
  assert.deepEqual([...page.broken, ...reader.broken], []);
  for (const one of [page, reader]) await one.context().close();
}

export async function appealing(told) {
  const page = await as(told, 'quinn');
  await visit(page, '/mine/appeals', 'My data');
  await page.getByText('You have made no appeals.').waitFor();
  const attempt = await newest(page);
  const { criteria } = (await asked(page, 'GET', `/attempts/${attempt}/report`)).body;
  const doubted = criteria.find((one) => one.verdict === 'fail' || one.verdict === 'pass');
  const wishes = { behaviour: doubted.behaviour, reason: 'I waited each time.' };
  const made = await asked(page, 'POST', `/attempts/${attempt}/appeals`, wishes);
  assert.equal(made.status, 201);
  await visit(page, '/mine', 'My data');
  await visit(page, '/mine/appeals', 'My data');
  await page.getByText('I waited each time.').waitFor();
  await told.shot(page, 'my-appeals', true);
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

export async function answering(told) {
  const page = await as(told, 'enablement');
  await visit(page, '/appeals', 'Appeals');
  const card = page.locator('main li', { hasText: 'I waited each time.' }).first();
  await card.getByText('The verdict, with its quotes').waitFor(); // though the report is not shared
  await told.shot(page, 'doubted', true);
  await card.getByLabel('They are right').check();
  await card.getByLabel('What you write to them').fill('You did, in the third turn.');
  await card.getByRole('button', { name: 'Send the answer' }).click();
  await card.getByText('Upheld').waitFor();
  await held(page, 'an answered appeal');
  await told.shot(page, 'appeals', true);
  await page.context().close();

  const admin = await as(told, 'admin');
  await visit(admin, '/appeals', 'Appeals');
  await admin.getByText('Appeals are answered by enablement leads.').waitFor();
  await admin.context().close();
}

async function consents(page) {
  await visit(page, '/mine', 'My data');
  await page.getByRole('button', { name: 'Yes, I agree: Your voice' }).click();
  await page.getByText('Written down: you agree.').waitFor();
  await page.getByRole('button', { name: 'Take it back: Your voice' }).click();
  await page.getByText('Written down: you do not agree.').waitFor();
  await page.getByText('You have not agreed to this text.').waitFor();
  await held(page, 'consent');
}

async function account(page) {
  await visit(page, '/mine/account', 'My data');
  const name = page.getByLabel('Your name');
  const before = await name.inputValue();
  await name.fill('Q. Abbot');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your name is changed.').waitFor();
  await page.locator('header').getByText('Q. Abbot').waitFor();
  await name.fill(before);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('header').getByText(before).waitFor();
  await page.getByLabel('The password you have now').fill('not this one, surely');
  await page.getByLabel('New password').fill('four unrelated paper lanterns');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('That is not the password you have now.').waitFor();
  await held(page, 'account, with a fault');
}

async function record(page) {
  await visit(page, '/mine/record', 'Everything kept');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save as a file' }).click()]);
  assert.equal(saved.suggestedFilename(), 'praxis-record.json');
  assert.equal(JSON.parse(readFileSync(await saved.path(), 'utf8')).tables.person.length, 1);
  await page.getByRole('button', { name: 'Read it here' }).click();
  await page.getByRole('heading', { name: /What was said/ }).waitFor();
  await settled(page);
  await held(page, 'everything kept');
}

async function erasesOne(page) {
  await visit(page, '/mine/attempts', 'My data');
  const rows = page.locator('main li');
  const before = await rows.count();
  await rows.last().getByRole('button', { name: /^Delete/ }).click();
  await accessible(page, 'deleting an attempt');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('The conversation is deleted.').waitFor();
  assert.equal(await rows.count(), before - 1);
}

export async function mine(told) {
  const page = await as(told, 'quinn');
  await consents(page);
  await account(page);
  await record(page);
  await told.shot(page, 'record', true);
  await erasesOne(page);
  await visit(page, '/mine/account', 'My data');
  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  assert.deepEqual(page.broken, []);
  await page.context().close();
}
