import { cpSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const outDir = '../build/web';

// The contract lies beside the page, for its own description (api.html) and for whoever writes a program against it.
const withContract = { name: 'with-contract', closeBundle: () => cpSync('../contract', `${outDir}/contract`, { recursive: true }) };

// The page is served by the program itself; `npm run dev` passes what is the server's on to one that runs.
export default defineConfig({
  plugins: [svelte(), withContract],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['index.html', 'api.html'] },
    chunkSizeWarningLimit: 2000,
  },
  // Who plays the customers is data that the server reads, too: it lies beside web/.
  server: { fs: { allow: ['..'] }, proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  test: { include: ['src/**/*.test.ts'], testTimeout: 30_000 }, // some go through a minute of motion, and the machine may be busy
});
