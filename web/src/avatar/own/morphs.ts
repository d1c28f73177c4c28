// From a pose to the names of face shapes that brought-along characters have: Oculus visemes, ARKit's 52, VRM's presets.
// Pure; weights 0 to 1.
import { clamp } from '../chance';
import { lipsOf } from '../motion/lips';
import { type Pose, SHAPES } from '../motion/pose';

export type Morphs = Record<string, number>;

/** Mouth shapes for faces with the fifteen Oculus visemes (viseme_sil, viseme_PP …; ih, oh, ou are named I, O, U). */
export function oculusOf(pose: Pose): Morphs {
  const names: Record<string, string> = { ih: 'I', oh: 'O', ou: 'U' };
  return Object.fromEntries(SHAPES.map((shape) => [`viseme_${names[shape] ?? shape}`, pose.shapes[shape]]));
}

/** Mouth shapes for faces with ARKit's shapes alone. */
export function arkitMouthOf(pose: Pose): Morphs {
  const lips = lipsOf(pose.shapes);
  return {
    jawOpen: clamp(lips.jaw * 0.7 + pose.teeth * 0.08), mouthClose: clamp(lips.press * 0.1), mouthFunnel: clamp(lips.round * 0.6), mouthPucker: clamp(lips.round * 0.5 - lips.jaw * 0.3),
    mouthRollLower: clamp(lips.tuck * 0.8 + lips.press * 0.3), mouthRollUpper: clamp(lips.press * 0.3), tongueOut: clamp((lips.tongue - 0.8) * 0.6),
    ...both('mouthStretch', clamp(lips.wide * 0.35)), ...both('mouthUpperUp', clamp(lips.teeth * 0.3)), ...both('mouthLowerDown', clamp(lips.jaw * 0.25)),
  };
}

/** The rest of the face in ARKit's names. Left is the character's own left: the viewer's right. */
export function arkitFaceOf(pose: Pose): Morphs {
  const lids = clamp(pose.blink + 0.35 * pose.droop);
  return {
    ...both('mouthSmile', clamp(pose.smile * 0.75)), ...both('mouthFrown', clamp(pose.frown * 0.8)), ...both('mouthPress', clamp(pose.press * 0.7)), ...both('cheekSquint', clamp(pose.squint * 0.5)),
    ...both('eyeBlink', lids), ...both('eyeWide', clamp(pose.wide * 0.7)), ...both('eyeSquint', clamp(pose.squint * 0.7)), ...both('browDown', clamp(pose.knit * 0.9)),
    browInnerUp: clamp(pose.browInner), browOuterUpLeft: clamp(pose.browOuter), browOuterUpRight: clamp(pose.browOuter + pose.doubt * 0.8),
    eyeLookInLeft: clamp(-pose.gazeX), eyeLookOutLeft: clamp(pose.gazeX), eyeLookInRight: clamp(pose.gazeX), eyeLookOutRight: clamp(-pose.gazeX),
    ...both('eyeLookUp', clamp(-pose.gazeY)), ...both('eyeLookDown', clamp(pose.gazeY)),
  };
}

/** VRM's presets, in the words of VRM 1 (own_face.ts translates those of VRM 0). */
export function vrmOf(pose: Pose): Morphs {
  const { shapes } = pose;
  return {
    aa: clamp(shapes.aa + 0.35 * shapes.kk + 0.3 * shapes.TH), ih: clamp(shapes.ih + 0.4 * (shapes.DD + shapes.nn + shapes.SS)), ou: clamp(shapes.ou + 0.5 * (shapes.CH + shapes.RR)),
    ee: clamp(shapes.E + 0.3 * shapes.SS), oh: clamp(shapes.oh), blink: clamp(pose.blink), happy: clamp((pose.smile - 0.25) * 0.8), angry: clamp(pose.knit * 0.7), sad: clamp(pose.frown * 0.4 - pose.knit * 0.4),
    surprised: clamp(pose.wide * 0.7), lookUp: clamp(-pose.gazeY), lookDown: clamp(pose.gazeY), lookLeft: clamp(pose.gazeX), lookRight: clamp(-pose.gazeX),
  };
}

const both = (name: string, weight: number): Morphs => ({ [`${name}Left`]: weight, [`${name}Right`]: weight });
