// Hands free with a made-up recognition of the browser's: chosen in the settings, shown while it is said, taken back
// before it counts, and after.
import assert from 'node:assert/strict';
import { as, visit } from './places_visit.mjs';
import { accessible, begin, hangUp, logIn, open } from './visit.mjs';

function fake() {
  window.SpeechRecognition = class {
    start() {
      window.heard = this;
    }
    stop() {
      this.onend?.();
    }
    abort() {
      this.onend?.();
    }
  };
  window.hear = (transcript, isFinal = true) => window.heard.onresult({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
}

export async function run({ browser, server, shot }) {
  const page = await open(browser, server.address);
  await page.addInitScript(fake);
  await page.reload();
  await logIn(page, server.people[6], server.password);
  await begin(page);
  const hear = (text, isFinal = true) => page.evaluate(([words, final]) => window.hear(words, final), [text, isFinal]);
  const said = page.locator('.transcript p.rep:not(.pending)');

  await page.getByRole('button', { name: 'How I am heard' }).click();
  const dialog = page.getByRole('dialog');
  assert.equal(await dialog.getByLabel('This browser').isChecked(), false, 'off until somebody chooses it');
  await dialog.getByText('may receive the sound of your voice').waitFor();
  await accessible(page, 'how I am heard');
  await shot(page, 'how-i-am-heard');
  await dialog.getByLabel('This browser').check();
  await dialog.getByLabel('A heard turn can be taken back for').selectOption({ label: 'Five seconds' });
  await page.keyboard.press('Escape');
  await page.getByText('Hands free').click();
  await page.getByText('I am listening').waitFor();

  await hear('good morning, I would like to sell you a beach', false);
  await page.getByText('sell you a beach').waitFor();
  await hear('good morning, I would like to sell you a beach');
  await page.getByText('It is said in a moment').waitFor();
  await page.getByRole('button', { name: 'Not what I said' }).click();
  await accessible(page, 'taken back');
  await shot(page, 'taken-back');
  await page.waitForTimeout(5000);
  assert.equal(await said.count(), 0, 'what was taken back never counts');
  await page.getByLabel('What you say').fill('Good morning, I would like to talk about the bay.');
  await page.keyboard.press('Enter');
  await said.first().waitFor({ timeout: 15000 });
  assert.match(await said.first().innerText(), /talk about the bay/);
  await page.waitForFunction(() => document.querySelectorAll('.transcript p.buyer').length > 0 && !document.querySelector('.transcript p.soft'));

  await hear('what goes wrong');
  await hear('when the steel comes late');
  await said.nth(1).waitFor({ timeout: 15000 });
  assert.match(await said.nth(1).innerText(), /what goes wrong when the steel comes late/, 'speaking on joins on');
  await page.getByText('Heard like that?').waitFor();
  await page.getByRole('button', { name: 'Not what I said' }).click();
  assert.match(await page.getByLabel('What you say').inputValue(), /what goes wrong when the steel/, 'the words come back');
  await page.getByRole('button', { name: 'Throw it away' }).click();
  assert.equal(await page.getByLabel('What you say').inputValue(), '');
  await page.reload();
  await page.locator('.room').waitFor();
  await page.getByRole('button', { name: 'How I am heard' }).click();
  assert.ok(await dialog.getByLabel('This browser').isChecked(), 'remembered in this browser');
  await page.keyboard.press('Escape');
  await forbidden({ browser, server, shot }, page, dialog);
  await hangUp(page);
  assert.deepEqual(page.broken, []);
  await page.context().close();
}

// The company says no to everybody: whatever was chosen before, nothing is offered and nothing begins.
async function forbidden({ browser, server, shot }, page, dialog) {
  const admin = await as({ browser, server }, 'admin');
  const says = async (allowed) => {
    await visit(admin, '/company', 'Company');
    await admin.getByLabel('People may let their browser’s own recognition hear them').setChecked(allowed);
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('The settings are in force.').waitFor();
  };
  await says(false);
  await shot(admin, 'company-settings', true);
  await page.reload();
  await page.locator('.room').waitFor();
  await page.evaluate(() => (window.heard = undefined));
  await page.getByRole('button', { name: 'How I am heard' }).click();
  await dialog.getByLabel('A heard turn can be taken back for').waitFor();
  assert.equal(await dialog.getByLabel('This browser').count(), 0, 'it is not offered');
  await page.keyboard.press('Escape');
  await page.getByText('Hands free').click();
  await page.getByRole('dialog').getByRole('button', { name: 'I would rather type' }).click();
  assert.equal(await page.evaluate(() => window.heard === undefined), true, 'and it does not begin: Praxis asks for itself');
  await says(true);
  await page.reload();
  await page.locator('.room').waitFor();
  await page.getByRole('button', { name: 'How I am heard' }).click();
  assert.ok(await dialog.getByLabel('This browser').isChecked(), 'each by their own choice again');
  await page.keyboard.press('Escape');
  await admin.context().close();
}
