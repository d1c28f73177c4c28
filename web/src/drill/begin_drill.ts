// Beginning a drill, and once more.
import { begin, sayAgain, scenarios, strategies, usual, type Scenario } from '../library/practising';
import { placeOf } from './drill';

/** Somebody with an objection, not always the same. False: the strategy has nobody to practise on. */
export async function beginDrill(): Promise<boolean> {
  const strategy = usual(await strategies());
  if (!strategy) return false;
  const all = await scenarios(strategy.id);
  const fitting: Scenario[] = all.filter((one) => one.kind === 'objection-handling' && one.difficulty === 'normal');
  const one = fitting[Math.floor(Math.random() * fitting.length)];
  if (one) await begin({ strategy: strategy.id, scenario: one.id, drill: true, support: 'hints' }, placeOf);
  return one !== undefined;
}

/** The same customer with the same objection, from the beginning. */
export const drillAgain = (attempt: string): Promise<void> => sayAgain(attempt, 1, placeOf);
