// A user's own character (GLB or VRM with Oculus visemes, ARKit's shapes or VRM's presets), moved by the same poses and
// spoken to through the same methods as the drawn one. three.js is loaded only when this is first asked for; it needs
// WebGL, which without a graphics card is slow: keep the drawn character for those.
import type { Mesh, Object3D, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { words } from '../../words';
import { type AvatarOptions, Living } from '../Living';
import type { Pose } from '../motion/pose';
import { type OwnFace, applyPose, faceIn } from './own_face';

interface Stage {
  renderer: WebGLRenderer;
  scene: Scene;
  camera: PerspectiveCamera;
  face: OwnFace;
  rest: { x: number; y: number; z: number };
}

/** Reads the file and makes the character; the error says what the file lacks. */
export async function loadOwnAvatar(canvas: HTMLCanvasElement, file: ArrayBuffer, options: AvatarOptions = {}): Promise<OwnAvatar> {
  const three = await import('three');
  const { GLTFLoader } = await import('three/examples/jsm/loaders/GLTFLoader.js');
  const gltf = await new GLTFLoader().parseAsync(file, '').catch((problem: unknown) => {
    throw new Error(words.making.wrong.model(problem instanceof Error ? problem.message : String(problem)));
  });
  const meshes = new Map<string, Mesh[]>();
  for (const [part, place] of gltf.parser.associations as Map<Object3D, { nodes?: number; meshes?: number }>) {
    const found: Mesh[] = [];
    part.traverse?.((inner) => void ((inner as Mesh).isMesh && found.push(inner as Mesh)));
    if (place.nodes !== undefined) meshes.set(`node${place.nodes}`, found);
    if (place.meshes !== undefined) meshes.set(`mesh${place.meshes}`, [...(meshes.get(`mesh${place.meshes}`) ?? []), ...found]);
  }
  const face = faceIn(gltf.scene, gltf.parser.json, (kind, index) => [...new Set(meshes.get(`${kind}${index}`) ?? [])]);
  if (!face.visemes && !face.arkit && !face.vrm) {
    throw new Error(words.making.wrong.shapes);
  }
  return new OwnAvatar(canvas, stageFor(three, canvas, gltf.scene, face), options);
}

function stageFor(three: typeof import('three'), canvas: HTMLCanvasElement, figure: Object3D, face: OwnFace): Stage {
  const renderer = new three.WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.setPixelRatio(Math.min(1.5, devicePixelRatio || 1));
  const scene = new three.Scene();
  const key = new three.DirectionalLight('#fff4e6', 2.4);
  key.position.set(-1, 1.6, 2);
  scene.add(figure, key, new three.HemisphereLight('#ffffff', '#8a8f98', 1.5));
  const box = new three.Box3().setFromObject(figure);
  const middle = face.head ? face.head.getWorldPosition(new three.Vector3()) : box.getCenter(new three.Vector3());
  const size = face.head ? Math.max(0.2, (box.max.y - middle.y) * 2.6) : box.max.y - box.min.y;
  const camera = new three.PerspectiveCamera(24, 1, 0.05, 100);
  camera.position.set(middle.x, middle.y + size * 0.1, middle.z + face.facing * size * 2.7);
  camera.lookAt(middle.x, middle.y + size * 0.06, middle.z);
  const { x, y, z } = face.head?.rotation ?? { x: 0, y: 0, z: 0 };
  return { renderer, scene, camera, face, rest: { x, y, z } };
}

export class OwnAvatar extends Living {
  constructor(private readonly canvas: HTMLCanvasElement, private readonly stage: Stage, options: AvatarOptions) {
    super(options.seed ?? 1, options);
    this.wake();
  }

  override destroy(): void {
    super.destroy();
    this.stage.renderer.dispose();
  }

  protected override draw(pose: Pose): boolean {
    const { renderer, scene, camera, face, rest } = this.stage;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width < 8 || height < 8) return false;
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    applyPose(face, pose);
    face.head?.rotation.set(rest.x - face.facing * pose.pitch, rest.y + pose.yaw, rest.z - face.facing * pose.roll);
    renderer.render(scene, camera);
    return true;
  }
}
