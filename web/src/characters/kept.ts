// What the next place has to say about what was just done in this one; said once.
export const kept = { word: '' };

export function takeWord(): string {
  const { word } = kept;
  kept.word = '';
  return word;
}
