// A turn that is spoken: a made-up voice into the browser's microphone, heard by the server, answered by the customer,
// and how it was spoken in the review.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { accessible, begin, hangUp, logIn, open } from './visit.mjs';

const kRate = 16_000;

/** A sentence with silence before it, long enough to come to the room, and after it, as a WAV file. */
function spoken(program, folder, text) {
  const file = join(folder, 'spoken.wav');
  execFileSync(program, ['say', '--voice', 'tom', text, '--wav', file]);
  const wav = readFileSync(file);
  const at = wav.indexOf('data') + 8;
  const sound = Buffer.concat([Buffer.alloc(kRate * 2 * 4), wav.subarray(at), Buffer.alloc(kRate * 2 * 6)]);
  const header = Buffer.from(wav.subarray(0, at));
  header.writeUInt32LE(sound.length, at - 4);
  header.writeUInt32LE(at - 8 + sound.length, 4);
  writeFileSync(file, Buffer.concat([header, sound]));
  return file;
}

export async function run({ server, shot, executablePath }) {
  const wav = spoken(server.program, server.folder, 'What goes wrong when the steel comes late?');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${wav}`],
  });
  try {
    const page = await open(browser, server.address, { permissions: ['microphone'] });
    await logIn(page, server.people[8], server.password);
    await begin(page);
    await page.getByText('Hands free').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('No recording is kept').waitFor();
    await accessible(page, 'consent to the microphone');
    await dialog.getByRole('button', { name: 'I agree' }).click();
    const said = page.locator('.transcript p.rep').first();
    await said.waitFor({ timeout: 60000 });
    const words = (await said.innerText()).toLowerCase();
    assert.match(words, /wrong|steel|late/, `heard: ${words}`);
    await page.locator('.transcript p.buyer').nth(1).waitFor({ timeout: 15000 });
    await page.getByText('Type', { exact: true }).click();
    await hangUp(page);
    await page.getByRole('link', { name: 'Read the report' }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByText('The whole report').click();
    const spoken = page.locator('section', { has: page.getByRole('heading', { name: 'How you spoke' }) });
    await spoken.waitFor({ timeout: 30000 });
    const pace = Number((await spoken.getByRole('row', { name: 'Pace' }).innerText()).match(/(\d+) words a minute/)?.[1]);
    assert.ok(pace > 60 && pace < 300, `pace: ${pace}`);
    await spoken.getByText('Only you see this').waitFor();
    await accessible(page, 'how it was spoken');
    await spoken.scrollIntoViewIfNeeded();
    await shot(page, 'review-spoken');
    assert.deepEqual(page.broken, []);
  } finally {
    await browser.close();
  }
}
