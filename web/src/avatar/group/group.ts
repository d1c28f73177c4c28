// Several people at one table: who of them is lit, who looks on, and how often each is drawn. Values in, values out.
export interface Seat {
  lit: boolean;
  /** Drawn so often a second: who speaks fully, who listens less, so that three cost little more than one. */
  rate: number;
  mode: 'speaking' | 'listening' | 'thinking';
}

const kSpeaking = 30;
const kListening = 12;

/** `speaker` is nobody (-1) while the rep speaks: then all are lit and listen, or think. */
export function seats(count: number, speaker: number, thinking = false): Seat[] {
  return Array.from({ length: count }, (_, i) => {
    const speaks = i === speaker;
    return {
      lit: speaks || speaker < 0,
      rate: speaks || (speaker < 0 && count === 1) ? kSpeaking : kListening,
      mode: speaks ? 'speaking' : thinking && speaker < 0 ? 'thinking' : 'listening',
    };
  });
}
