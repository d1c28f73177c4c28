// What a frame costs: a page with one Avatar of 480 × 480 CSS pixels that speaks, measured over some seconds as the
// share of one core that the page's and the picture's processes take. Budget: 50 %.
import { readFile } from 'node:fs/promises';

const TICKS = 100;

async function ticksOf(pids) {
  let sum = 0;
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    sum += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return sum;
}

async function pidsOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.map(({ id }) => id);
}

/** CPU share (0–1 of one core) over `seconds`, of all of the browser's processes, and the frames drawn a second. */
export async function measureCost(page, browser, count, { seconds = 6, width = 480, height = 480 } = {}) {
  await page.evaluate((all) => window.avatarSheet.startLive(...all), [count, width, height]);
  await page.waitForTimeout(2500);
  const pids = await pidsOf(browser);
  const before = await ticksOf(pids);
  const framesBefore = await page.evaluate(() => window.avatarSheet.frames());
  const start = Date.now();
  await page.waitForTimeout(seconds * 1000);
  const wall = (Date.now() - start) / 1000;
  const share = ((await ticksOf(pids)) - before) / TICKS / wall;
  const frames = ((await page.evaluate(() => window.avatarSheet.frames())) - framesBefore) / wall / count;
  const pixels = await page.evaluate(() => window.avatarSheet.stopLive());
  return { share, frames, pixels };
}
