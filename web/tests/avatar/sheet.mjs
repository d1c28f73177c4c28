// Writes contact sheets: node tests/avatar/sheet.mjs FOLDER [people | moods | shapes | … | MOOD:ID,ID …]. The documents' pictures
// are avatar-people and avatar-moods, of few bytes.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withPage } from './page.mjs';
import { encodePng } from './png.mjs';

const [folder = 'sheets', ...wanted] = process.argv.slice(2);

const MOODS = {
  neutral: {},
  happy: { smile: 0.95, teeth: 0.55, squint: 0.6, browOuter: 0.25, browInner: 0.15 },
  doubtful: { smile: 0, frown: 0.3, doubt: 0.8, squint: 0.35, press: 0.2, yaw: 0.12, roll: 0.05 },
  cross: { smile: 0, frown: 0.7, knit: 0.95, squint: 0.4, press: 0.5, pitch: -0.05 },
  surprised: { smile: 0.1, browInner: 0.9, browOuter: 0.9, wide: 0.7 },
  thinking: { smile: 0.1, gazeX: 0.7, gazeY: -0.7, yaw: 0.14, pitch: 0.08, knit: 0.2, browOuter: 0.3, gesture: 'chin', hand: 1 },
};

const sheets = {
  people: (people) => ({ cells: people.map(({ id }) => ({ person: id })), columns: 6, size: 330 }),
  moods: (people) => ({ cells: people.filter((_, i) => i % 5 === 0).slice(0, 4).flatMap(({ id }) => Object.values(MOODS).map((pose) => ({ person: id, pose }))), columns: 6, size: 260 }),
  shapes: (people, shapes) => ({ cells: people.slice(0, 2).flatMap(({ id }) => shapes.map((shape) => ({ person: id, shape, crop: [150, 160, 180] }))), columns: 8, size: 190 }),
  'avatar-people': (people) => ({ cells: people.map(({ id }) => ({ person: id })), columns: 6, size: 200, small: true }),
  'avatar-moods': () => ({
    cells: ['willow', 'ash', 'elm', 'sycamore'].flatMap((person) => ['neutral', 'happy', 'surprised', 'thinking', 'doubtful', 'cross'].map((mood) => ({ person, pose: MOODS[mood] }))), columns: 6, size: 260, small: true,
  }),
  faces: (people) => ({ cells: people.map(({ id }) => ({ person: id, crop: [120, 70, 240] })), columns: 6, size: 330 }),
  smiles: (people) => ({ cells: people.filter((_, i) => i % 4 === 1).flatMap(({ id }) => ['neutral', 'happy', 'cross', 'doubtful'].map((mood) => ({ person: id, pose: MOODS[mood], crop: [120, 70, 240] }))), columns: 4, size: 330 }),
  film: (people) => ({ cells: [3, 12, 20].flatMap((i) => Array.from({ length: 12 }, (_, n) => ({ person: people[i].id, at: 20000 + n * 180, speaks: 'The pump failed before four, so we moved the whole batch.' }))), columns: 12, size: 165 }),
  poses: (people) => ({
    cells: people.slice(0, 2).flatMap(({ id }) => [{ yaw: -0.25 }, { yaw: 0.25 }, { pitch: 0.18 }, { pitch: -0.18 }, { roll: 0.12 }, { blink: 1 },
      { gesture: 'open_palm', hand: 1 }, { gesture: 'emphasis', hand: 1 }].map((pose) => ({ person: id, pose }))), columns: 4, size: 360 }),
};

async function pictureOf(page, { cells, columns, size, small }) {
  const [data, width, height] = await page.evaluate(([all, across, side, raw]) => {
    window.avatarSheet.drawSheet(all, across, side);
    const sheet = document.getElementById('sheet');
    const bytes = () => sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data;
    const text = () => { let out = ''; const all8 = bytes(); for (let i = 0; i < all8.length; i += 32768) out += String.fromCharCode(...all8.subarray(i, i + 32768)); return btoa(out); };
    return [raw ? text() : sheet.toDataURL('image/png').split(',')[1], sheet.width, sheet.height];
  }, [cells, columns, size, small]);
  const binary = Buffer.from(data, 'base64');
  return small ? encodePng(binary, width, height) : binary;
}

await mkdir(folder, { recursive: true });
await withPage(async (page) => {
  const people = await page.evaluate(() => window.avatarSheet.people.map(({ id }) => ({ id })));
  const shapes = await page.evaluate(() => [...window.avatarSheet.SHAPES]);
  for (const name of wanted.length ? wanted : Object.keys(sheets)) {
    const [kind, ids] = name.split(':');
    const sheet = ids ? { cells: ids.split(',').map((person) => ({ person, pose: MOODS[kind] ?? {} })), columns: Math.min(3, ids.split(',').length), size: 560 } : sheets[kind](people, shapes);
    await writeFile(join(folder, `${ids ? 'one' : kind}.png`), await pictureOf(page, sheet));
  }
});
