// A mouth from letters alone, for when there is no audio to follow: English spelling groups to shapes (spelling.json),
// with a usual length for each. An estimate: it looks like speech, it is not the speech.
import type { Shape } from './pose';
import table from './spelling.json';
import type { MouthCue } from './track';

const groups = table.groups as Record<string, string[]>;
const letters = table.letters as Record<string, string[]>;

export function mouthFromText(text: string): MouthCue[] {
  const cues: MouthCue[] = [];
  let at = 0;
  const rest = (ms: number): void => {
    if (cues.length && cues[cues.length - 1]?.shape !== 'sil') cues.push({ from_ms: at, shape: 'sil', weight: 1 });
    at += ms;
  };
  for (const token of text.toLowerCase().match(/[\p{L}\p{N}']+|[,;:–—-]|[.!?…]+/gu) ?? []) {
    if (/^[,;:–—-]/.test(token)) rest(table.comma_ms);
    else if (/^[.!?…]/.test(token)) rest(table.stop_ms);
    else at = sayWord(token, at, cues) + table.word_gap_ms;
  }
  rest(0);
  return cues;
}

function sayWord(word: string, start: number, cues: MouthCue[]): number {
  const plain = word.normalize('NFD').replace(/[^a-z0-9]/g, '');
  const spoken = plain.length > 3 ? plain.replace(/e$/, '') : plain;
  let at = start;
  for (let i = 0; i < spoken.length; ) {
    const length = [4, 3, 2].find((n) => groups[spoken.slice(i, i + n)]) ?? 1;
    const shapes = (length > 1 ? groups[spoken.slice(i, i + length)] : letters[spoken.charAt(i)]) ?? [];
    for (const shape of shapes) {
      const vowel = table.vowels.includes(shape);
      cues.push({ from_ms: at, shape: shape as Shape, weight: vowel ? (i < 3 ? 0.95 : 0.75) : 1 });
      at += vowel ? table.vowel_ms : table.consonant_ms;
    }
    i += length;
  }
  return at;
}
