import { roleWords } from '../../../rules/application/words.js';
import type { MatterKind } from '../../../rules/notifications/matters.js';
import { frameLetter, type RenderedLetter } from '../frameLetter.js';
import { calendarMatters } from './calendarMatters.js';
import { campaignMatters } from './campaignMatters.js';
import { committeeMatters } from './committeeMatters.js';
import { defenseMatters } from './defenseMatters.js';
import { invitationMatters } from './invitationMatters.js';
import type { MatterFacts, WriteMatter } from './matter.js';
import { reexaminationMatters } from './reexaminationMatters.js';
import { sanctionMatters } from './sanctionMatters.js';

/** Every matter somebody is written to about; one without its text does not compile. */
const matters: Readonly<Record<MatterKind, WriteMatter>> = {
  ...campaignMatters,
  ...calendarMatters,
  ...invitationMatters,
  ...defenseMatters,
  ...committeeMatters,
  ...reexaminationMatters,
  ...sanctionMatters,
};

/** Writes a letter about another matter. `portal`: where people see the system. */
export function renderMatter(facts: MatterFacts, portal: string): RenderedLetter {
  const { path, reason = null, until = [], ...content } = matters[facts.kind](facts);
  const { readerName, to, policy } = facts;
  return frameLetter({
    ...content,
    reason,
    until,
    greeting: readerName === null ? `${roleWords[to].zh}经办人：您好！` : `${readerName}：您好！`,
    link: { words: '查看', href: `${portal}${path}` },
    signature: policy === null ? [] : [policy.committee, policy.title],
  });
}

/** The page of the portal a letter leads to. */
export function pathOf(facts: MatterFacts): string {
  return matters[facts.kind](facts).path;
}
