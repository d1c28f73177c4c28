// A GLB of a user's own, made here (a flap that jawOpen lowers), moves its mouth: node tests/avatar/own.mjs
import { withPage } from './page.mjs';

/** A GLB file with one triangle and one shape of the given name. */
function glb(shape) {
  const floats = new Float32Array([-1, 0, 0, 1, 0, 0, 0, 1, 0, /* shape: */ 0, -0.8, 0, 0, -0.8, 0, 0, 0, 0]);
  const accessor = (offset, extra) => ({ bufferView: offset, componentType: 5126, count: 3, type: 'VEC3', ...extra });
  const json = {
    asset: { version: '2.0' }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, targets: [{ POSITION: 1 }], material: 0 }], weights: [0], extras: { targetNames: [shape] } }],
    materials: [{ doubleSided: true, pbrMetallicRoughness: { baseColorFactor: [1, 0.4, 0.3, 1] } }],
    accessors: [accessor(0, { min: [-1, 0, 0], max: [1, 1, 0] }), accessor(1, { min: [0, -0.8, 0], max: [0, 0, 0] })],
    bufferViews: [{ buffer: 0, byteOffset: 0, byteLength: 36 }, { buffer: 0, byteOffset: 36, byteLength: 36 }], buffers: [{ byteLength: 72 }],
  };
  const text = Buffer.from(JSON.stringify(json));
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 32)]);
  const head = (length, type) => Buffer.from(new Uint32Array([length, type]).buffer);
  const body = Buffer.concat([head(padded.length, 0x4e4f534a), padded, head(72, 0x004e4942), Buffer.from(floats.buffer)]);
  return Buffer.concat([Buffer.from(new Uint32Array([0x46546c67, 2, body.length + 12]).buffer), body]).toString('base64');
}

await withPage(async (page) => {
  const loadedBefore = await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /three/.test(name)));
  const moved = await page.evaluate((file) => window.avatarSheet.tryOwn(file), glb('jawOpen'));
  const refused = await page.evaluate((file) => window.avatarSheet.tryOwn(file).then(() => '', (problem) => problem.message), glb('wiggle'));
  const right = !loadedBefore && moved > 0.01 && refused.includes('no face shapes we know');
  console.log(`${right ? 'ok   ' : 'WRONG'} own character: three.js only on demand ${!loadedBefore}, jaw moves ${(moved * 100).toFixed(1)} % of the picture, without shapes: "${refused}"`);
  process.exitCode = right ? 0 : 1;
}, { args: ['--enable-unsafe-swiftshader'] });
