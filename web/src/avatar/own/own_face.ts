// The face of a loaded GLB or VRM: which of its shapes we know, and how a pose reaches them. Knows three.js by type only.
import type { Bone, Mesh, Object3D } from 'three';
import type { Pose } from '../motion/pose';
import { type Morphs, arkitFaceOf, arkitMouthOf, oculusOf, vrmOf } from './morphs';

/** One shape of one mesh that a name of ours moves, and how far. */
export interface Bind {
  mesh: Mesh;
  index: number;
  weight: number;
}

export interface OwnFace {
  binds: Map<string, Bind[]>;
  visemes: boolean;
  arkit: boolean;
  vrm: boolean;
  head: Object3D | null;
  /** 1: looks along +z as glTF asks; -1: along -z, as VRM 0 does. */
  facing: 1 | -1;
}

/** The file's own JSON, of which only what is asked for here is known. */
type Json = any;

const VRM0: Record<string, string> = { a: 'aa', i: 'ih', u: 'ou', e: 'ee', o: 'oh', blink: 'blink', joy: 'happy', angry: 'angry', sorrow: 'sad', lookup: 'lookUp', lookdown: 'lookDown', lookleft: 'lookLeft', lookright: 'lookRight' };

/** `meshesOf` gives the meshes of a glTF node (VRM 1) or mesh (VRM 0) by its index in the file. */
export function faceIn(scene: Object3D, json: Json, meshesOf: (kind: 'node' | 'mesh', index: number) => Mesh[]): OwnFace {
  const binds = new Map<string, Bind[]>();
  const add = (name: string, bind: Bind): void => void binds.set(name, [...(binds.get(name) ?? []), bind]);
  let head: Object3D | null = null;
  scene.traverse((part) => {
    const mesh = part as Mesh;
    for (const [name, index] of Object.entries(mesh.morphTargetDictionary ?? {})) add(plain(name), { mesh, index, weight: 1 });
    if (!head && (part as Bone).isBone && /(^|[_:.\s-])head$/i.test(part.name)) head = part;
  });
  const vrm = addVrm(json, meshesOf, (name, bind) => add(`vrm:${name}`, bind));
  const has = (name: string): boolean => binds.has(name);
  return { binds, head, vrm, facing: json?.extensions?.VRM ? -1 : 1, visemes: has('viseme_aa') && has('viseme_PP'), arkit: has('jawOpen') || has('eyeBlinkLeft') };
}

/** Names as exporters write them ("Head.blendShape1.jawOpen", "eyeBlink_L") in ARKit's own spelling. */
function plain(name: string): string {
  return name.replace(/^.*\./, '').replace(/_L$/, 'Left').replace(/_R$/, 'Right');
}

function addVrm(json: Json, meshesOf: (kind: 'node' | 'mesh', index: number) => Mesh[], add: (name: string, bind: Bind) => void): boolean {
  const presets = json?.extensions?.VRMC_vrm?.expressions?.preset ?? {};
  for (const [name, preset] of Object.entries<Json>(presets)) {
    for (const bind of preset.morphTargetBinds ?? []) for (const mesh of meshesOf('node', bind.node)) add(name, { mesh, index: bind.index, weight: bind.weight ?? 1 });
  }
  const groups: Json[] = json?.extensions?.VRM?.blendShapeMaster?.blendShapeGroups ?? [];
  for (const group of groups) {
    const name = VRM0[String(group.presetName).toLowerCase()];
    if (name) for (const bind of group.binds ?? []) for (const mesh of meshesOf('mesh', bind.mesh)) add(name, { mesh, index: bind.index, weight: (bind.weight ?? 100) / 100 });
  }
  return Object.keys(presets).length > 0 || groups.length > 0;
}

/** Which shapes move the mouth is decided once per face, so that no two systems open it at the same time. */
export function applyPose(face: OwnFace, pose: Pose): void {
  const mouth: Morphs = face.visemes ? oculusOf(pose) : face.arkit ? arkitMouthOf(pose) : {};
  const own: Morphs = { ...mouth, ...(face.arkit ? arkitFaceOf(pose) : {}) };
  if (!face.arkit && face.vrm) for (const [name, weight] of Object.entries(vrmOf(pose))) own[`vrm:${name}`] = weight;
  for (const binds of face.binds.values()) for (const { mesh, index } of binds) if (mesh.morphTargetInfluences) mesh.morphTargetInfluences[index] = 0;
  for (const [name, weight] of Object.entries(own)) {
    for (const bind of face.binds.get(name) ?? []) {
      const influences = bind.mesh.morphTargetInfluences;
      if (influences) influences[bind.index] = Math.min(1, (influences[bind.index] ?? 0) + weight * bind.weight);
    }
  }
}
