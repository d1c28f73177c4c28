// A page of the development server in a headless Chromium: what sheet.mjs and pixels.mjs share.
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

/** Opens avatar.html, hands the page to `work`, closes everything. */
export async function withPage(work, { bypassCSP = false, args = [] } = {}) {
  const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false }, optimizeDeps: { noDiscovery: true } });
  await server.listen();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', ...args] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, bypassCSP });
    page.on('console', (message) => message.type() === 'error' && console.error('page:', message.text()));
    page.on('pageerror', (error) => console.error('page:', error.message));
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/avatar.html`);
    await page.waitForFunction(() => window.avatarSheet);
    return await work(page, browser);
  } finally {
    await browser.close();
    await server.close();
  }
}
