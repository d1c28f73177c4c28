// A drill: one objection, which comes at once, at most three turns or ninety seconds, then that one move again.
export const kTurns = 3;
export const kTime_ms = 90_000;

export interface Standing {
  turns: number; // that were answered
  elapsed_ms: number;
  busy: boolean; // the customer thinks, or is being heard
}
/** Over when the turns are used up or the time is, but nobody is cut short. */
export const isOver = ({ turns, elapsed_ms, busy }: Standing): boolean => !busy && (turns >= kTurns || elapsed_ms >= kTime_ms);

export const placeOf = (attempt: string): string => `/drill/${attempt}`;

/** The mark to show: what cost most, else what was missed, else what was strong, else the last. */
export function theMove<M extends { mark: string; turn: number; better?: string }>(marks: M[]): M | undefined {
  const first = (mark: string) => marks.find((one) => one.mark === mark);
  return first('cost_you') ?? first('missed_chance') ?? marks.find((one) => one.better) ?? first('strong') ?? marks.at(-1);
}
