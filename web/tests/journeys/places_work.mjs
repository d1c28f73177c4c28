// What others are told of, and the work that is done later: with a receiver on this machine that first is out of order.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { accessible } from './visit.mjs';
import { as, asked, held, settled, visit } from './places_visit.mjs';

async function receiver() {
  const got = [];
  const state = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    got.push({ headers: request.headers, body });
    response.writeHead(state.status).end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { got, state, url: `http://127.0.0.1:${server.address().port}/in`, close: () => server.close() };
}

function checks(message, secret) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = message.headers;
  const mine = createHmac('sha256', key).update(`${id}.${at}.${message.body}`).digest('base64');
  assert.ok(signature.split(' ').includes(`v1,${mine}`), 'signed with the secret that was shown');
}

async function makes(page, url, note) {
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address', { exact: true }).fill(url);
  await dialog.getByLabel('What is it for?').fill(note);
  await accessible(page, 'adding a webhook');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  return dialog;
}

/** Looks again until the newest delivery is in that state. */
async function comesTo(page, state) {
  const first = page.locator('main ol li').first();
  for (let i = 0; i < 40; ++i) {
    await page.getByRole('button', { name: 'Look again' }).click();
    await settled(page);
    if ((await first.count()) && (await first.innerText()).includes(state)) return;
    await page.waitForTimeout(250);
  }
  assert.fail(`the delivery did not come to be ${state}`);
}

export async function webhooks(told) {
  const other = await receiver();
  const page = await as(told, 'admin');
  await visit(page, '/webhooks', 'Webhooks');
  const dialog = await makes(page, 'ftp://nowhere.example', 'Wrong');
  await dialog.getByText('must begin with https://').waitFor();
  await page.keyboard.press('Escape');
  await makes(page, other.url, 'Tells the directory');
  const secret = await page.getByLabel('The secret', { exact: true }).inputValue();
  assert.match(secret, /^whsec_/);
  await held(page, 'the secret of a webhook');
  await told.shot(page, 'webhook-secret', true);
  await page.getByRole('button', { name: 'I have it' }).click();
  await page.getByRole('link', { name: 'Tells the directory' }).click();
  await page.getByRole('heading', { level: 1, name: 'Webhook', exact: true }).waitFor();

  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByText('A ping is on its way').waitFor();
  await comesTo(page, 'delivered');
  checks(other.got[0], secret);
  other.state.status = 410;
  await page.getByRole('button', { name: 'Try it out' }).click();
  await comesTo(page, 'given up');
  await page.reload();
  await page.getByText('answered that it is gone').waitFor();
  await held(page, 'a webhook that is switched off');
  await told.shot(page, 'webhook', true);
  other.state.status = 200;
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('It is switched on.').waitFor();
  await page.getByRole('button', { name: /^Send once more: A ping/ }).first().click();
  await page.getByText('It is on its way once more.').waitFor();
  await comesTo(page, 'delivered');
  assert.equal(other.got[1].headers['webhook-id'], other.got[2].headers['webhook-id']);

  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click();
  const fresh = await page.getByLabel('The secret', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await comesTo(page, 'delivered');
  for (let i = 0; i < 40 && other.got.length < 4; ++i) await page.waitForTimeout(100);
  checks(other.got[3], fresh);
  checks(other.got[3], secret);

  other.state.status = 410;
  await page.getByRole('button', { name: 'Try it out' }).click();
  await comesTo(page, 'given up'); // and is left to be found among the jobs
  assert.deepEqual(page.broken, []);
  await page.context().close();
  other.close();
}

export async function jobs(told) {
  const page = await as(told, 'admin');
  await visit(page, '/jobs', 'Jobs');
  await page.getByRole('button', { name: /^Try again: Sending to a webhook/ }).first().waitFor();
  await told.shot(page, 'jobs', true);
  await page.getByRole('button', { name: /^Try again: Sending to a webhook/ }).first().click();
  await page.getByText('It is being tried again.').waitFor();
  await page.getByLabel('Show').selectOption({ label: 'Done' });
  await settled(page);
  await page.getByText('Sending to a webhook').first().waitFor();
  await held(page, 'jobs that are done');
  const all = (await asked(page, 'GET', '/webhooks')).body.items;
  await visit(page, `/webhooks/${all[0].id}`, 'Webhook');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const sure = page.getByRole('dialog', { name: 'Delete this webhook?' });
  await accessible(page, 'deleting a webhook');
  await sure.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('No other system is told of anything.').waitFor();
  assert.deepEqual(page.broken, []);
  await page.context().close();
}
