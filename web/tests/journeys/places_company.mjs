// What is done for a company: its people, teams, settings, and the log of it all.
import assert from 'node:assert/strict';
import { accessible, open } from './visit.mjs';
import { as, asked, held, settled, visit } from './places_visit.mjs';

const ines = { name: 'Ines Duarte', email: 'ines.duarte@places.invalid', password: 'four unrelated paper lanterns' };

async function invite(page, person) {
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(person.name);
  await dialog.getByLabel('Mail address').fill(person.email);
  await dialog.getByLabel('North').check();
  await accessible(page, 'inviting');
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  return dialog;
}

async function joins(browser, link) {
  const page = await open(browser, link);
  await page.getByLabel('New password').fill(ines.password);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.locator('.hero').waitFor();
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

async function changesUnseen(page) {
  await page.getByRole('button', { name: `Change ${ines.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').waitFor();
  await accessible(page, 'changing a person');
  const found = (await asked(page, 'GET', '/people?limit=200')).body.items.find((one) => one.email === ines.email);
  const elsewhere = await asked(page, 'PATCH', `/people/${found.id}`, { name: 'Ines D.' }, { 'if-match': `"${found.version}"` });
  assert.equal(elsewhere.status, 200);
  await dialog.getByLabel('Manager').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('alert').waitFor();
  assert.equal(await dialog.getByLabel('Name').inputValue(), 'Ines D.', 'read again');
  await dialog.getByLabel('Name').fill(ines.name);
  await dialog.getByLabel('Manager').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`${ines.name} is changed.`).waitFor();
}

async function erases(page) {
  await page.getByRole('button', { name: `Change ${ines.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  const sure = page.getByRole('dialog', { name: `Delete ${ines.name}?` });
  await sure.getByText('every rehearsal').waitFor();
  await accessible(page, 'deleting a person');
  await sure.getByRole('button', { name: 'Delete Ines' }).click();
  await page.getByText(`${ines.name} is deleted.`).waitFor();
  assert.equal(await page.getByRole('button', { name: `Change ${ines.name}` }).count(), 0);
}

export async function people(told) {
  const page = await as(told, 'admin');
  await visit(page, '/people', 'People');
  const taken = await invite(page, { name: 'Somebody', email: 'rep@demo.invalid' });
  await taken.getByText('is taken').waitFor();
  await page.keyboard.press('Escape');
  await invite(page, ines);
  const link = page.getByLabel('The link to hand over');
  await link.waitFor();
  await told.shot(page, 'people-invited', true);
  await held(page, 'a link to hand over');
  const first = await link.inputValue();
  await page.getByRole('button', { name: `Invite again: ${ines.name}` }).click();
  await page.waitForFunction((before) => document.querySelector('input[readonly]')?.value !== before, first);
  await joins(told.browser, await link.inputValue());
  await page.getByLabel('Find by name').fill('ines');
  await page.getByText('1 person').waitFor();
  await changesUnseen(page);
  await erases(page);
  assert.deepEqual(page.broken, []);
  await page.context().close();

  const manager = await as(told, 'manager');
  await visit(manager, '/people', 'People');
  assert.ok((await manager.locator('main li').count()) > 1);
  assert.equal(await manager.getByRole('button', { name: /^Change/ }).count(), 0);
  await manager.context().close();
}

export async function teams(told) {
  const page = await as(told, 'admin');
  await visit(page, '/teams', 'Teams');
  await page.getByRole('button', { name: 'Make a team' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the team').fill('North');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Name of the team').fill('Harbour');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor();
  await held(page, 'a team of nobody');

  await page.getByLabel('Add somebody').selectOption({ label: 'Jules Marten' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Let lead: Jules Marten' }).click();
  await page.getByText('Jules Marten leads the team.').waitFor();
  await held(page, 'a team');
  await page.getByRole('button', { name: 'Take out: Jules Marten' }).click();
  await page.getByText('Nobody is in this team yet.').waitFor();

  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name of the team').fill('Harbour East');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Harbour East' }).waitFor();
  await page.getByRole('button', { name: 'Delete the team' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the team' }).click();
  await page.getByRole('heading', { level: 1, name: 'Teams' }).waitFor();
  assert.equal(await page.getByText('Harbour East').count(), 0);
  assert.deepEqual(page.broken, []);
  await page.context().close();

  const manager = await as(told, 'manager');
  await visit(manager, '/teams', 'Teams');
  await manager.getByRole('link', { name: /^North/ }).click();
  await manager.getByRole('heading', { name: 'How the team does' }).waitFor();
  await manager.getByText(/Four whole weeks/).waitFor();
  await settled(manager);
  await held(manager, 'figures of a team');
  await told.shot(manager, 'team-figures', true);
  await manager.context().close();
}

export async function company(told) {
  const page = await as(told, 'admin');
  await visit(page, '/company', 'Company');
  const group = page.getByLabel('The smallest group');
  const before = await group.inputValue();
  await group.fill('51');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('must be from 3 to 50').waitFor();
  await held(page, 'company, with a fault');
  await group.fill('6');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The settings are in force.').waitFor();
  await group.fill(before);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The settings are in force.').waitFor();

  await page.getByLabel('Real calls').fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  const sure = page.getByRole('dialog', { name: 'Keep data for a shorter time?' });
  await sure.getByText('Real calls: 90 days, not').waitFor();
  await accessible(page, 'keeping data for shorter');
  await sure.getByRole('button', { name: 'Leave it' }).click();

  await page.getByRole('button', { name: 'Delete the demo company' }).click();
  const demo = page.getByRole('dialog', { name: 'Delete the demo company?' });
  assert.ok(await demo.getByRole('button', { name: 'Delete it whole' }).isDisabled());
  await accessible(page, 'deleting the demo company');
  await demo.getByRole('button', { name: 'Leave it' }).click();
  assert.deepEqual(page.broken, []);
  await page.context().close();

  const lead = await as(told, 'enablement');
  await visit(lead, '/company', 'Company');
  await lead.getByText(/Four whole weeks/).first().waitFor();
  await lead.context().close();
}

export async function audit(told) {
  const page = await as(told, 'admin');
  await visit(page, '/audit', 'Audit log');
  await page.getByText('Alex Ward changed the settings: smallest group 6.').waitFor();
  await page.getByText(/Alex Ward deleted somebody who is no longer here/).first().waitFor();
  assert.equal(await page.locator('main code').count(), 0, 'every verb has its sentence');
  await told.shot(page, 'audit', true);
  await page.context().close();
}
