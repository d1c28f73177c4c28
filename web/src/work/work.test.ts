import { expect, test } from 'vitest';
import { eventBoxes, eventSaid, jobSaid, kindsSaid, listed, type Webhook } from './work';

const webhook: Webhook = { id: 'a', url: 'https://crm.example/in', note: '', kinds: [], active: true, created_ms: 1, version: 1 };

test('a webhook that chose nothing hears everything', () => {
  expect(kindsSaid(webhook)).toBe('Everything');
  expect(kindsSaid({ ...webhook, kinds: ['person.left', 'appeal.opened'] })).toBe('Somebody was suspended or deleted · Somebody appealed');
});

test('a ping is nothing to listen to', () => {
  expect(eventBoxes.map((one) => one.key)).not.toContain('ping');
  expect(eventBoxes.length).toBeGreaterThan(5);
});

test('what a newer server says is told as it is', () => {
  expect(eventSaid('call.imported')).toBe('call.imported');
  expect(jobSaid('call.review')).toBe('call.review');
  expect(jobSaid('mail.invitation')).toBe('Letter: invitation');
});

test('a secret does not stay in the list', () => {
  expect(JSON.stringify(listed({ ...webhook, secret: 'whsec_x' }))).not.toContain('whsec');
});
