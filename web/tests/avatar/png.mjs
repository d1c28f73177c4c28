// A PNG of few bytes for the documents: no alpha, six bits a channel, the best filter of each row, deflated hard.
import { deflateSync } from 'node:zlib';

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const crc = (body.reduce((c, byte) => TABLE[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const frame = (value) => Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  return Buffer.concat([frame(data.length), body, frame(crc)]);
}

function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

const FILTERS = [(x) => x, (x, a) => x - a, (x, a, b) => x - b, (x, a, b) => x - ((a + b) >> 1), (x, a, b, c) => x - paeth(a, b, c)];

export function encodePng(rgba, width, height) {
  const row = width * 3;
  let before = Buffer.alloc(row);
  const out = [];
  for (let y = 0; y < height; y += 1) {
    const line = Buffer.alloc(row);
    for (let i = 0; i < row; i += 1) {
      const value = rgba[(y * width + Math.floor(i / 3)) * 4 + (i % 3)];
      line[i] = Math.min(255, Math.round(value / 4) * 4);
    }
    const tried = FILTERS.map((filter, type) => {
      const made = Buffer.alloc(row + 1, type);
      let cost = 0;
      for (let i = 0; i < row; i += 1) {
        made[i + 1] = filter(line[i], i > 2 ? line[i - 3] : 0, before[i], i > 2 ? before[i - 3] : 0) & 255;
        cost += Math.min(made[i + 1], 256 - made[i + 1]);
      }
      return { made, cost };
    });
    out.push(tried.reduce((best, one) => (one.cost < best.cost ? one : best)).made);
    before = line;
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.concat(out), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
