import { maskedName } from '../../../api/publicNotices/publicNotices.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { Expectation } from '../model/referenceModel.js';
import type { Workspace } from './workspace.js';

interface Notices {
  readonly items: readonly { readonly kind: string; readonly name: string }[];
  readonly next: string | null;
}

/**
 * Checks what the public reads: nothing before the notice begins, then everybody the model predicts, with masked names.
 */
export async function checkPublicNotices(
  { clients, clock, expected, checkLog }: Workspace,
  begun: boolean,
): Promise<void> {
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
  const predicted = begun ? expected.filter((one) => statusAt(one, at) === 'public_notice') : [];
  const names = predicted.map(({ testCase }) => maskedName(testCase.candidacy.person.name));
  checkLog.expect('notice', begun ? 'the day after' : 'the day itself', shown.toSorted(), names.toSorted());
  if (begun) checkLog.note(`结果公示 / public notice: ${shown.length} 人 / people`);
}

function statusAt({ opening, transitions }: Expectation, at: Instant): Status {
  return transitions.findLast((transition) => transition.at <= at)?.to ?? opening.status;
}
