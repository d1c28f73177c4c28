// Places in what is said are bytes of its UTF-8 form, as the server counts them.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The part of a text between two of its bytes; Infinity is its end. */
export function partOf(text: string, begin: number, end: number): string {
  if (begin === 0 && end === Infinity) return text;
  return decoder.decode(encoder.encode(text).slice(begin, end === Infinity ? undefined : end)).trim();
}
