// How much script stands between an address and a place: node tests/size.mjs, after npm run build. Leaves with 1 above a
// budget. A place's share is what it loads beyond the first page, however deep.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const kFirst_kB = 60; // the contract says 200; so much room is not needed, and one should notice
const kPlace_kB = 60;
const folder = new URL('../../build/web/', import.meta.url);
const read = (path) => readFileSync(new URL(path, folder));
const html = read('index.html').toString();

/** The scripts that are loaded with one, with what they import at once. */
function loadedWith(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = read(`assets/${name}`).toString();
  for (const [, other] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) loadedWith(other, seen);
  return seen;
}
const size = (names) => [...names].reduce((sum, name) => sum + gzipSync(read(`assets/${name}`), { level: 9 }).length, 0) / 1000;

let failed = 0;
function check(what, kB, budget) {
  if (kB > budget) failed += 1;
  console.log(`${kB > budget ? 'WRONG' : 'ok   '} ${what}: ${kB.toFixed(1)} kB gzipped (budget ${budget})`);
}

const named = [...html.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name);
if (!named.length) throw new Error('index.html names no script: npm run build');
const first = new Set(named.flatMap((name) => [...loadedWith(name)]));
check('the first page', size(first), kFirst_kB);
for (const name of readdirSync(new URL('assets/', folder)).filter((one) => /^(Home|Room|Review|Library)-.+\.js$/.test(one)))
  check(name.replace(/-.*/, ''), size([...loadedWith(name)].filter((one) => !first.has(one))), kPlace_kB);
process.exit(failed ? 1 : 0);
