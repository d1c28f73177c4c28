// The measures of one person's face in head space, worked out once from the person's numbers.
import type { Person } from '../person/person';
import type { Point } from './brush';
import { type SkinPalette, skinPalette } from './colour';

export interface Face {
  person: Person;
  skin: SkinPalette;
  widthScale: number;
  chinY: number;
  eyeX: number;
  eyeHalf: number;
  browY: number;
  noseY: number;
  mouthY: number;
  mouthHalf: number;
  hairColour: string;
  beardColour: string;
  browColour: string;
}

export const SKULL_TOP = -114;

export function faceOf(person: Person): Face {
  const { head, eyes, nose, lips, hair, beard } = person;
  const noseY = 45 + 5.5 * nose.length;
  const grey = (colour: string, part: number): string => mixGrey(colour, part);
  const hairColour = grey(hair.colour, hair.grey);
  return {
    person,
    skin: skinPalette(person.skin.tone, person.skin.warmth),
    widthScale: 1 + 0.075 * head.width,
    chinY: 108 + 8 * head.length + 3 * head.chin,
    eyeX: 32.4 + 2.4 * eyes.spacing + 1.4 * head.width,
    eyeHalf: 17.4 + 2.2 * eyes.size,
    browY: -27,
    noseY,
    mouthY: noseY + 24 + 2.5 * head.length,
    mouthHalf: 24 + 3.4 * lips.width,
    hairColour,
    beardColour: grey(hair.colour, beard.grey),
    browColour: grey(hair.colour, Math.min(0.6, hair.grey * 0.6)),
  };
}

function mixGrey(colour: string, part: number): string {
  const whole = Number.parseInt(colour.slice(1), 16);
  const target = [190, 186, 182];
  const parts = [(whole >> 16) & 255, (whole >> 8) & 255, whole & 255].map((v, i) => Math.round(v + ((target[i] as number) - v) * part));
  return `#${parts.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
}

/** The right half of the outline from the top to the chin: [x, y, z]. `drop` is how far the jaw is down, in units. */
export function outlineOf(face: Face, drop: number): (readonly [number, number, number])[] {
  const { head, age } = face.person;
  const w = face.widthScale;
  const jaw = head.jaw;
  const jowl = Math.max(0, age - 45) * 0.06;
  const chin = face.chinY;
  return [
    [0, SKULL_TOP, 0], [38 * w, SKULL_TOP + 9, 0], [63 * w, -76, 0], [73.5 * w, -38, 0], [73 * w, -6, 0],
    [(71.5 + 1.5 * head.cheeks) * w, 22, 2], [(66.5 + 3.6 * jaw) * w, 48 + drop * 0.15, 10], [(57.5 + 6.6 * jaw + jowl) * w, 72 + drop * 0.5 + 2 * head.length, 22],
    [(40 + 6 * jaw + jowl + 2 * head.chin) * w, chin - 16 + drop * 0.8, 38], [(20 + 3.4 * jaw + 2.5 * head.chin) * w, chin - 3.5 + drop, 52], [0, chin + drop, 58],
  ];
}

export function flat(outline: readonly (readonly [number, number, number])[]): Point[] {
  const right = outline.map(([x, y]): Point => [x, y]);
  return [...right, ...right.slice(1, -1).reverse().map(([x, y]): Point => [-x, y])];
}
