// State × time → pose. Pure: the whole movement of a character is this function.
import { ease } from '../chance';
import { blinkAt } from './blink';
import { expressionOf } from './expression';
import { gazeAt, saccadeAt } from './gaze';
import { type HandMove, handAt } from './gesture';
import { headAt } from './head';
import { type Pose, type ShapeWeights, noShapes, restPose } from './pose';
import { type Mode, type MotionState, feelingAt } from './state';
import { shapesAt } from './track';

const MODE_MS = 150;

/** What a mode adds to the face and head, before chance. */
const BEARING: Record<Mode, { knit: number; outer: number; yaw: number; pitch: number; press: number }> = {
  idle: { knit: 0, outer: 0, yaw: 0, pitch: 0, press: 0 },
  listening: { knit: 0, outer: 0.05, yaw: 0, pitch: -0.01, press: 0 },
  speaking: { knit: 0, outer: 0.04, yaw: 0, pitch: 0, press: 0 },
  thinking: { knit: 0.22, outer: 0.28, yaw: 0.11, pitch: 0.06, press: 0.22 },
};

/** `mouthMs` is the time of the sound that is heard, or null when nothing is said. */
export function poseAt(state: MotionState, now: number, mouthMs: number | null): Pose {
  const shapes = mouthMs === null ? { ...noShapes(), sil: 1 } : shapesAt(state.mouth, mouthMs);
  const pose: Pose = { ...restPose(), ...expressionOf(feelingAt(state, now)), shapes };
  const part = ease((now - state.modeSince) / MODE_MS);
  addBearing(pose, state, part);
  calmMouth(pose, shapes);
  if (state.reducedMotion) return { ...pose, blink: blinkAt(state.seed, () => 'thinking', now, 1.8), yaw: 0, roll: 0, pitch: 0, lean: 0 };
  pose.blink = blinkAt(state.seed, (ms) => (ms >= state.modeSince ? state.mode : state.modeBefore), now);
  addGaze(pose, state, now, part);
  addHead(pose, state, now);
  pose.breath = Math.sin((now / 1000) * Math.PI * 2 * (0.24 + 0.06 * ease((50 - state.feeling.patience) / 50)));
  return Object.assign(pose, handNow(state, now));
}

function addBearing(pose: Pose, state: MotionState, part: number): void {
  const [before, after] = [BEARING[state.modeBefore], BEARING[state.mode]];
  const now = (key: keyof typeof before): number => before[key] + (after[key] - before[key]) * part;
  pose.knit = Math.min(1, pose.knit + now('knit'));
  pose.browOuter = Math.min(1, pose.browOuter + now('outer'));
  pose.press = Math.min(1, pose.press + now('press'));
  pose.pitch += now('pitch');
}

/** While sounds are formed, the expression leaves the lips free. */
function calmMouth(pose: Pose, shapes: ShapeWeights): void {
  const talk = 1 - shapes.sil;
  pose.press *= 1 - 0.85 * talk;
  pose.smile *= 1 - 0.3 * talk;
  pose.teeth *= 1 - talk * (0.5 + 0.5 * shapes.PP);
}

function addGaze(pose: Pose, state: MotionState, now: number, part: number): void {
  const keen = feelingAt(state, now).interest / 100;
  const before = gazeAt(state.seed, state.modeBefore, now, keen);
  const after = gazeAt(state.seed, state.mode, now, keen);
  const small = saccadeAt(state.seed, now);
  pose.gazeX = before.x + (after.x - before.x) * part + small.x;
  pose.gazeY = before.y + (after.y - before.y) * part + small.y;
}

function addHead(pose: Pose, state: MotionState, now: number): void {
  const { seed } = state;
  const feeling = feelingAt(state, now);
  const agree = (feeling.trust * 0.5 + feeling.interest * 0.5) / 100;
  const part = ease((now - state.modeSince) / 600);
  const before = headAt(seed, state.modeBefore, now, agree);
  const after = headAt(seed, state.mode, now, agree);
  // The head follows the eyes, later and less: it takes the gaze of a moment ago, spread over 300 ms.
  const late = followedGaze(state, now, feeling.interest / 100);
  pose.yaw += before.yaw + (after.yaw - before.yaw) * part + 0.14 * late.x;
  pose.pitch += before.pitch + (after.pitch - before.pitch) * part - 0.07 * late.y;
  pose.roll += before.roll + (after.roll - before.roll) * part;
}

function followedGaze(state: MotionState, now: number, keen: number): { x: number; y: number } {
  const part = ease((now - state.modeSince - 60) / 450);
  const before = gazeAt(state.seed, state.modeBefore, now - 80, keen, 480);
  const after = gazeAt(state.seed, state.mode, now - 80, keen, 480);
  return { x: before.x + (after.x - before.x) * part, y: before.y + (after.y - before.y) * part };
}

function handNow(state: MotionState, now: number): HandMove {
  const since = now - state.modeSince;
  const after = handAt(state.seed, state.mode, now, since);
  if (since > 500 || after.hand > 0) return after;
  const left = handAt(state.seed, state.modeBefore, state.modeSince, 1e6);
  return { ...left, hand: left.hand * ease(1 - since / 450) };
}
