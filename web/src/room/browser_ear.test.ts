import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserEar, browserHears } from './browser_ear';

class Fake {
  static last: Fake;
  static begun = 0;
  lang = '';
  continuous = false;
  interimResults = false;
  onresult: ((event: unknown) => void) | null = null;
  onspeechstart: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  onend: (() => void) | null = null;
  constructor() {
    Fake.last = this;
  }
  start() {
    Fake.begun++;
  }
  stop() {
    this.onend?.();
  }
  abort() {
    this.onend?.();
  }
  hear(isFinal: boolean, transcript: string) {
    this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
  }
}

describe('the browser’s own recognition', () => {
  const told: string[] = [];
  const ear = () =>
    new BrowserEar('en', {
      onBegan: () => told.push('began'),
      onPartial: (text) => told.push(`partial ${text}`),
      onTurn: (text) => told.push(`turn ${text}`),
      onRefused: (why) => told.push(`refused ${why}`),
    });
  beforeEach(() => {
    told.length = 0;
    Fake.begun = 0;
    vi.stubGlobal('webkitSpeechRecognition', Fake);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is there only where the browser has it', () => {
    expect(browserHears()).toBe(true);
    vi.stubGlobal('webkitSpeechRecognition', undefined);
    expect(browserHears()).toBe(false);
    ear().start(true);
    expect(told).toEqual(['refused browser']);
  });

  it('shows what is begun and gives turns', () => {
    ear().start(true);
    expect([Fake.last.lang, Fake.last.continuous, Fake.last.interimResults]).toEqual(['en', true, true]);
    Fake.last.onspeechstart?.();
    Fake.last.hear(false, ' what goes');
    Fake.last.hear(true, ' what goes wrong today');
    expect(told).toEqual(['began', 'partial what goes', 'turn what goes wrong today', 'partial ']);
  });

  it('begins again when the browser ends it, until it is stopped', () => {
    const one = ear();
    one.start(true);
    Fake.last.onend?.();
    expect(Fake.begun).toBe(2);
    one.stop();
    expect(Fake.begun).toBe(2);
  });

  it('does not take the customer for the rep', () => {
    const one = ear();
    one.start(true);
    const before = Fake.last;
    one.rest(true);
    before.onspeechstart?.();
    before.hear(true, 'It is nineteen thousand a month');
    expect(told).toEqual([]);
    one.rest(false);
    Fake.last.hear(true, 'I see');
    expect(told).toEqual(['turn I see', 'partial ']);
  });

  it('says why it does not work', () => {
    ear().start(true);
    Fake.last.onerror?.({ error: 'no-speech' });
    expect(told).toEqual([]);
    Fake.last.onerror?.({ error: 'network' });
    expect(told).toEqual(['refused browser']);
    ear().start(true);
    Fake.last.onerror?.({ error: 'not-allowed' });
    expect(told.at(-1)).toBe('refused microphone');
    expect(Fake.begun).toBe(2);
  });
});
