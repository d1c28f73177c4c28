// A server with the demo company, for journeys through the page: started on a free port, killed, started again there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const password = 'the tray in the scanner room';

export class Server {
  constructor(program) {
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), 'praxis-page-'));
    this.port = 0;
    this.people = [];
    this.password = password;
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** `variables`: more of what it is told. */
  async start(variables = {}) {
    const page = new URL('../../../build/web', import.meta.url).pathname;
    const words = ['serve', '--demo', '--port', String(this.port), '--page', page, '--log-level', 'error', '--private-webhooks'];
    this.process = spawn(this.program, [...words, '--database', join(this.folder, 'praxis.sqlite')], {
      env: { ...process.env, PRAXIS_DEMO_PASSWORD: password, ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: this.process.stdout })) {
      const port = line.match(/listens on http:\/\/[^:]+:(\d+)/);
      if (port) this.port = Number(port[1]);
      const person = line.match(/^ {2}(\S+@\S+)\s+(.+)$/);
      if (person) this.people.push({ email: person[1], name: person[2] });
      if (line.startsWith('One password')) return;
    }
    throw new Error('the server did not start');
  }

  async kill(signal = 'SIGKILL') {
    const gone = once(this.process, 'exit');
    this.process.kill(signal);
    await gone;
  }

  async remove() {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
