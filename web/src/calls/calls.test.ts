import { describe, expect, it } from 'vitest';
import { heldOn, minutesOf, saidInCall, textIn, type CallSeen } from './calls';

const bytes = (...all: number[]) => new Uint8Array(all);

describe('a dropped file', () => {
  it('is read by its byte-order mark', () => {
    expect(textIn(new TextEncoder().encode('Ann: Grüße.'))).toBe('Ann: Grüße.');
    expect(textIn(bytes(0xff, 0xfe, 0x41, 0x00, 0x3a, 0x00))).toBe('A:');
    expect(textIn(bytes(0xfe, 0xff, 0x00, 0x41, 0x00, 0x3a))).toBe('A:');
  });
  it('is refused when it is no text', () => {
    expect(textIn(bytes(0x52, 0x49, 0x46, 0x46, 0x00, 0x01))).toBeNull();
    expect(textIn(bytes(0x41, 0xc3, 0x28))).toBeNull();
  });
});

describe('when a call was', () => {
  it('is a day or nothing', () => {
    expect(new Date(heldOn('2026-11-03') ?? 0).getDate()).toBe(3);
    expect(heldOn('')).toBeUndefined();
    expect(heldOn('tomorrow')).toBeUndefined();
  });
  it('is told in minutes', () => expect(minutesOf(61 * 60_000 + 12_000)).toBe(61));
});

describe('what was said in a call', () => {
  const line = (side: 'rep' | 'customer' | 'colleague', name: string, turn: number) => ({ side, name, turn, text: name, begin_ms: null });
  const seen = (...said: ReturnType<typeof line>[]) => ({ said }) as unknown as CallSeen;
  it('names the other side only where there are several', () => {
    expect(saidInCall(seen(line('rep', 'Ann', 1), line('customer', 'Customer', 1))).map((one) => one.name)).toEqual([undefined, undefined]);
    const several = saidInCall(seen(line('customer', 'Customer', 0), line('rep', 'Ann', 1), line('colleague', 'Tom', 1)));
    expect(several.map((one) => [one.who, one.name])).toEqual([['buyer', 'Customer'], ['rep', undefined], ['buyer', 'Tom']]);
  });
});
