// Who a character is: numbers and choices only, all from data (data/characters/people.json, and what a company makes), all
// drawn by draw/. No names: the product names its customers. Numbers without a unit run from -1 (little) over 0 (usual)
// to 1 (much), or from 0 to 1.
// The choices and ranges are the table beside it, traits.json, which the loader, the editor and the server all read.

export type Presents = 'woman' | 'man' | 'either';
export type Setting = 'plant' | 'office' | 'clinic' | 'warehouse' | 'board' | 'home';

export interface Person {
  id: string;
  presents: Presents;
  age: number;
  suits: Setting[];
  skin: { tone: number; warmth: number; freckles: number; blush: number };
  head: { width: number; length: number; jaw: number; chin: number; cheeks: number; ears: number };
  eyes: { colour: string; size: number; spacing: number; tilt: number; hood: number; lashes: number; bags: number };
  brows: { thickness: number; arch: number; tilt: number };
  nose: { width: number; length: number; bridge: number; tip: number };
  lips: { width: number; upper: number; lower: number; bow: number; tint: number; tintColour: string };
  hair: { style: string; colour: string; grey: number };
  beard: { style: string; grey: number };
  lines: number;
  glasses: { style: string; colour: string };
  jewellery: { earrings: string; necklace: string; metal: string };
  headwear: { kind: string; colour: string };
  build: { shoulders: number; slope: number; neck: number };
  dress: { kind: string; colour: string; under: string; accent: string; extra: string };
  place: string;
}
