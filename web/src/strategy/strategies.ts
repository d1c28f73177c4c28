// Strategies as the server tells them.
import { ask, read, type Schemas } from '../wire/http';

export type Outline = Schemas['StrategyOutline'];
export type Examined = Schemas['StrategyExamined'];
export type Edition = Schemas['StrategyEdition'];

const at = (strategy: string): string => `/strategies/${encodeURIComponent(strategy)}`;

export const outline = (strategy: string): Promise<Outline> => read(at(strategy));
export const edition = (strategy: string, version = ''): Promise<Edition> =>
  read(`${at(strategy)}/source${version ? `?version=${encodeURIComponent(version)}` : ''}`);
export const editions = async (strategy: string): Promise<Edition[]> =>
  (await read<Schemas['StrategyEditionPage']>(`${at(strategy)}/versions`)).items;
export const examine = (source: string): Promise<Examined> => ask('POST', '/strategies/check', { source });
export const publish = (source: string, replaces: string): Promise<Schemas['StrategyShown']> =>
  ask('POST', '/strategies', replaces ? { source, replaces } : { source });
export type Preview = Schemas['ScenarioPreview'];
export type Hidden = NonNullable<Preview['hidden']>;
export type Diff = Schemas['StrategyDiff'];

export const preview = (strategy: string, scenario: string, seed: number): Promise<Preview> =>
  read(`${at(strategy)}/scenarios/preview?id=${encodeURIComponent(scenario)}&seed=${seed}`);
export const overrideOne = (strategy: string, wish: Schemas['OverrideWish']): Promise<Schemas['StrategyShown']> =>
  ask('PUT', `${at(strategy)}/scenarios/override`, wish);
/** What the edition in force makes stale of an earlier one. */
export const diffSince = (strategy: string, version: string): Promise<Diff> =>
  read(`${at(strategy)}/diff?from=${encodeURIComponent(version)}`);
export const withdraw = (strategy: string): Promise<void> => ask('DELETE', at(strategy));

/** Where a line of a text begins and ends, for a text field's selection. */
export function rangeOf(text: string, line: number): [from: number, to: number] {
  let from = 0;
  for (let i = 1; i < line; ++i) {
    const next = text.indexOf('\n', from);
    if (next < 0) break;
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  return [from, end < 0 ? text.length : end];
}
