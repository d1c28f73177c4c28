// From the fifteen shape weights to what the lips, jaw, teeth and tongue do. The figures per shape are visemes.json.
import { SHAPES, type ShapeWeights } from './pose';
import table from './visemes.json';

export interface Lips {
  jaw: number;
  wide: number;
  round: number;
  press: number;
  tuck: number;
  teeth: number;
  tongue: number;
}

export function lipsOf(shapes: ShapeWeights): Lips {
  const lips: Lips = { jaw: 0, wide: 0, round: 0, press: 0, tuck: 0, teeth: 0, tongue: 0 };
  for (const shape of SHAPES) {
    const weight = shapes[shape];
    if (weight <= 0) continue;
    const row = table[shape];
    for (const part of Object.keys(lips) as (keyof Lips)[]) lips[part] += row[part] * weight;
  }
  return lips;
}
