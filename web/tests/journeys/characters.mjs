// A company's own character: made, given a part, met by a rep; two who change it; taken along and brought in as a file;
// deleted, and what was held with it is still shown.
import assert from 'node:assert/strict';
import { accessible, logIn, open } from './visit.mjs';
import { as, asked, held, visit } from './places_visit.mjs';

const part = { strategy: 'hallam-steel', segment: 'laser-job-shops', role: 'owner' };

/** By a link, and back by the browser's button: asked both times, and nothing is lost. */
async function staysOnce(page) {
  const here = page.url();
  const goes = [() => page.getByRole('link', { name: 'All characters' }).click(), () => page.evaluate(() => history.back())];
  for (const goesAway of goes) {
    await goesAway();
    await page.getByRole('dialog', { name: 'Go without saving?' }).getByRole('button', { name: 'Stay here' }).click();
    assert.equal(page.url(), here);
    assert.equal(await page.getByLabel('Word for it').inputValue(), 'our-anton');
  }
}

async function makes(page, told) {
  await visit(page, '/characters', 'Characters');
  await told.shot(page, 'characters', true);
  await page.getByRole('link', { name: 'Begin from alder' }).click();
  await page.getByRole('heading', { level: 1, name: 'A new character' }).waitFor();
  await page.getByLabel('Word for it').fill('cedar');
  await page.getByLabel('Word for it').press('Tab');
  await page.getByLabel('Presents as').selectOption('man');
  await page.getByRole('button', { name: 'Keep for the company' }).click();
  await page.getByText('one of the people that come with Praxis. Take another word.').waitFor();
  assert.equal(await page.getByLabel('Word for it').getAttribute('aria-invalid'), 'true');
  await page.getByLabel('Word for it').fill('our-anton');
  await page.getByLabel('Word for it').press('Tab');
  const plays = page.getByRole('group', { name: 'Whom it plays' });
  await plays.getByLabel('Strategy').selectOption(part.strategy);
  await plays.getByLabel('Segment').selectOption(part.segment);
  await plays.getByLabel('Role').selectOption(part.role);
  await plays.getByRole('button', { name: 'Add', exact: true }).click();
  await plays.getByText(/^Owner, laser job shops, in /).waitFor();
  await staysOnce(page);
  await held(page, 'a new character');
  await told.shot(page, 'character-new', true);
  await page.getByRole('button', { name: 'Keep for the company' }).click();
  await page.getByText('It is kept.').waitFor();
  await held(page, 'a character');
  return new URL(page.url()).pathname;
}

/** Whoever plays the owner of a job shop, as the server kept it and as the page draws it. */
async function meets(rep, server) {
  const begun = await asked(rep, 'POST', '/attempts', { ...part, kind: 'discovery', difficulty: 'normal', seed: 7 });
  assert.equal(begun.status, 201);
  return begun.body;
}

const portrait = (page) =>
  page.locator('span.face canvas.drawn').first().evaluate(async (canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    copy.getContext('2d').drawImage(canvas, 0, 0);
    const { data } = copy.getContext('2d').getImageData(0, 0, copy.width, copy.height);
    return data.reduce((sum, value, i) => (sum * 31 + value * ((i % 7) + 1)) % 1000000007, 7);
  });

async function seen(rep, attempt) {
  await visit(rep, '/attempts', 'My attempts');
  const row = rep.locator(`a[href^="/attempts/${attempt}"]`);
  await row.locator('canvas.drawn').waitFor();
  await rep.waitForTimeout(400);
  return portrait({ locator: (selector) => row.locator(selector) });
}

/** The slider of the age, which stands behind a heading that opens. */
async function ageOf(page) {
  const slider = page.getByLabel('Age');
  if (!(await slider.isVisible())) await page.getByText('In general').click();
  return slider;
}
const becomes = async (page, age) => (await ageOf(page)).fill(age);

