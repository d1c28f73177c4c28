// Journeys through the page in a real browser: `node tests/journeys/run.mjs PROGRAM [JOURNEY …]`, from web/.
// PRAXIS_SHOTS=FOLDER keeps pictures, light and dark.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Server } from './server.mjs';

const journeys = ['by_text', 'by_voice', 'by_microphone', 'hands_free', 'drill', 'calls', 'characters', 'connections', 'line', 'keyboard', 'places', 'strategy', 'outside'];
const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const [program, ...wanted] = process.argv.slice(2);
const executablePath = process.env.PRAXIS_CHROMIUM ?? chromiums.find((path) => existsSync(path));
if (!program || !executablePath) {
  console.error(program ? 'no Chromium: install Debian’s package chromium' : 'which program? build/release/praxis');
  process.exit(2);
}

const folder = process.env.PRAXIS_SHOTS;
async function shot(page, name, fullPage = false) {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForTimeout(250); // colours pass into each other; contrast is measured when they stand
}

// What a failed journey left open, as its person sees it.
async function tell_what_is_seen(browser) {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) {
      const seen = await page.locator('body').innerText({ timeout: 2000 }).catch((error) => error.message);
      console.log(`  at ${page.url()}:\n    ${seen.slice(0, 1500).replaceAll('\n', '\n    ')}`);
    }
  }
}

const server = new Server(program);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
let failed = 0;
try {
  await server.start();
  for (const name of wanted.length ? wanted : journeys) {
    const begun = Date.now();
    try {
      const { run } = await import(`./${name}.mjs`);
      await run({ browser, server, shot, executablePath, program });
      console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${name}: ${error.stack}`);
      await tell_what_is_seen(browser);
    }
    for (const context of browser.contexts()) await context.close(); // else their avatars go on moving
  }
} finally {
  await browser.close();
  await server.remove();
}
process.exit(failed ? 1 : 0);
