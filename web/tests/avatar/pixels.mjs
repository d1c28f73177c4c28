// What is drawn, in a real Chromium: node tests/avatar/pixels.mjs [--no-cost]. Leaves with 1 when something is wrong.
import { measureCost } from './cost.mjs';
import { withPage } from './page.mjs';

const BUDGET = 0.5;
let failed = 0;

function check(what, right, detail = '') {
  if (!right) failed += 1;
  console.log(`${right ? 'ok   ' : 'WRONG'} ${what}${detail ? ` (${detail})` : ''}`);
}

/** The share of pixels that differ between two cells, within a part of the stage (x, y, width, height). */
const difference = (page, a, b, part = [0, 0, 480, 480], least = 12) =>
  page.evaluate(([one, two, area, by]) => window.avatarSheet.difference(one, two, area, by), [a, b, part, least]);

const WHOLE = [0, 0, 1, 0.75]; // of a figure, without its name
const LIPS = [0.4, 0.48, 0.2, 0.16];

/** What is on the screen at once in a part of each of the elements. */
async function seen(page, selector, part = WHOLE) {
  const boxes = await page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const png = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ([source, places, [left, top, wide, high]]) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      return places.map(({ x, y, width, height }) => {
        const pen = new OffscreenCanvas(120, 110).getContext('2d');
        pen.drawImage(picture, x + left * width, y + top * height, wide * width, high * height, 0, 0, 120, 110);
        return [...pen.getImageData(0, 0, 120, 110).data];
      });
    },
    [png, boxes, part],
  );
}
const mean = (pixels) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
const apart = (a, b) => a.filter((value, i) => Math.abs(value - b[i]) > 20).length / a.length;

/** Drawn on a thread of their own, as the pages do: who speaks is lit and moves the mouth, the others do not. */
async function severalAtOneTable(page) {
  await page.evaluate(() => window.avatarSheet.mountGroup());
  await page.waitForTimeout(2500);
  const before = await seen(page, 'figure');
  check('three sit at one table, and all are drawn', before.length === 3 && before.every((pixels) => new Set(pixels).size > 60));
  const speak = async () => {
    await page.getByRole('button', { name: 'Purchasing speaks' }).click();
    await page.waitForTimeout(500); // the light has moved
  };
  await speak();
  const lit = (await seen(page, 'figure')).map((pixels, i) => mean(pixels) / mean(before[i]));
  const moved = [0, 0, 0];
  const kPairs = 12;
  for (let pairs = 0; pairs < kPairs; ) {
    const last = await seen(page, 'figure', LIPS);
    const now = await seen(page, 'figure', LIPS);
    if (await page.locator('.speaks').count()) {
      pairs += 1;
      for (let i = 0; i < 3; i += 1) moved[i] += apart(now[i], last[i]) / kPairs;
    } else await speak(); // it is over, and the light has moved meanwhile
  }
  const per = moved.map((share) => `${(share * 100).toFixed(2)} %`).join(', ');
  check('who speaks is lit, the others are not', lit[0] > 0.9 && lit[1] < 0.85 && lit[2] < 0.85, lit.map((one) => one.toFixed(2)).join(', '));
  check('who speaks moves the lips, more than the others', moved[0] > Math.max(0.01, moved[1], moved[2]), per);
}

const MOUTH = [200, 240, 80, 62];
const HAIR = [140, 60, 200, 70];

await withPage(async (page, browser) => {
  const ids = await page.evaluate(() => window.avatarSheet.people.map(({ id }) => id));
  const shapes = await page.evaluate(() => [...window.avatarSheet.SHAPES]);
  for (const person of ids.slice(0, 6)) {
    const share = await difference(page, { person, at: 4321 }, { person, at: 4321 }, undefined, 0);
    check(`${person}: same seed and state, same picture`, share === 0, `${share}`);
  }
  check('another time gives another picture', (await difference(page, { person: ids[0], at: 4000 }, { person: ids[0], at: 5000 })) > 0);
  for (let i = 1; i < ids.length; i += 1) {
    const share = await difference(page, { person: ids[i - 1] }, { person: ids[i] }, [120, 60, 240, 260]);
    check(`${ids[i - 1]} and ${ids[i]} differ`, share > 0.15, `${Math.round(share * 100)} % of the face`);
  }
  for (const shape of shapes.slice(1)) {
    const mouth = await difference(page, { person: ids[0], shape: 'sil' }, { person: ids[0], shape }, MOUTH);
    const hair = await difference(page, { person: ids[0], shape: 'sil' }, { person: ids[0], shape }, HAIR, 0);
    check(`${shape} changes the mouth and not the hair`, mouth > 0.02 && hair === 0, `${(mouth * 100).toFixed(1)} % of the mouth`);
  }
  check('a frown changes the brow', (await difference(page, { person: ids[3], pose: { knit: 1 } }, { person: ids[3] }, [180, 140, 120, 50])) > 0.02);
  check('a blink changes the eyes', (await difference(page, { person: ids[3], pose: { blink: 1 } }, { person: ids[3] }, [180, 180, 120, 30])) > 0.05);
  check('a hand comes up', (await difference(page, { person: ids[3], pose: { gesture: 'open_palm', hand: 1 } }, { person: ids[3] }, [320, 340, 140, 140])) > 0.1);
  if (!process.argv.includes('--no-cost')) {
    for (const count of [1, 3]) {
      const { share, frames, pixels } = await measureCost(page, browser, count);
      console.log(`cost  ${count} × 480 px: ${(share * 100).toFixed(0)} % of one core, ${frames.toFixed(1)} frames a second, backing ${pixels.join(', ')} px (budget ${BUDGET * 100} % for one)`);
      if (count === 1) check('one character keeps to its budget', share <= BUDGET);
    }
  }
});
await withPage(severalAtOneTable, { bypassCSP: true }); // the development server writes styles into the page
process.exit(failed ? 1 : 0);