async function twoChangeIt(told, path) {
  const [first, second] = [await as(told, 'enablement'), await as(told, 'admin')];
  for (const page of [first, second]) await visit(page, path, 'Character');
  await first.getByLabel('Style').first().selectOption('buzz');
  await first.getByRole('button', { name: 'Save for everybody' }).click();
  await first.getByText('Saved. Whoever meets it').waitFor();
  await second.getByLabel('Style').first().selectOption('pixie');
  await second.getByText('Not saved yet.').waitFor();
  await second.getByRole('button', { name: 'Save for everybody' }).click();
  await second.getByRole('heading', { name: 'Somebody else saved this character' }).waitFor();
  await second.getByText('They differ in: Hair, style.').waitFor();
  assert.equal(await second.getByLabel('Style').first().inputValue(), 'pixie', 'what was being made is still there');
  await second.waitForFunction(() => document.querySelectorAll('[role=alert] canvas.drawn').length === 2, null, { timeout: 40000 });
  await held(second, 'two who changed one character');
  await told.shot(second, 'character-theirs', true);
  await second.getByRole('button', { name: 'Keep mine as another character' }).click();
  await second.getByText('It is kept.').waitFor();
  assert.equal(await second.getByLabel('Word for it').inputValue(), 'our-anton-2');
  const other = new URL(second.url()).pathname;
  assert.notEqual(other, path);

  await visit(second, path, 'Character');
  assert.equal(await second.getByLabel('Style').first().inputValue(), 'buzz');
  await visit(first, path, 'Character');
  for (const [page, age] of [[first, '52'], [second, '61']]) await becomes(page, age);
  await first.getByRole('button', { name: 'Save for everybody' }).click();
  await first.getByText('Saved. Whoever meets it').waitFor();
  await second.getByRole('button', { name: 'Save for everybody' }).click();
  await second.getByRole('button', { name: 'Save mine over it' }).click();
  await second.getByText('Saved. Whoever meets it').waitFor();
  assert.equal((await asked(first, 'GET', path)).body.person.age, 61);
  await becomes(first, '33');
  await first.getByRole('button', { name: 'Save for everybody' }).click();
  await first.getByRole('button', { name: 'Go on from theirs' }).click();
  assert.equal(await (await ageOf(first)).inputValue(), '61');
  await asFile(first);
  return { first, second, other };
}

async function asFile(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as file' }).click()]);
  const person = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString());
  assert.equal(person.id, 'our-anton');
  const file = (what) => ({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(what)) });
  await page.getByLabel('Open a file').setInputFiles(file({ ...person, age: 7 }));
  await page.getByText('age: 7 does not fit').waitFor();
  await page.getByLabel('Open a file').setInputFiles(file({ ...person, age: 44 }));
  await page.getByRole('button', { name: 'Save for everybody' }).click();
  await page.getByText('Saved. Whoever meets it').waitFor();
}

async function deletes(page, path) {
  await visit(page, path, 'Character');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const sure = page.getByRole('dialog', { name: 'Delete this character?' });
  await accessible(page, 'deleting a character');
  await sure.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Characters' }).waitFor();
}

export async function run(told) {
  const enablement = await as(told, 'enablement');
  const path = await makes(enablement, told);
  const id = path.split('/').at(-1);
  const rep = await open(told.browser, told.server.address);
  await logIn(rep, told.server.people[0], told.server.password);
  const begun = await meets(rep, told.server);
  assert.equal(begun.face, id, 'the one that was given the part plays it');
  const ours = await seen(rep, begun.id);

  await visit(rep, '/characters', 'Characters');
  assert.equal(await rep.getByRole('link', { name: 'Make a character' }).count(), 0);
  await rep.getByRole('link', { name: /^Open our-anton/ }).click();
  await rep.getByText('Enablement and admins keep characters').waitFor();
  assert.equal(await rep.getByRole('button', { name: 'Save for everybody' }).count(), 0);
  await rep.goto(`${told.server.address}/attempts/${begun.id}`);
  await rep.locator('.stage canvas').waitFor();
  await rep.waitForTimeout(1500);
  await told.shot(rep, 'room-own-character');

  const { first, second, other } = await twoChangeIt(told, path);
  await rep.goto(told.server.address);
  const changed = await seen(rep, begun.id);
  assert.notEqual(changed, ours, 'it looks as it was saved last');

  await visit(first, other, 'Character');
  await becomes(first, '30');
  await deletes(second, other);
  await first.getByRole('button', { name: 'Save for everybody' }).click();
  await first.getByText('Somebody deleted this character while you were changing it').waitFor();
  await first.getByRole('button', { name: 'Keep mine as a new character' }).click();
  await first.getByText('It is kept.').waitFor();
  await deletes(first, new URL(first.url()).pathname);

  await deletes(second, path);
  await rep.goto(told.server.address);
  const after = await seen(rep, begun.id);
  assert.notEqual(after, changed, 'somebody else stands in');
  await rep.goto(told.server.address);
  assert.equal(await seen(rep, begun.id), after, 'and always the same');
  for (const page of [enablement, rep, first, second]) {
    assert.deepEqual(page.broken, []);
    await page.context().close();
  }
}
