// The editor of characters, driven as a person would: node tests/avatar/editor.mjs [picture.png]
import { withPage } from './page.mjs';

await withPage(async (page) => {
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.evaluate(() => window.avatarSheet.mountEditor());
  await page.getByLabel('Start from').selectOption('alder');
  await page.getByLabel('Style').first().selectOption('locs');
  await page.getByLabel('Tone').fill('3');
  await page.getByLabel('Trust').fill('95');
  await page.getByRole('button', { name: 'aa', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as file' }).click()]);
  const saved = JSON.parse(await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString()));
  if (saved.hair.style !== 'locs' || saved.skin.tone !== 3) wrong.push('the file does not hold what was chosen');
  const file = (person) => ({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(person)) });
  await page.getByLabel('Open a file').setInputFiles(file({ ...saved, age: 7 }));
  if (!(await page.getByRole('alert').innerText()).includes('age: 7 does not fit')) wrong.push('a wrong file is not refused with its reason');
  await page.getByLabel('Open a file').setInputFiles(file({ ...saved, age: 61 }));
  await page.waitForTimeout(1500);
  if (process.argv[2]) await page.screenshot({ path: process.argv[2] });
  console.log(wrong.length ? `WRONG editor: ${wrong.join('; ')}` : 'ok    editor: chooses, shows, saves, refuses, opens');
  process.exitCode = wrong.length ? 1 : 0;
}, { bypassCSP: true });
