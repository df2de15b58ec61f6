import type { BilingualText } from '../../../rules/bilingualText.js';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { MissingItem, SectionName } from '../../../rules/dossier/dossier.js';
import { fetchInSession } from '../../api/client.js';
import { ApiProblem, ConnectionLost, isProblem, problemIn } from '../../api/problem.js';
import type { Sections } from './sections.js';

export interface Saved {
  readonly version: number;
  /** everything the form still lacks */
  readonly missing: readonly MissingItem[];
  /** what machines noticed: hints only */
  readonly findings: readonly Finding[];
  /** what is invalid and was not saved, by path such as `basicInformation.idNumber`, with how to correct it */
  readonly errors: Readonly<Record<string, BilingualText>>;
  /** the server's version of the sections that were sent */
  readonly kept: Sections;
}
type Answer = Pick<Saved, 'version' | 'missing' | 'findings'>;

/**
 * Saves sections of the form. Invalid fields are left out and reported, so that one mistake does not hold back the
 * rest.
 *
 * @throws ApiProblem `stale_page` when another window has saved since `version`, `not_editable`, … · ConnectionLost
 */
export async function saveSections(id: string, version: number, sections: Sections): Promise<Saved> {
  try {
    return { ...(await patch(id, version, sections)), errors: {}, kept: sections };
  } catch (thrown) {
    const wrong = (problemIn(thrown)?.errors ?? []).filter(({ field }) => field.startsWith('sections.'));
    if (problemIn(thrown)?.status !== 422 || wrong.length === 0) throw thrown;
    const errors = Object.fromEntries(
      wrong.map(({ field, message, messageEn }) => [field.slice('sections.'.length), { zh: message, en: messageEn }]),
    );
    const right = Object.keys(errors).reduce(without, sections);
    return { ...(await patch(id, version, right)), errors, kept: right };
  }
}

async function patch(id: string, version: number, sections: Sections): Promise<Answer> {
  const response = await fetchInSession(
    new Request(`/api/applications/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version, sections }),
    }),
  );
  const description: unknown = await response.json().catch(() => null);
  if (response.ok) return description as Answer;
  throw isProblem(description) ? new ApiProblem(description) : new ConnectionLost(response.status);
}

/** The form without the value at a path; an entry of a list loses the field but keeps its position. */
function without(sections: Sections, path: string): Sections {
  const copy = structuredClone(sections);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = copy;
  for (const step of steps) at = (at as Record<string, unknown> | undefined)?.[step];
  if (at !== null && typeof at === 'object') Reflect.deleteProperty(at, last);
  if (steps.length === 0) Reflect.deleteProperty(copy, last as SectionName);
  return copy;
}
