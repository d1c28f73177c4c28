// Reading a strategy, and changing it: what is wrong is said while one types, what becomes stale before it is published.
import assert from 'node:assert/strict';
import { accessible, fitsSideways, logIn, open } from './visit.mjs';

export async function run({ browser, server, shot }) {
  const page = await open(browser, server.address);
  page.setDefaultTimeout(90_000); // a strategy is a long text to put into a field on a busy machine
  await logIn(page, server.people.find((one) => one.email.startsWith('enablement')), server.password);
  await page.getByRole('link', { name: 'Strategy' }).click();
  await page.getByRole('link', { name: 'Read' }).first().click();
  await page.getByRole('heading', { name: 'Segments' }).waitFor();
  await accessible(page, 'strategy');
  await shot(page, 'strategy');
  await page.getByRole('link', { name: 'Edit the text' }).click();
  const text = page.getByLabel('The text');
  await text.waitFor();
  await page.getByText('it says the same as the one in force').waitFor();
  await accessible(page, 'strategy text');
  const source = await text.inputValue();
  await text.fill(source.replace('\ncompany:', '\ncompanny:'));
  await page.getByText(/did you mean 'company'/).waitFor();
  await shot(page, 'strategy-text');
  assert.ok(await page.getByRole('button', { name: 'Publish' }).isDisabled(), 'not with an error in it');
  await page.getByRole('link', { name: 'Strategy', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  assert.match(await text.inputValue(), /\ncompanny:/, 'what was typed is not lost by a click');
  await text.fill(source.replace(/^name: .*$/m, 'name: Hallam Steel, revised').replace(/(\n {4}name: )contract OEMs/, '$1contract builders'));
  await page.getByText('Changed').first().waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('in force').waitFor();
  await page.goto(`${server.address}/strategy`);
  await page.getByText('Hallam Steel, revised').waitFor();

  const rep = await open(browser, server.address, { viewport: { width: 390, height: 800 } });
  await logIn(rep, server.people[0], server.password);
  await rep.goto(`${server.address}/strategy/hallam-steel`);
  await rep.getByText('contract builders').first().waitFor();
  await fitsSideways(rep, 'strategy');
  assert.equal(await rep.getByRole('link', { name: 'Edit the text' }).count(), 0);
  await rep.goto(`${server.address}/strategy/hallam-steel/text`);
  await rep.getByRole('alert').waitFor();

  await lookBehind(page, rep, server, shot);
  await page.goto(`${server.address}/strategy/hallam-steel/text`);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'Strategy', exact: true }).waitFor();
  assert.equal(await page.getByText('Hallam Steel, revised').count(), 0, 'the example is there again');
  assert.deepEqual([...page.broken, ...rep.broken], []);
  await page.context().close();
  await rep.context().close();
}

// A conversation from both sides; said otherwise, it is the next edition; the rep sees the one side.
async function lookBehind(page, rep, server, shot) {
  await page.goto(`${server.address}/strategy/hallam-steel`);
  await page.getByRole('link', { name: 'Look at its conversations' }).click();
  await page.getByRole('heading', { name: 'What the customer keeps to themselves' }).waitFor();
  await accessible(page, 'scenario preview');
  await fitsSideways(page, 'scenario preview');
  await shot(page, 'scenario-preview', true);
  await page.getByLabel('Title').fill('A title of our own');
  await page.getByLabel(/^Trust at the start/).fill('44');
  await page.getByRole('button', { name: 'Put it in force' }).click();
  await page.getByText('A title of our own').first().waitFor();
  await page.goto(`${server.address}/strategy/hallam-steel/text`);
  await page.getByRole('button', { name: 'What is different since' }).first().click();
  await page.getByText(/^Different since/).waitFor();
  await shot(page, 'strategy-difference');
  assert.match(await page.getByLabel('The text').inputValue(), /title: "A title of our own"/);
  await rep.goto(`${server.address}/strategy/hallam-steel`);
  await rep.getByRole('heading', { name: 'Segments' }).waitFor();
  assert.equal(await rep.getByRole('link', { name: 'Look at its conversations' }).count(), 0);
  await rep.goto(`${server.address}/strategy/hallam-steel/scenarios`);
  await rep.getByRole('heading', { name: 'What the rep is told' }).waitFor();
  assert.equal(await rep.getByRole('heading', { name: 'What the customer keeps to themselves' }).count(), 0);
}
