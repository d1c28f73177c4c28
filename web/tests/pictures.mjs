// Pictures of every place, light and dark, on a laptop and a telephone, from a demo company that is made for it:
// `node tests/pictures.mjs PROGRAM [PLACE …]`, from web/ after npm run build. Into docs/pictures/places/, as WebP.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { asked } from './journeys/places_visit.mjs';
import { Server } from './journeys/server.mjs';
import { begin, hangUp, logIn, over, say } from './journeys/visit.mjs';

const [program, ...only] = process.argv.slice(2);
const executablePath = process.env.PRAXIS_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (!program || !executablePath) {
  console.error(program ? 'no Chromium: install Debian’s package chromium' : 'which program? build/release/praxis');
  process.exit(2);
}
const folder = process.env.PRAXIS_PICTURES ?? new URL('../../docs/pictures/places', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const forms = {
  laptop: { viewport: { width: 1360, height: 850 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, hasTouch: true, isMobile: true },
};
const people = { rep: 0, manager: 1, enablement: 2, admin: 3 };
const turns = [
  'Good morning, this is Robin Hale from Hallam Steel. Have you got two minutes?',
  'What goes wrong today, and where does it hurt most?',
  'What does that cost you over a year?',
  'And who else would have a say in it?',
];

const server = new Server(program);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
const studio = await browser.newPage(); // turns PNG into WebP
const cache = new Map();

async function toWebp(png, quality) {
  const data = await studio.evaluate(
    async ([source, by]) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      canvas.getContext('2d').drawImage(picture, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: by });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [`data:image/png;base64,${png.toString('base64')}`, quality],
  );
  return Buffer.from(data);
}

/** A page of somebody's, in one form; kept for the next place. */
async function pageOf(form, who) {
  const key = `${form} ${who}`;
  if (cache.has(key)) return cache.get(key);
  const context = await browser.newContext({ ...forms[form], reducedMotion: 'no-preference' });
  await context.addInitScript(() => localStorage.setItem('praxis.voice', 'off'));
  const page = await context.newPage();
  await page.goto(server.address);
  if (who) await logIn(page, server.people.find(({ email }) => email.startsWith(who)) ?? server.people[people[who]], server.password);
  cache.set(key, page);
  return page;
}

async function picture(page, name, form, settle = 900) {
  const drawn = () => [...document.querySelectorAll('.gallery span, span.face canvas')].every((one) => one.matches('.drawn') || !one.checkVisibility());
  await page.waitForFunction(drawn, null, { timeout: 20000 });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(settle);
    writeFileSync(join(folder, `${name}-${form}-${colorScheme}.webp`), await toWebp(await page.screenshot(), 0.82));
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Held once on the laptop; both forms then look at it. */
async function talk() {
  const page = await pageOf('laptop', 'rep');
  await page.goto(server.address);
  const attempt = await page.evaluate(async () => {
    const { csrf_token } = await (await fetch('/api/v1/session')).json();
    const wish = { strategy: 'hallam-steel', segment: 'laser-job-shops', role: 'owner', kind: 'cold-call', difficulty: 'easy', support: 'guided', seed: 3 };
    const told = await fetch('/api/v1/attempts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf_token },
      body: JSON.stringify(wish),
    });
    return (await told.json()).id;
  });
  return `/attempts/${attempt}`;
}

const go = (path) => async (page) => {
  await page.goto(server.address + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.bones'));
};
let held = '';
let over_ = '';
let drilled = '';
const drillTurns = [
  'I hear that often. What is behind it for you?',
  'What would have to be different for it to be worth a look?',
  'Then let me propose half an hour on Thursday, at your machine. Would ten suit you?',
];
const until = (n) => async (page) => {
  await page.goto(server.address + held);
  await page.locator('.room').waitFor();
  for (const turn of turns.slice(await page.locator('.transcript p.rep').count(), n)) if (!(await over(page))) await say(page, turn);
  await page.locator('.transcript').evaluate((box) => box.scrollTo(0, box.scrollHeight));
};
async function toReview(page) {
  if (!over_) {
    await until(4)(page);
    await hangUp(page);
    over_ = `${held}/review`;
  }
  await go(over_)(page);
}

// What has to be there before some places have something to show; made once, for both forms.
const made = {};
const once = async (name, make) => (made[name] ??= await make());
const data = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const receiver = createServer((request, response) => request.resume().on('end', () => response.writeHead(request.url === '/gone' ? 410 : 204).end()));

async function ofCompany(page, method, path, body) {
  await page.goto(server.address);
  const { status, body: told } = await asked(page, method, path, body);
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(told)}`);
  return told;
}
const characters = (page) =>
  once('characters', async () => {
    const people = JSON.parse(data('data/characters/people.json'));
    const from = (id, change) => ({ ...people.find((one) => one.id === id), ...change });
    const ada = from('alder', { id: 'ada-works-council', age: 57 });
    const ours = [
      { person: { ...ada, hair: { ...ada.hair, style: 'crop', grey: 0.6 } }, plays: [] },
      { person: from('willow', { id: 'ines-purchasing', suits: ['office', 'board'] }), plays: [{ strategy: 'hallam-steel' }] },
    ];
    const kept = [];
    for (const wish of ours) kept.push((await ofCompany(page, 'POST', '/characters', wish)).id);
    return kept;
  });
const calls = (page) =>
  once('calls', async () => {
    const { items } = await ofCompany(page, 'GET', '/consents');
    const { text_hash } = items.find(({ purpose }) => purpose === 'calls');
    await ofCompany(page, 'POST', '/consents', { purpose: 'calls', given: true, text_hash });
    const kept = [];
    for (const file of ['hallam-2.txt', 'hallam-1.vtt'])
      kept.push((await ofCompany(page, 'POST', '/transcripts', { transcript: data(`data/transcripts/${file}`), strategy: 'hallam-steel' })).id);
    return kept;
  });
const webhooks = (page) =>
  once('webhooks', async () => {
    await new Promise((ready) => receiver.listen(0, '127.0.0.1', ready));
    const at = `http://127.0.0.1:${receiver.address().port}`;
    const kept = [];
    for (const wish of [
      { url: `${at}/in`, note: 'Tells the directory who left', kinds: ['person.left', 'person.invited'] },
      { url: `${at}/gone`, note: 'The old learning platform', kinds: [] },
    ]) {
      const { id } = await ofCompany(page, 'POST', '/webhooks', wish);
      await ofCompany(page, 'POST', `/webhooks/${id}/ping`);
      kept.push(id);
    }
    await page.waitForTimeout(3000); // until they were sent
    return kept;
  });

