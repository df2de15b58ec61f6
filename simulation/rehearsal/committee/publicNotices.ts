import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type Instant, localDateOf } from '../../../rules/calendar/instant.js';
import type { Expectation } from '../model/referenceModel.js';
import type { Workspace } from './workspace.js';

interface Notices {
  readonly items: readonly { readonly kind: string; readonly name: string }[];
  readonly next: string | null;
}

/** Checks what the public reads: everybody the model predicts, from the day the notice begins, by their full names. */
export async function checkPublicNotices({ clients, clock, expected, checkLog }: Workspace): Promise<void> {
  const anonymous = clients.anonymous();
  const items: Notices['items'][number][] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: Notices = await anonymous.done<Notices>('GET', `/api/notices${query}`);
    items.push(...page.items);
    cursor = page.next;
  }
  const shown = items.filter(({ kind }) => kind === 'notice_period').map(({ name }) => name);
  const at = clock.now();
  const today = localDateOf(at);
  const predicted = expected.filter((one) => {
    const { status, noticeFrom } = factsAt(one, at);
    return status === 'public_notice' && noticeFrom !== null && noticeFrom <= today;
  });
  const names = predicted.map(({ testCase }) => testCase.candidacy.person.name);
  checkLog.expect('notice', today, shown.toSorted(), names.toSorted());
  if (shown.length > 0) checkLog.note(`结果公示 / public notice: ${shown.length} 人 / people`);
}

function factsAt({ opening, transitions }: Expectation, at: Instant): Facts {
  return transitions.filter((transition) => transition.at <= at).reduce(evolve, opening);
}
