// Some things are done only by whoever has agreed to a text. Where the server says no for that reason, the text is shown,
// and what was wanted goes on once somebody says yes.
import { ask, Problem, read, type Schemas } from '../wire/http';

export type Consent = Schemas['Consent'];

export const agreeing = $state<{ consent: Consent | null; answer: ((agreed: boolean) => void) | null }>({
  consent: null,
  answer: null,
});

const standing = async (purpose: Consent['purpose']): Promise<Consent | undefined> =>
  (await read<Schemas['ConsentPage']>('/consents')).items.find((one) => one.purpose === purpose);

/** What `work` gives; null when they did not agree. */
export async function onceAgreed<T>(purpose: Consent['purpose'], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 403) throw error;
    const consent = await standing(purpose);
    if (!consent || consent.given) throw error;
    if (!(await asked(consent))) return null;
    await ask('POST', '/consents', { purpose, given: true, text_hash: consent.text_hash });
    return work();
  }
}

async function asked(consent: Consent): Promise<boolean> {
  agreeing.answer?.(false);
  const agreed = await new Promise<boolean>((answer) => Object.assign(agreeing, { consent, answer }));
  Object.assign(agreeing, { consent: null, answer: null });
  return agreed;
}
