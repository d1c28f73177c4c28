// Colours as #rrggbb texts: mixing, shading, transparency; the palette of a skin.

type Rgb = [number, number, number];

function parse(colour: string): Rgb {
  const whole = Number.parseInt(colour.slice(1, 7), 16);
  return [(whole >> 16) & 255, (whole >> 8) & 255, whole & 255];
}

const show = (rgb: Rgb): string => `#${rgb.map((v) => Math.round(Math.min(255, Math.max(0, v))).toString(16).padStart(2, '0')).join('')}`;

export function mix(from: string, to: string, part: number): string {
  const a = parse(from);
  const b = parse(to);
  return show([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part]);
}

export function alpha(colour: string, opacity: number): string {
  const [r, g, b] = parse(colour);
  return `rgba(${r},${g},${b},${Math.round(opacity * 1000) / 1000})`;
}

export const darker = (colour: string, part: number): string => mix(colour, '#140e12', part);
export const lighter = (colour: string, part: number): string => mix(colour, '#fffaf2', part);

/** 0 black … 1 white, as the eye sees it. */
export function lightness(colour: string): number {
  const [r, g, b] = parse(colour);
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}

export interface SkinPalette {
  base: string;
  light: string;
  shade: string;
  deep: string;
  line: string;
  blush: string;
  lip: string;
  lid: string;
  palm: string;
}

// Ten steps from very light to very dark, chosen by eye under warm studio light.
const TONES = ['#f8dfd0', '#f3d2bb', '#ebc2a2', '#dfae88', '#cf9870', '#b98058', '#9d6745', '#805036', '#643c29', '#4b2c20'];

export function skinPalette(tone: number, warmth: number): SkinPalette {
  const step = Math.min(8, Math.floor(tone));
  let base = mix(TONES[step] as string, TONES[step + 1] as string, tone - step);
  base = mix(base, warmth > 0 ? '#d99a4e' : '#c98a8e', Math.abs(warmth) * 0.14);
  const dark = tone / 9;
  const shade = mix(base, mix('#a2523a', '#1d0b08', dark), 0.3 + 0.1 * dark);
  return {
    base,
    light: mix(base, mix('#fff3e2', '#f0b98a', dark), 0.42 - 0.08 * dark),
    shade,
    deep: mix(base, mix('#6d2c22', '#120604', dark), 0.55),
    line: mix(base, mix('#4c1d18', '#0d0403', dark), 0.68),
    blush: mix(base, mix('#e0604f', '#8c2f24', dark), 0.42),
    lip: mix(base, mix('#c2515a', '#6d2c30', dark), 0.5 - 0.1 * dark),
    lid: mix(base, shade, 0.45),
    palm: mix(base, '#e6ae90', dark * 0.5),
  };
}
