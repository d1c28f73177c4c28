// Lighthouse over log-in, home, room and review of a demo company, as a phone on a slow line and as a laptop:
// performance counts the processor time that blocks the page, since machines are shared; the score by the clock stands beside it.
// `./dev bench page`, or node lighthouse.mjs PROGRAM where its packages are installed. Leaves with 1 below 95.
// PRAXIS_LIGHTHOUSE=FOLDER keeps the reports.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { defaultConfig, desktopConfig } from 'lighthouse';

const kLeast = 95;
// Lighthouse's own measure of a machine. Its phone is a fast desktop slowed down four times; a slower or busier machine
// is slowed down less, to about the same (docs/throttling.md of Lighthouse).
const kPhone = 400;
const web = new URL(process.env.PRAXIS_WEB ?? '../../', import.meta.url);
const { chromium } = createRequire(new URL('package.json', web))('playwright-core');
const { Server } = await import(new URL('tests/journeys/server.mjs', web));
const { begin, hangUp, logIn, say } = await import(new URL('tests/journeys/visit.mjs', web));

const [program, ...only] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!program || !executablePath) {
  console.error(program ? 'no Chromium: install Debian’s package chromium' : 'which program? build/release/praxis');
  process.exit(2);
}

async function freePort() {
  const socket = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => socket.once('listening', done));
  const { port } = socket.address();
  await new Promise((done) => socket.close(done));
  return port;
}

const throttlingOf = (form) => (form === 'phone' ? defaultConfig : desktopConfig).settings.throttling;
const forms = [
  ['phone', undefined],
  ['laptop', desktopConfig],
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
let failed = 0;

async function speedOf(address, port) {
  const { lhr } = await lighthouse(address, { port, disableStorageReset: true, logLevel: 'error', onlyCategories: ['seo'] });
  return lhr.environment.benchmarkIndex;
}

// Lighthouse's own curve: 0.9 at p10, 0.5 at the median.
const curves = { phone: { p10: 200, median: 600 }, laptop: { p10: 150, median: 350 } };
function scoreOf(value, { p10, median }) {
  const x = (Math.log(Math.max(value, 1) / median) / Math.log(p10 / median)) * 0.9061938024368232;
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return (1 + Math.sign(x) * erf) / 2;
}

/** How long the page's thread is blocked, by the clock's tasks but in processor time: what others on the machine take is not the page's. */
function blockedOf(trace, slowdown) {
  const events = trace.traceEvents;
  const mains = new Set(events.filter((one) => one.name === 'thread_name' && one.args.name === 'CrRendererMain').map((one) => `${one.pid}/${one.tid}`));
  const paint = events.find((one) => one.name === 'firstContentfulPaint');
  const tasks = events.filter((one) => one.name === 'RunTask' && one.ph === 'X' && one.pid === paint?.pid && mains.has(`${one.pid}/${one.tid}`) && one.ts + one.dur > paint.ts);
  return tasks.reduce((sum, one) => sum + Math.max(0, ((one.tdur ?? one.dur) / 1000) * slowdown - 50), 0);
}

/** The score for performance with the thread's blocking in processor time. */
function fairly(lhr, blocked, form) {
  const parts = lhr.categories.performance.auditRefs.filter((one) => one.weight);
  const score = ({ id }) => (id === 'total-blocking-time' ? scoreOf(blocked, curves[form]) : (lhr.audits[id].score ?? 0));
  return parts.reduce((sum, one) => sum + one.weight * score(one), 0) / parts.reduce((sum, one) => sum + one.weight, 0);
}

async function measure(name, address, port) {
  for (const [form, config] of forms) {
    const cpuSlowdownMultiplier = form === 'phone' ? Math.min(4, Math.max(1, (await speedOf(address, port)) / kPhone)) : 1;
    const given = { port, disableStorageReset: true, logLevel: 'error', output: 'html', throttling: { ...throttlingOf(form), cpuSlowdownMultiplier } };
    const { lhr, report, artifacts } = await lighthouse(address, given, config);
    const blocked = blockedOf(artifacts.Trace ?? artifacts.traces.defaultPass, cpuSlowdownMultiplier);
    const byClock = Math.round((lhr.categories.performance.score ?? 0) * 100);
    const scores = categories.map((one) => Math.round((one === 'performance' ? fairly(lhr, blocked, form) : (lhr.categories[one].score ?? 0)) * 100));
    const low = scores.some((score) => score < kLeast);
    if (low) failed += 1;
    const speed = Math.round(lhr.environment.benchmarkIndex);
    console.log(`${low ? 'LOW' : 'ok '} ${name}, ${form}: ${categories.map((one, i) => `${one} ${scores[i]}`).join(', ')} (machine ${speed}, slowed down ${cpuSlowdownMultiplier.toFixed(1)}×; ${byClock} by the clock, blocked ${Math.round(blocked)} ms)`);
    for (const one of low ? categories : [])
      for (const { id, weight } of lhr.categories[one].auditRefs) {
        const audit = lhr.audits[id];
        if (weight && audit.score !== null && audit.score < 0.9) console.log(`      ${one}: ${audit.title} ${audit.displayValue ?? ''}`);
      }
    if (process.env.PRAXIS_LIGHTHOUSE) {
      mkdirSync(process.env.PRAXIS_LIGHTHOUSE, { recursive: true });
      writeFileSync(join(process.env.PRAXIS_LIGHTHOUSE, `${name}-${form}.html`), report);
    }
  }
}

const server = new Server(program);
const profile = mkdtempSync(join(tmpdir(), 'praxis-lighthouse-'));
const port = await freePort();
await server.start();
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: ['--no-sandbox', `--remote-debugging-port=${port}`],
});
try {
  const wanted = (name) => !only.length || only.includes(name);
  if (wanted('log-in')) await measure('log-in', server.address, port);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.address);
  await logIn(page, server.people[0], server.password);
  const leave = () => page.goto('about:blank'); // so that nothing else draws while it is measured
  await begin(page);
  await say(page, 'Good morning, thank you for taking my call. Have you got ten minutes?');
  const room = page.url();
  await leave();
  if (wanted('home')) await measure('home', server.address, port);
  if (wanted('room')) await measure('room', room, port);
  await page.goto(room);
  await hangUp(page);
  await page.getByRole('link', { name: 'Read the report' }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  const review = page.url();
  await leave();
  if (wanted('review')) await measure('review', review, port);
} finally {
  await context.close();
  await server.remove();
  rmSync(profile, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
