import { describe, expect, it } from 'vitest';
import { blinkAt, blinkStarts } from './blink';
import { lipsOf } from './lips';
import { type Pose, SHAPES } from './pose';
import { poseAt } from './pose_at';
import { mouthFromText } from './spelling';
import { type Mode, startState, withFeeling, withMode } from './state';
import { type MouthCue, shapesAt, trackEnd } from './track';

const map: MouthCue[] = [
  { from_ms: 0, shape: 'PP', weight: 1 }, { from_ms: 80, shape: 'aa', weight: 0.9 }, { from_ms: 220, shape: 'PP', weight: 1 },
  { from_ms: 300, shape: 'ih', weight: 0.8 }, { from_ms: 420, shape: 'FF', weight: 1 }, { from_ms: 500, shape: 'oh', weight: 1 }, { from_ms: 640, shape: 'sil', weight: 1 },
];
const jaw = (ms: number): number => lipsOf(shapesAt(map, ms)).jaw;

describe('the mouth', () => {
  it.each([[40, 'PP'], [150, 'aa'], [260, 'PP'], [360, 'ih'], [460, 'FF'], [570, 'oh'], [900, 'sil']] as const)('at %i ms is mostly %s', (ms, shape) => {
    const weights = shapesAt(map, ms);
    for (const other of SHAPES) if (other !== shape) expect(weights[shape], other).toBeGreaterThan(weights[other]);
  });
  it('closes the lips on PP, though vowels stand around it', () => {
    expect(shapesAt(map, 260).PP).toBeGreaterThan(0.85);
    expect(jaw(260)).toBeLessThan(0.08);
    expect(jaw(150)).toBeGreaterThan(0.5);
  });
  it('begins a shape before its sound and lets it ring after', () => {
    expect(shapesAt(map, 60).aa).toBeGreaterThan(0);
    expect(shapesAt(map, 365).ih).toBeGreaterThan(0);
    expect(shapesAt(map, 680).oh).toBeGreaterThan(0);
  });
  it('adds up to one, each weight within 0 and 1, and never jumps', () => {
    const cues = mouthFromText('People from Bristol bought fifty pumps; we shipped both before February!');
    for (let ms = -100; ms < trackEnd(cues) + 200; ms += 5) {
      const [before, now] = [shapesAt(cues, ms - 5), shapesAt(cues, ms)];
      let sum = 0;
      for (const shape of SHAPES) {
        expect(now[shape]).toBeGreaterThanOrEqual(0);
        expect(now[shape]).toBeLessThanOrEqual(1);
        expect(Math.abs(now[shape] - before[shape]), `${shape} at ${ms}`).toBeLessThan(0.34);
        sum += now[shape];
      }
      expect(sum).toBeCloseTo(1, 5);
    }
  });
  it('comes from letters when there is no sound', () => {
    const shapes = mouthFromText('The pump, she moved.').map(({ shape }) => shape);
    expect(shapes).toEqual(['TH', 'E', 'PP', 'ou', 'PP', 'PP', 'sil', 'CH', 'E', 'PP', 'oh', 'FF', 'E', 'DD', 'sil']);
    expect(mouthFromText('')).toEqual([]);
    expect(mouthFromText('9%')[0]?.shape).toBe('nn');
  });
});

describe('thinking', () => {
  it('shows within 100 ms: the eyes leave, the brow moves', () => {
    for (let seed = 1; seed < 20; seed += 1) {
      const state = withMode(withMode(startState(seed), 'listening', 0), 'thinking', 10_000);
      const before = poseAt(state, 10_000, null);
      const after = poseAt(state, 10_100, null);
      expect(before.gazeY - after.gazeY, `seed ${seed}`).toBeGreaterThan(0.15);
      expect(after.browOuter - before.browOuter).toBeGreaterThan(0.1);
    }
  });
  it('brings the hand to the chin, and takes it away again', () => {
    const thinking = withMode(startState(3), 'thinking', 1000);
    expect(poseAt(thinking, 2500, null)).toMatchObject({ gesture: 'chin', hand: 1 });
    const after = withMode(thinking, 'listening', 4000);
    expect(poseAt(after, 4100, null).hand).toBeGreaterThan(0.5);
    expect(poseAt(after, 4600, null).hand).toBe(0);
  });
});

