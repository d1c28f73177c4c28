// People, teams, tokens, audit log, company, one's own data, appeals: every place is used, held against axe and made as
// narrow as a phone. Alone: PRAXIS_ADDRESS=… PRAXIS_PASSWORD=… node tests/journeys/places.mjs, against a demo company.
import { pathToFileURL } from 'node:url';
import { audit, company, people, teams } from './places_company.mjs';
import { jobs, webhooks } from './places_work.mjs';
import { answering, appealing, mine, sharing, tokens } from './places_mine.mjs';

export async function run({ browser, server, shot }) {
  const told = { browser, server, shot };
  await people(told);
  await teams(told);
  await company(told);
  await webhooks(told);
  await jobs(told);
  await audit(told);
  await tokens(told);
  await sharing(told);
  await appealing(told);
  await answering(told);
  await mine(told);
}

async function alone() {
  const { existsSync } = await import('node:fs');
  const { chromium } = await import('playwright-core');
  const named = ['rep', 'manager', 'enablement', 'admin', 'partner', 'quinn', 'jules'];
  const server = {
    address: process.env.PRAXIS_ADDRESS,
    password: process.env.PRAXIS_PASSWORD,
    people: named.map((name) => ({ email: `${name}@demo.invalid` })),
  };
  if (!server.address || !server.password) throw new Error('PRAXIS_ADDRESS and PRAXIS_PASSWORD say where and who');
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = process.env.PRAXIS_CHROMIUM ?? usual.find((path) => existsSync(path));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const folder = process.env.PRAXIS_SHOTS;
  const shot = async (page, name) => {
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  try {
    await run({ browser, server, shot });
    console.log('ok      places');
  } finally {
    await browser.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await alone();
