import { describe, expect, it } from 'vitest';
import { Backing } from './backing';

const after = (screen: number, frames: number[]): number => {
  const backing = new Backing(screen, 15);
  for (const ms of frames) backing.took(ms);
  return backing.step;
};

describe('the size of the backing', () => {
  it.each([
    ['a sharp screen starts sharp', 2, [], 2],
    ['a plain screen starts plain', 1, [], 1],
    ['quick frames keep it', 2, Array(200).fill(6), 2],
    ['one hiccup is forgiven', 2, [...Array(8).fill(90), ...Array(60).fill(5), ...Array(8).fill(90)], 2],
    ['slow frames drop it', 2, Array(12).fill(30), 1.5],
    ['lasting slowness drops it to the least', 2, Array(100).fill(30), 0.75],
    ['a while of slowness stops at the page\'s own pixels', 2, Array(60).fill(30), 1],
  ])('%s', (_what, screen, frames, step) => expect(after(screen, frames)).toBe(step));
  it('sees late frames and no pauses', () => {
    const backing = new Backing(2, 15);
    for (let i = 0; i < 50; i += 1) backing.took(3, 900);
    expect(backing.step).toBe(2);
    for (let i = 0; i < 12; i += 1) backing.took(3, 60);
    expect(backing.step).toBe(1.5);
  });
});