describe('blinks', () => {
  it.each([['listening', 12, 24], ['speaking', 18, 32], ['thinking', 8, 18]] as [Mode, number, number][])('while %s come %i to %i times a minute', (mode, low, high) => {
    let count = 0;
    for (let seed = 0; seed < 20; seed += 1) for (let slot = 0; slot < 30; slot += 1) count += blinkStarts(seed, mode, slot).length;
    expect(count / 20).toBeGreaterThan(low);
    expect(count / 20).toBeLessThan(high);
  });
  it('sometimes come in twos', () => {
    const starts = Array.from({ length: 200 }, (_, slot) => blinkStarts(4, 'speaking', slot)).filter((list) => list.length === 2);
    expect(starts.length).toBeGreaterThan(5);
  });
  it('shut the eye wholly', () => {
    const start = Array.from({ length: 40 }, (_, slot) => blinkStarts(9, 'listening', slot)).flat()[0] as number;
    expect(blinkAt(9, () => 'listening', start + 90)).toBe(1);
    expect(blinkAt(9, () => 'listening', start + 300)).toBeLessThan(0.5);
  });
});

describe('a pose', () => {
  const busy = { ...withMode(withFeeling(startState(12), { trust: 20, interest: 80, patience: 35 }, 500), 'speaking', 900), mouth: map };
  it('is the same for the same state and time', () => expect(poseAt(busy, 4321, 200)).toEqual(poseAt(busy, 4321, 200)));
  it('differs between seeds', () => expect(poseAt(busy, 4321, 200)).not.toEqual(poseAt({ ...busy, seed: 13 }, 4321, 200)));
  it('stays in its ranges and moves without jumps', () => {
    const unit: (keyof Pose)[] = ['smile', 'frown', 'teeth', 'press', 'knit', 'doubt', 'blink', 'droop', 'wide', 'squint', 'hand'];
    for (const mode of ['idle', 'listening', 'thinking', 'speaking'] as Mode[]) {
      const state = withMode(busy, mode, 2000);
      for (let now = 2600; now < 22_000; now += 33) {
        const [before, pose] = [poseAt(state, now - 33, null), poseAt(state, now, null)];
        for (const key of unit) expect(pose[key] as number, key).toBeLessThanOrEqual(1), expect(pose[key] as number, key).toBeGreaterThanOrEqual(0);
        for (const key of ['yaw', 'pitch', 'roll'] as const) {
          expect(Math.abs(pose[key]), key).toBeLessThan(0.35);
          expect(Math.abs(pose[key] - before[key]), `${key} in ${mode} at ${now}`).toBeLessThan(0.045);
        }
        expect(Math.abs(pose.gazeX)).toBeLessThanOrEqual(1);
      }
    }
  });
  it.each([
    ['trust', 'smile', 1], ['trust', 'doubt', -1], ['patience', 'frown', -1], ['patience', 'knit', -1], ['interest', 'droop', -1], ['interest', 'browOuter', 1], ['interest', 'lean', 1],
  ] as const)('shows %s in %s', (feeling, key, sign) => {
    const shown = (value: number): number => poseAt(withFeeling(startState(1), { trust: 50, interest: 50, patience: 50, [feeling]: value }, 0), 9000, null)[key] as number;
    expect((shown(95) - shown(5)) * sign).toBeGreaterThan(0.2);
  });
  it('eases into a mood', () => {
    const glad = withFeeling(startState(1), { trust: 100, interest: 50, patience: 50 }, 1000);
    const smiles = [1000, 1200, 1600, 4000].map((now) => poseAt(glad, now, null).smile);
    expect(smiles[0]).toBeLessThan(smiles[1] as number);
    expect(smiles[1]).toBeLessThan(smiles[2] as number);
    expect(smiles[3]).toBeGreaterThan(0.7);
  });
  it('moves only mouth and lids when motion is to be reduced', () => {
    const calm = { ...busy, reducedMotion: true };
    const poses = Array.from({ length: 200 }, (_, i) => poseAt(calm, 9000 + i * 50, 150));
    for (const key of ['yaw', 'pitch', 'roll', 'lean', 'breath', 'gazeX', 'gazeY', 'hand', 'sway'] as const) expect(new Set(poses.map((pose) => pose[key])).size, key).toBe(1);
    expect(new Set(poses.map((pose) => pose.blink)).size).toBeGreaterThan(3);
  });
});
