// Where the peer keeps people, strategies, attempts and their events: an SQLite file by node:sqlite, or PostgreSQL by pg.
// What waits at one moment is kept together, as a careful programmer would do it: one commit, one wait for the disk.
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS person (person TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL, company TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS strategy (strategy_id TEXT PRIMARY KEY, published TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS attempt (attempt_id TEXT PRIMARY KEY, person TEXT NOT NULL, begun TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open', outcome TEXT, turns BIGINT NOT NULL DEFAULT 0, started_ms BIGINT NOT NULL, ended_ms BIGINT, read_ms BIGINT);
  CREATE INDEX IF NOT EXISTS attempt_person ON attempt (person, attempt_id);
  CREATE TABLE IF NOT EXISTS attempt_log (attempt_id TEXT NOT NULL, seq BIGINT NOT NULL, at_ms BIGINT NOT NULL, events TEXT NOT NULL,
    PRIMARY KEY (attempt_id, seq));`;

// Calls `write` with everything that was queued since the last time, one batch at a time.
class Batches {
  waiting = [];
  running = false;
  constructor(write) {
    this.write = write;
  }
  add(entry) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ entry, resolve, reject });
      if (!this.running) this.start();
    });
  }
  start() {
    this.running = true;
    setImmediate(async () => {
      const batch = this.waiting.splice(0, 512);
      try {
        await this.write(batch.map(({ entry }) => entry));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      this.running = false;
      if (this.waiting.length > 0) this.start();
    });
  }
}

class Sqlite {
  constructor(file) {
    this.db = new DatabaseSync(file);
    this.db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ${SCHEMA}`);
    const sql = (text) => this.db.prepare(text);
    this.insertLog = sql('INSERT INTO attempt_log (attempt_id, seq, at_ms, events) VALUES (?, ?, ?, ?)');
    this.insertAttempt = sql('INSERT INTO attempt (attempt_id, person, begun, started_ms) VALUES (?, ?, ?, ?)');
    this.insertPerson = sql('INSERT OR IGNORE INTO person VALUES (?, ?, ?, ?, ?)');
    this.selectPerson = sql('SELECT * FROM person WHERE person = ?');
    this.insertStrategy = sql('INSERT OR IGNORE INTO strategy VALUES (?, ?)');
    this.selectStrategies = sql('SELECT * FROM strategy ORDER BY strategy_id');
    this.selectAttempt = sql('SELECT * FROM attempt WHERE attempt_id = ?');
    this.selectList = sql('SELECT * FROM attempt WHERE person = ? ORDER BY attempt_id DESC LIMIT ?');
    this.selectLog = sql('SELECT * FROM attempt_log WHERE attempt_id = ? AND seq > ? ORDER BY seq');
    this.batches = new Batches((entries) => {
      this.db.exec('BEGIN IMMEDIATE');
      for (const entry of entries) this.insertLog.run(entry.attempt, entry.seq, entry.atMs, entry.events);
      this.db.exec('COMMIT');
    });
  }
  append(entry) {
    return this.batches.add(entry);
  }
  async addPerson(person) {
    this.insertPerson.run(person.id, person.name, person.email, person.role, person.company);
  }
  async person(id) {
    return this.selectPerson.get(id);
  }
  async addStrategy(id, published) {
    this.insertStrategy.run(id, published);
  }
  async strategies() {
    return this.selectStrategies.all();
  }
  async add(attempt) {
    this.insertAttempt.run(attempt.id, attempt.person, attempt.begun, attempt.startedMs);
  }
  async find(id) {
    return this.selectAttempt.get(id);
  }
  async list(person, most) {
    return this.selectList.all(person, most);
  }
  async since(id, seq) {
    return this.selectLog.all(id, seq);
  }
}

class Postgres {
  constructor(settings) {
    this.pool = new pg.Pool({ ...settings, max: 4 });
    const insert =
      'INSERT INTO attempt_log SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[])';
    this.batches = new Batches((entries) => {
      const column = (key) => entries.map((entry) => entry[key]);
      return this.pool.query({ name: 'append', text: insert, values: ['attempt', 'seq', 'atMs', 'events'].map(column) });
    });
  }
  async open() {
    await this.pool.query(SCHEMA);
    return this;
  }
  append(entry) {
    return this.batches.add(entry);
  }
  async rows(name, text, values) {
    return (await this.pool.query({ name, text, values })).rows;
  }
  addPerson(person) {
    const values = [person.id, person.name, person.email, person.role, person.company];
    return this.rows('addPerson', 'INSERT INTO person VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', values);
  }
  async person(id) {
    return (await this.rows('person', 'SELECT * FROM person WHERE person = $1', [id]))[0];
  }
  addStrategy(id, published) {
    return this.rows('addStrategy', 'INSERT INTO strategy VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, published]);
  }
  strategies() {
    return this.rows('strategies', 'SELECT * FROM strategy ORDER BY strategy_id', []);
  }
  add(attempt) {
    const values = [attempt.id, attempt.person, attempt.begun, attempt.startedMs];
    return this.rows('add', 'INSERT INTO attempt (attempt_id, person, begun, started_ms) VALUES ($1, $2, $3, $4)', values);
  }
  async find(id) {
    return (await this.rows('find', 'SELECT * FROM attempt WHERE attempt_id = $1', [id]))[0];
  }
  list(person, most) {
    return this.rows('list', 'SELECT * FROM attempt WHERE person = $1 ORDER BY attempt_id DESC LIMIT $2', [person, most]);
  }
  since(id, seq) {
    return this.rows('since', 'SELECT * FROM attempt_log WHERE attempt_id = $1 AND seq > $2 ORDER BY seq', [id, seq]);
  }
}

// A file's name, or "host=… port=… user=… dbname=…".
export async function open(address) {
  if (!address.startsWith('host=')) return new Sqlite(address);
  const told = Object.fromEntries(address.split(' ').map((part) => part.split('=')));
  return new Postgres({ host: told.host, port: Number(told.port), user: told.user, database: told.dbname }).open();
}