const places = {
  'log-in': ['', async (page) => void (await page.goto(server.address))],
  home: ['rep', go('/')],
  prepare: ['rep', go('/prepare')],
  library: ['rep', go('/library')],
  'room-before': ['rep', until(0)],
  room: ['rep', until(3)],
  review: ['rep', toReview],
  'review-whole': [
    'rep',
    async (page) => {
      await toReview(page);
      await page.getByText('The whole report').click();
      await page.locator('details[open] svg[role=img]').first().scrollIntoViewIfNeeded();
      await page.locator('.whole').evaluate((box) => box.scrollIntoView());
    },
  ],
  drill: [
    'rep',
    async (page) => {
      await go('/')(page);
      await page.getByRole('button', { name: /90-second drill/ }).click();
      await page.locator('.room').waitFor();
      await page.waitForTimeout(2500);
    },
  ],
  'drill-review': [
    'rep',
    async (page) => {
      if (!drilled) {
        await page.goto(server.address);
        await page.locator('.hero').waitFor();
        await page.getByRole('button', { name: /90-second drill/ }).click();
        await page.locator('.room').waitFor();
        for (const turn of drillTurns) if (await page.getByRole('timer').count()) await say(page, turn).catch(() => {});
        await page.waitForURL(/\/review/, { timeout: 30000 });
        drilled = new URL(page.url()).pathname;
      }
      await go(drilled)(page);
    },
  ],
  attempts: ['rep', go('/attempts')],
  strategies: ['rep', go('/strategy')],
  strategy: ['rep', go('/strategy/hallam-steel')],
  'strategy-text': ['enablement', go('/strategy/hallam-steel/text')],
  calls: ['rep', async (page) => void (await calls(page), await go('/calls')(page))],
  'call-review': ['rep', async (page) => await go(`/calls/${(await calls(page))[1]}`)(page)],
  characters: [
    'enablement',
    async (page) => {
      await characters(page);
      await go('/characters')(page);
      await page.waitForFunction(() => document.querySelectorAll('.portrait canvas.drawn').length > 8);
    },
  ],
  character: [
    'enablement',
    async (page) => {
      await go(`/characters/${(await characters(page))[0]}`)(page);
      await page.waitForTimeout(1500);
    },
  ],
  'characters-group': [
    'enablement',
    async (page) => {
      await go('/characters')(page);
      await page.getByRole('button', { name: 'Finance speaks' }).scrollIntoViewIfNeeded();
      await page.locator('.table').evaluate((box) => box.scrollIntoView({ block: 'center' }));
      await page.waitForTimeout(1500);
      await page.getByRole('button', { name: 'Finance speaks' }).click();
    },
  ],
  'mine-consent': ['rep', go('/mine')],
  'mine-account': ['rep', go('/mine/account')],
  'mine-attempts': ['rep', go('/mine/attempts')],
  'mine-sharing': ['rep', go('/mine/sharing')],
  'mine-appeals': ['rep', go('/mine/appeals')],
  'mine-record': ['rep', go('/mine/record')],
  teams: ['manager', go('/teams')],
  team: [
    'manager',
    async (page) => {
      await go('/teams')(page);
      await page.locator('main a[href^="/teams/"]').first().click();
      await page.waitForURL(/teams\/.+/);
      await page.waitForFunction(() => !document.querySelector('.bones'));
    },
  ],
  people: ['admin', go('/people')],
  company: ['admin', go('/company')],
  audit: ['admin', go('/audit')],
  tokens: ['admin', go('/tokens')],
  appeals: ['enablement', go('/appeals')],
  webhooks: ['admin', async (page) => void (await webhooks(page), await go('/webhooks')(page))],
  webhook: ['admin', async (page) => await go(`/webhooks/${(await webhooks(page))[0]}`)(page)],
  jobs: ['admin', async (page) => void (await webhooks(page), await go('/jobs')(page))],
  'not-here': ['rep', go('/nowhere')],
  start: ['', go('/start')],
  forgotten: ['', go('/forgotten')],
  away: [
    '',
    async (page) => {
      for (const path of ['**/api/v1/session', '**/healthz']) await page.route(path, (route) => route.abort());
      await page.goto(server.address);
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  ],
};

let failed = 0;
try {
  await server.start();
  held = await talk();
  for (const [name, [who, come]] of Object.entries(places)) {
    if (only.length && !only.includes(name)) continue;
    for (const form of Object.keys(forms)) {
      try {
        const page = await pageOf(form, who);
        await come(page);
        await picture(page, name, form);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) throw new Error(`scrolls sideways by ${wide} px`);
      } catch (error) {
        failed++;
        console.log(`FAILED  ${name}, ${form}: ${error.message.split('\n')[0]}`);
      }
    }
    console.log(name);
  }
  const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
  console.log(`${sizes.length} pictures, ${(sizes.reduce((sum, one) => sum + one, 0) / 1e6).toFixed(1)} MB`);
} finally {
  receiver.close();
  await browser.close();
  await server.remove();
}
process.exit(failed ? 1 : 0);
