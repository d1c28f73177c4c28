// node server.js DATABASE: the peer of `praxis serve` in the load bench, on fastify and ws. The same routes and messages
// (contract/openapi.yaml, contract/live.yaml) as far as the bench asks for them, durable before they are told.
import { createHash, randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { WebSocketServer } from 'ws';
import { Customer } from './customer.js';
import { open } from './memory.js';

const memory = await open(process.argv[2]);
const people = new Map(); // fingerprint of a token → person

// Anybody is let in who has a token; who they are is looked up by its fingerprint, as a real one would.
function personBy(authorization) {
  if (!authorization?.startsWith('Bearer ')) return null;
  const token = authorization.slice(7);
  const print = createHash('sha256').update(token).digest('hex');
  if (!people.has(print)) people.set(print, token);
  return people.get(print);
}

// Their row, written when they first come, as an invitation would have.
const welcomed = new Set();
async function welcome(person) {
  welcomed.add(person);
  await memory.addPerson({ id: person, name: person, email: `${person}@mail.example`, role: 'rep', company: 'Hallam Steel' });
}

const problem = (reply, status, code, detail) =>
  reply.code(status).type('application/problem+json').send({ type: 'about:blank', title: code, status, code, detail });

for (const id of ['hallam-steel', 'ledgerline', 'sterivia']) await memory.addStrategy(id, JSON.stringify({
  id,
  name: `The strategy of ${id}`,
  company: id,
  version: createHash('sha256').update(id).digest('hex').slice(0, 16),
  language: 'en',
  segments: ['laser-job-shops', 'fabricators', 'dealers'].map((segment) => ({ id: segment, name: segment })),
}));

const named = (id) => id.replaceAll('-', ' ');
const STRATEGY_VERSION = createHash('sha256').update('strategy').digest('hex').slice(0, 16);

// What an attempt is from its start, by the contract; kept as one text.
function begun(wish) {
  const [segment, role, kind, difficulty] = (wish.scenario ?? '///').split('/');
  return {
    strategy: wish.strategy,
    strategy_version: STRATEGY_VERSION,
    scenario: wish.scenario,
    segment,
    role,
    segment_name: named(segment),
    role_name: named(role),
    kind,
    difficulty,
    support: wish.support ?? 'hints',
    blind: false,
    drill: false,
    simulated: false,
    seed: wish.seed ?? 1,
    face: 'amara-vance',
    parent: null,
    parent_turn: 0,
    person: { name: 'Dana Whitlock', title: named(role), presents: 'woman', setting: 'office', company: 'Whitlock Profiles' },
  };
}

const whole = (number) => (number === null ? null : Number(number));
const seen = (row) => ({
  id: row.attempt_id,
  ...JSON.parse(row.begun),
  state: row.state,
  outcome: row.outcome,
  turns: Number(row.turns),
  started_ms: Number(row.started_ms),
  ended_ms: whole(row.ended_ms),
  read_ms: whole(row.read_ms),
});

const app = Fastify({ logger: false, bodyLimit: 16384 });
app.addHook('onRequest', async (request, reply) => {
  reply.header('x-request-id', randomUUID()).header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  request.person = personBy(request.headers.authorization);
  if (request.person && !welcomed.has(request.person)) await welcome(request.person);
  if (!request.person) return problem(reply, 401, 'unauthenticated', 'Log in first.');
});
// What several nodes share is in the database: asked anew by every request, as any of them may have changed it.
app.get('/api/v1/session', async (request) => {
  const row = await memory.person(request.person);
  return {
    person: { id: row.person, name: row.name, roles: [row.role], email: row.email },
    company: { name: row.company, demo: false },
    scopes: ['practice:read', 'practice:write'],
  };
});
app.get('/api/v1/strategies', async () => {
  const rows = await memory.strategies();
  return { items: rows.map((row) => JSON.parse(row.published)), next: null };
});
app.post('/api/v1/attempts', async (request, reply) => {
  const id = randomUUID();
  const startedMs = Date.now();
  const attempt = begun(request.body);
  await memory.add({ id, person: request.person, begun: JSON.stringify(attempt), startedMs });
  await memory.append({ attempt: id, seq: 1, atMs: startedMs, events: '[]' });
  reply.code(201);
  return { id, ...attempt, state: 'open', outcome: null, turns: 0, started_ms: startedMs, ended_ms: null, read_ms: null };
});
app.get('/api/v1/attempts', async (request) => {
  const rows = await memory.list(request.person, Number(request.query.limit ?? 50));
  return { items: rows.map(seen), next: rows.at(-1)?.attempt_id ?? null };
});
app.get('/api/v1/attempts/:attempt/events', async (request, reply) => {
  const row = await memory.find(request.params.attempt);
  if (!row || row.person !== request.person) return problem(reply, 404, 'not_found', 'There is no such attempt.');
  const entries = await memory.since(row.attempt_id, 0);
  const items = entries.map((entry) => ({ seq: Number(entry.seq), at_ms: Number(entry.at_ms), events: JSON.parse(entry.events) }));
  return { items: items.filter(({ events }) => events.length > 0), next: null };
});

async function converse(socket, row) {
  const customer = new Customer();
  let seq = 1;
  const told = await memory.since(row.attempt_id, 0);
  for (const entry of told) {
    seq = Number(entry.seq);
    for (const event of JSON.parse(entry.events)) if (event.event === 'rep_said') customer.answer(event.text);
  }
  const tell = (message) => socket.send(JSON.stringify(message));
  const { segment_name, role_name, person, ...attempt } = seen(row);
  tell({ type: 'hello', attempt, brief: { task: 'Find out what it costs them.' }, next_turn: customer.turn + 1, seq });
  const takeTurn = async (message) => {
    if (message.turn !== customer.turn + 1) {
      tell({ type: 'problem', code: 'conflict', detail: `The next turn is ${customer.turn + 1}.` });
      return;
    }
    tell({ type: 'thinking', turn: message.turn });
    const { acts, text } = customer.answer(message.text);
    const events = [
      { event: 'rep_said', turn: message.turn, text: message.text, acts },
      { event: 'buyer_said', turn: message.turn, text, feeling: { trust: customer.trust, interest: 50, patience: 50 } },
    ];
    const entry = { attempt: row.attempt_id, seq: ++seq, atMs: Date.now(), events: JSON.stringify(events) };
    await memory.append(entry);
    tell({ seq: entry.seq, at_ms: entry.atMs, events, type: 'told' });
  };
  let last = Promise.resolve(); // one turn after the other
  socket.on('message', (bytes) => {
    last = last.then(() => takeTurn(JSON.parse(bytes))).catch(() => socket.close(1011));
  });
}

const sockets = new WebSocketServer({ noServer: true, maxPayload: 65536, perMessageDeflate: false });
app.server.on('upgrade', async (request, stream, head) => {
  const attempt = /^\/api\/v1\/attempts\/([^/?]+)\/live/.exec(request.url)?.[1];
  const person = personBy(request.headers.authorization);
  const row = person && attempt ? await memory.find(attempt) : null;
  if (!row || row.person !== person) return stream.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  sockets.handleUpgrade(request, stream, head, (socket) => converse(socket, row));
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`listens on http://127.0.0.1:${app.server.address().port}`);
