import { describe, expect, it } from 'vitest';
import { noShapes, restPose, SHAPES, type Shape } from '../motion/pose';
import { arkitFaceOf, arkitMouthOf, oculusOf, vrmOf } from './morphs';
import { applyPose, faceIn } from './own_face';

const posed = (shape: Shape) => ({ ...restPose(), shapes: { ...noShapes(), [shape]: 1 } });

describe('shapes of own characters', () => {
  it('name the fifteen visemes as Oculus does', () => {
    expect(Object.keys(oculusOf(restPose()))).toHaveLength(15);
    expect(oculusOf(posed('ou'))).toMatchObject({ viseme_U: 1, viseme_sil: 0 });
  });
  it.each([['aa', 'jawOpen', 0.5], ['ou', 'mouthFunnel', 0.4], ['FF', 'mouthRollLower', 0.5]] as const)('open ARKit faces: %s by %s', (shape, name, least) => {
    expect(arkitMouthOf(posed(shape))[name]).toBeGreaterThan(least);
  });
  it('look to the viewer\'s right with the character\'s left eye outwards', () => {
    expect(arkitFaceOf({ ...restPose(), gazeX: 0.8 })).toMatchObject({ eyeLookOutLeft: 0.8, eyeLookInRight: 0.8, eyeLookInLeft: 0 });
  });
  it('keep within 0 and 1', () => {
    for (const shape of SHAPES) {
      const all = { ...oculusOf(posed(shape)), ...arkitMouthOf(posed(shape)), ...arkitFaceOf(posed(shape)), ...vrmOf(posed(shape)) };
      for (const [name, weight] of Object.entries(all)) expect(weight >= 0 && weight <= 1, name).toBe(true);
    }
  });
});

/** The little of a three.js scene that a face needs. */
function sceneOf(names: string[]) {
  const mesh = { isMesh: true, name: 'Face', morphTargetDictionary: Object.fromEntries(names.map((name, i) => [name, i])), morphTargetInfluences: names.map(() => 0) };
  const head = { isBone: true, name: 'mixamorig:Head' };
  return { mesh, scene: { traverse: (visit: (part: unknown) => void) => [mesh, head].forEach(visit) } as never };
}

describe('an own face', () => {
  it('takes visemes before ARKit\'s jaw, and finds the head', () => {
    const { mesh, scene } = sceneOf(['viseme_PP', 'viseme_aa', 'jawOpen', 'eyeBlink_L']);
    const face = faceIn(scene, {}, () => []);
    expect(face).toMatchObject({ visemes: true, arkit: true, head: { name: 'mixamorig:Head' } });
    applyPose(face, { ...posed('aa'), blink: 1 });
    expect(mesh.morphTargetInfluences).toEqual([0, 1, 0, 1]);
  });
  it('reads the expressions of VRM 0 and 1', () => {
    const { mesh, scene } = sceneOf(['M_A', 'M_Blink']);
    const old = { extensions: { VRM: { blendShapeMaster: { blendShapeGroups: [{ presetName: 'a', binds: [{ mesh: 0, index: 0, weight: 100 }] }] } } } };
    applyPose(faceIn(scene, old, () => [mesh as never]), posed('aa'));
    expect(mesh.morphTargetInfluences).toEqual([1, 0]);
    const now = { extensions: { VRMC_vrm: { expressions: { preset: { blink: { morphTargetBinds: [{ node: 0, index: 1, weight: 1 }] } } } } } };
    applyPose(faceIn(scene, now, () => [mesh as never]), { ...posed('sil'), blink: 0.6 });
    expect(mesh.morphTargetInfluences[1]).toBeCloseTo(0.6);
  });
  it('clears what it moved before', () => {
    const { mesh, scene } = sceneOf(['viseme_PP', 'viseme_aa']);
    const face = faceIn(scene, {}, () => []);
    applyPose(face, posed('aa'));
    applyPose(face, posed('PP'));
    expect(mesh.morphTargetInfluences).toEqual([1, 0]);
  });
});
