// Coming in by way of a real identity provider, one that is down at first; being turned away in words; agreeing to the
// text before the first rehearsal. Needs the packages that the test identity_packages installs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { accessible, open } from './visit.mjs';
import { Server } from './server.mjs';

class Peers {
  constructor(folder) {
    this.process = spawn('node', ['peers.mjs'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }
  async answer() {
    return JSON.parse((await this.lines.next()).value);
  }
  ask(command) {
    this.process.stdin.write(`${JSON.stringify(command)}\n`);
    return this.answer();
  }
}

const settings = (issuer) => ({
  PRAXIS_PROVIDER_PEERS_NAME: 'Hallam account',
  PRAXIS_PROVIDER_PEERS_ISSUER: issuer,
  PRAXIS_PROVIDER_PEERS_CLIENT: 'praxis',
  PRAXIS_PROVIDER_PEERS_SECRET: 'a secret: of & many = signs',
  PRAXIS_PROVIDER_PEERS_ADMITS: 'everybody',
  PRAXIS_PROVIDER_PEERS_DOMAINS: 'hallam.example',
});

async function comesIn({ browser, shot }, server, peers) {
  await peers.ask({ do: 'log_in', as: 'ada' });
  const page = await open(browser, `${server.address}/library`);
  await page.getByRole('button', { name: 'Log in with Hallam account' }).waitFor(); // it cannot be used
  await page.getByText('It does not answer at the moment.').waitFor();
  await accessible(page, 'a way in that is down');
  await shot(page, 'way-in-down');
  await peers.ask({ do: 'down', is: false });
  const way = page.getByRole('link', { name: 'Log in with Hallam account' });
  await way.waitFor({ timeout: 30000 });
  await accessible(page, 'a way in');
  await shot(page, 'way-in');
  await way.click();
  await page.getByText('Only mail addresses of your company are let in').waitFor();
  await accessible(page, 'turned away');
  await shot(page, 'turned-away');
  await page.context().clearCookies();
  await peers.ask({ do: 'log_in', as: 'zoe' });
  await page.getByRole('link', { name: 'Log in with Hallam account' }).click();
  await page.waitForURL(`${server.address}/library`);
  await page.locator('header').getByText('Zoe Hallam').waitFor();
  return page;
}

async function agrees(page, shot) {
  await page.goto(new URL('/', page.url()).href);
  const start = page.getByRole('button', { name: 'Start a three-minute call' });
  const dialog = page.getByRole('dialog');
  await start.click();
  await dialog.getByText('Nobody else reads it unless you share').waitFor();
  await accessible(page, 'agreeing');
  await shot(page, 'agreeing');
  await dialog.getByRole('button', { name: 'No' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await start.click();
  await dialog.getByRole('button', { name: 'Yes, I agree' }).click();
  await page.locator('.room').waitFor();
}

export async function run(told) {
  const folder = join(dirname(resolve(told.program)), 'peers/identity');
  if (!existsSync(join(folder, 'node_modules/oidc-provider'))) {
    console.log(`        passed over: no packages in ${folder}`);
    return;
  }
  const peers = new Peers(folder);
  const server = new Server(told.program);
  try {
    const { issuer } = await peers.answer();
    await peers.ask({ do: 'down', is: true });
    await server.start(settings(issuer));
    await peers.ask({ do: 'client', address: server.address, way: 'peers' });
    const page = await comesIn(told, server, peers);
    await agrees(page, told.shot);
    assert.deepEqual(page.broken, []);
    await page.context().close();
  } finally {
    peers.process.kill();
    await server.remove();
  }
}
