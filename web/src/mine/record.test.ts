import { describe, expect, it } from 'vitest';
import { cellsOf, conversationsIn, tablesIn } from './record';

describe('everything that is kept', () => {
  it('leaves out empty tables and begins with oneself', () =>
    expect(tablesIn({ audit: [{ verb: 'log_in' }], share: [], person: [{ name: 'Ada' }] }).map(([name]) => name)).toEqual(['person', 'audit']));

  it('tells times as times and leaves out what is not set', () =>
    expect(cellsOf({ created_ms: '0', outside_id: '', name: 'Ada' })).toEqual([
      ['created', expect.stringContaining('1970')],
      ['name', 'Ada'],
    ]));

  it('puts what was said together by attempt, in order', () => {
    const rows = [
      { attempt_id: 'a', seq: '10', at_ms: '0', events: [{ event: 'buyer_said', text: 'Eleven grand.' }] },
      { attempt_id: 'a', seq: '2', at_ms: '0', events: { event: 'rep_said', text: 'What does it cost you?' } },
      { attempt_id: 'b', seq: '1', at_ms: '0', events: [{ event: 'ended' }] },
    ];
    const told = conversationsIn(rows);
    expect(told.find((one) => one.attempt === 'a')?.said.map((one) => one.text)).toEqual(['What does it cost you?', 'Eleven grand.']);
    expect(told.find((one) => one.attempt === 'b')?.said).toEqual([]);
  });
});
