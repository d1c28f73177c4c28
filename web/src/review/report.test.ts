import { describe, expect, it } from 'vitest';
import { placed, saidIn, toWebVtt } from './report';

const told = (seq: number, at_ms: number, rep: string, buyer: string) => ({
  seq,
  at_ms,
  events: [
    { event: 'rep_said' as const, turn: seq, text: rep },
    { event: 'cue' as const, turn: seq, text: 'Ask.' },
    { event: 'buyer_said' as const, turn: seq, text: buyer },
  ],
});

describe('a conversation as WebVTT', () => {
  const said = saidIn([told(1, 1000, 'Good morning.', 'Morning.'), told(2, 9000, 'What <goes> wrong --> here?', 'Nothing & all.')]);

  it('holds what was said and no cue', () => expect(said.map((one) => one.who)).toEqual(['rep', 'buyer', 'rep', 'buyer']));

  it('escapes what has a meaning in a cue', () => {
    const vtt = toWebVtt(said, { rep: 'Ada', buyer: 'Pavel' });
    expect(vtt).toContain('<v Ada>What &lt;goes&gt; wrong --&gt; here?');
    expect(vtt).toContain('<v Pavel>Nothing &amp; all.');
    expect(vtt.startsWith('WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.200\n')).toBe(true);
  });

  it('never overlaps', () => {
    const times = [...toWebVtt(said, { rep: 'A', buyer: 'B' }).matchAll(/(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})/g)];
    expect(times).toHaveLength(4);
    for (const [i, one] of times.entries()) {
      expect(one[2]! > one[1]!).toBe(true);
      if (i) expect(one[1]! >= times[i - 1]![2]!).toBe(true);
    }
  });

  it('is a file even of nothing', () => expect(toWebVtt([], { rep: 'A', buyer: 'B' })).toBe('WEBVTT\n'));
});

describe('a figure beside its band', () => {
  it('stands in the middle half when it is inside', () => {
    expect(placed(30, [30, 50])).toBe(25);
    expect(placed(40, [30, 50])).toBe(50);
    expect(placed(50, [30, 50])).toBe(75);
  });
  it('never leaves the line', () => {
    expect(placed(900, [30, 50])).toBe(98);
    expect(placed(-5, [30, 50])).toBe(2);
    expect(placed(3, [3, 3])).toBe(25);
  });
});
