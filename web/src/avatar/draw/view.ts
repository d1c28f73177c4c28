// How the head is turned, and where its points then are. Head space: 1 unit is 1 pixel of the 480-unit stage, the origin
// lies between the eyes, x to the viewer's right, y down, z towards the viewer.
import type { Pose } from '../motion/pose';
import type { Point } from './brush';

export interface View {
  sinYaw: number;
  cosYaw: number;
  sinPitch: number;
  cosPitch: number;
}

export const FRONT: View = { sinYaw: 0, cosYaw: 1, sinPitch: 0, cosPitch: 1 };

export function viewOf(pose: Pose): View {
  return { sinYaw: Math.sin(pose.yaw), cosYaw: Math.cos(pose.yaw), sinPitch: Math.sin(pose.pitch), cosPitch: Math.cos(pose.pitch) };
}

/** How far in front of the ears' plane the face lies at (x, y): an ellipsoid. */
export function depthAt(x: number, y: number): number {
  const inside = 1 - (x / 84) ** 2 - ((y - 5) / 135) ** 2;
  return inside > 0 ? 76 * Math.sqrt(inside) : 0;
}

export function turn(view: View, x: number, y: number, z = depthAt(x, y)): Point {
  return [x * view.cosYaw + z * view.sinYaw, y * view.cosPitch - z * view.sinPitch];
}
