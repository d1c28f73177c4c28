// A talk that is heard: the answer is spoken, its words appear as they are said, breaking in leaves what was heard, and
// "say that again" says it again.
import assert from 'node:assert/strict';
import { begin, hangUp, logIn, open, say } from './visit.mjs';

const isSpeaking = (page) => page.locator('.room[data-speaking]').count().then((n) => n > 0);
const whenSpeaking = (page) => page.locator('.room[data-speaking]').waitFor({ timeout: 15000 });
const whenSilent = (page) => page.locator('.room:not([data-speaking])').waitFor({ timeout: 30000 });

export async function run({ browser, server, shot }) {
  const page = await open(browser, server.address, { voice: true });
  const frames = { sound: 0, voice: 0 };
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string') frames.sound++;
      else if (payload.includes('"type":"voice"')) frames.voice++;
    }),
  );
  await logIn(page, server.people[0], server.password);
  await begin(page);
  assert.ok(await page.getByLabel('Voice').isChecked());
  await say(page, 'Good morning, thank you for taking my call. Have you got ten minutes?');
  await whenSpeaking(page);
  await shot(page, 'room-speaking');
  await whenSilent(page);
  assert.ok(frames.voice > 0 && frames.sound > 0, 'sentences and sound came');
  const whole = await page.locator('.transcript p.buyer').last().innerText();
  assert.ok(!whole.includes('…'), 'heard to the end');

  await page.getByRole('button', { name: 'Say that again' }).click();
  await whenSpeaking(page);
  await whenSilent(page);

  await page.getByLabel('What you say').fill('Tell me all about it: what goes wrong today, where, and how often?');
  await page.keyboard.press('Enter');
  await whenSpeaking(page);
  await page.keyboard.press('Escape');
  await whenSilent(page);
  await page.locator('.transcript p.buyer', { hasText: '…' }).waitFor({ timeout: 5000 });
  await page.reload();
  await page.locator('.transcript p.rep').nth(1).waitFor();
  assert.equal(await isSpeaking(page), false);

  await page.getByLabel('Voice').uncheck();
  frames.voice = 0;
  await say(page, 'I am sorry, I interrupted you. Please go on.');
  await page.waitForTimeout(800);
  assert.equal(frames.voice, 0, 'silent when it is switched off');
  await hangUp(page);
  assert.deepEqual(page.broken, []);
  await page.context().close();
}
