import type { LocalDate } from '../../../rules/calendar/instant.js';
import type { ClauseKey } from '../../../rules/policy/clauses.js';
import { cite } from '../../../rules/policy/clauses.js';
import { contactLines } from '../../../rules/policy/contact.js';
import {
  type SanctionGround,
  type SanctionSubject,
  sanctionGroundLabels,
  sanctionSubjectLabels,
} from '../../../rules/sanctions/sanctions.js';
import { dayInWords } from '../application/input.js';
import { text } from '../application/officeParts.js';
import type { Block, Paper } from '../paper.js';
import { type CampaignPaperInput, campaignPaper, pairs } from './campaignInput.js';

/** A sanction in force, as its notice tells it. */
export interface SanctionForPaper {
  readonly subject: SanctionSubject;
  /** The name of the person or unit. */
  readonly name: string;
  readonly ground: SanctionGround;
  /** The decision it rests on, and the clause of its term. */
  readonly basis: string;
  readonly clause: string;
  readonly decidedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly expiresOn: LocalDate;
  /** What was found; null: the register holds no words on it. */
  readonly reason: string | null;
  /** The title that is revoked with it, by its number; null: none is. */
  readonly revokedNumber: string | null;
  readonly responsible: readonly string[];
}

const clauseOf = { fraud: 'sanctions', commitment: 'commitment_form' } as const satisfies Record<
  SanctionGround,
  ClauseKey
>;

/** 处罚通知书: to the person or unit, what was found, on which clause, for how long, and where they turn to against it. */
export function sanctionNotice(input: CampaignPaperInput): Paper {
  const title = '处罚通知书';
  const { policy, sanction } = input;
  if (sanction === null) return campaignPaper(input, { title, on: policy.announcedOn, blocks: [] });
  const { subject, name, ground, basis, decidedOn, startsOn, expiresOn, reason, revokedNumber, responsible } = sanction;
  const clauses = [...new Set([cite(policy, clauseOf[ground]), sanction.clause])].join('、');
  const contacts = contactLines(policy, 'objection').map(({ zh, value }) => `${zh}：${value}`);
  return campaignPaper(input, {
    title,
    on: decidedOn,
    blocks: [
      { kind: 'title', text: title },
      pairs(
        [[subject === 'person' ? '姓名' : '单位', name]],
        [
          ['对象', sanctionSubjectLabels[subject].zh],
          ['事由', sanctionGroundLabels[ground].zh],
        ],
        [
          ['处理决定', basis],
          ['决定日期', dayInWords(decidedOn)],
        ],
        [['期限', `${dayInWords(startsOn)}—${dayInWords(expiresOn)}`]],
        ...(responsible.length === 0 ? [] : [[['单位相关责任人员', responsible.join('、')] as const]]),
      ),
      text(subject === 'person' ? `${name}同志：` : `${name}：`),
      { kind: 'heading', text: '一、事实' },
      { kind: 'boxed', paragraphs: (reason?.trim() || '见处理决定。').split('\n') },
      { kind: 'heading', text: '二、依据和处理' },
      text(
        `依据${clauses}，自${dayInWords(startsOn)}起至${dayInWords(expiresOn)}止（含首尾两日），${consequenceOf[subject]}`,
        ...(revokedNumber === null
          ? []
          : [`撤销已取得的专业技术职务任职资格，证书（编号：${revokedNumber}）自决定之日起作废。`]),
      ),
      { kind: 'heading', text: '三、权利' },
      text(
        '对本决定有异议的，可以向评委会办事机构提交书面意见和证据，也可以向下列部门反映；依法申请复核、提出申诉的权利不受影响。',
        `经核实应当解除的，按规定解除（${cite(policy, 'lifting')}）。`,
      ),
      ...(contacts.length === 0 ? [] : [{ kind: 'note', paragraphs: contacts } as const satisfies Block]),
      { kind: 'issued', by: policy.committee, on: dayInWords(decidedOn) },
    ],
  });
}

const consequenceOf: Readonly<Record<SanctionSubject, string>> = {
  person: '不得申报专业技术职务任职资格；正在办理的申报不再受理。',
  unit: '不受理该单位推荐的申报，并追究单位相关责任人员的责任。',
};
