import { choiceLabels } from '../../rules/meeting/ballot/choices.js';
import type { Minutes, MinutesMotion } from '../../rules/meeting/ballot/minutes.js';
import { type Leader, leadingLabels } from '../../rules/meeting/leading.js';
import { motionLaw } from '../../rules/meeting/motionLaw.js';
import { escapeHtml } from '../escapeHtml.js';
import { both, renderPage, terms } from './page.js';

interface Archived {
  readonly minutes: Minutes;
  readonly minutesHash: string;
  /** Null: still to be signed. */
  readonly signature: { readonly name: string; readonly at: string } | null;
  readonly corrections: readonly {
    readonly ordinal: number;
    readonly reason: string;
    readonly madeAt: string;
    readonly hash: string;
  }[];
}

/** The minutes as a page to print, to sign by hand where that is required, and to archive. */
export function minutesPage({ minutes, minutesHash, signature, corrections }: Archived): string {
  const fraction = ({ numerator, denominator, clause }: Minutes['quorum']) =>
    escapeHtml(`${numerator}/${denominator}（${clause}）`);
  const body = [
    terms([
      ['年度评审', 'Review', escapeHtml(minutes.campaignTitle)],
      ['评审委员会', 'Committee', escapeHtml(minutes.committeeName)],
      ['会议日期', 'Held on', escapeHtml(minutes.heldOn)],
      [
        '开会与散会',
        'Opened and closed',
        escapeHtml(`${readable(minutes.openedAt) || '—'} / ${readable(minutes.closedAt) || '—'}`),
      ],
      ['出席要求', 'Quorum', fraction(minutes.quorum)],
      ['通过要求', 'Threshold', fraction(minutes.threshold)],
    ]),
    `<h2>${both('出席', 'Attendance')}</h2><ul>${minutes.members.map((member) => memberLine(minutes, member)).join('')}</ul>`,
    `<h2>${both('表决', 'Votes')}</h2>${table(minutes)}`,
    minutes.undecided === 0
      ? ''
      : `<p>${both(`未表决：${minutes.undecided}项`, `Not voted on: ${minutes.undecided}`)}</p>`,
    `<h2>${both('校验', 'Check')}</h2>`,
    terms([
      ['会议纪要摘要（SHA-256）', 'Hash of the minutes', `<code>${minutesHash}</code>`],
      [
        '主任委员签署',
        'Signed by the chair',
        signature ? escapeHtml(`${signature.name} ${readable(signature.at)}`) : both('未签署', 'not signed'),
      ],
    ]),
    corrections.length === 0
      ? ''
      : `<h2>${both('更正', 'Corrections')}</h2><ol>${corrections.map(({ reason, madeAt, hash }) => `<li>${escapeHtml(reason)} <span class="about">${escapeHtml(readable(madeAt))}</span><br><code>${hash}</code></li>`).join('')}</ol>`,
  ];
  return renderPage({ title: '评审会议纪要', titleEn: 'Minutes of the review meeting', body: body.join('\n') });
}

/** An instant of the minutes (ISO, Beijing time) as people read it, to the second; empty for none. */
const readable = (iso: string | null) => (iso === null ? '' : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`);

function memberLine(
  { attendance }: Minutes,
  { expertId, name, isChair, isDeputy = false }: Minutes['members'][number],
): string {
  const stays = attendance.filter((stay) => stay.expertId === expertId);
  const reported = stays.map(({ arrivedAt, leftAt }) => `${readable(arrivedAt)} – ${readable(leftAt)}`).join('；');
  const chair = isChair ? both('主任委员', 'chair') : isDeputy ? both('副主任委员', 'deputy chair') : '';
  return `<li>${escapeHtml(name)} ${chair} <span class="about">${reported === '' ? both('缺席', 'absent') : escapeHtml(reported)}</span></li>`;
}

/** Who led a vote: both members where another one closed it than opened it. */
function leaders({ members }: Minutes, { openedBy, endedBy, namedReason }: MinutesMotion): string {
  const one = (leader: Leader) => {
    const name = members.find(({ expertId }) => expertId === leader.expertId)?.name ?? '';
    const { zh, en } = leadingLabels[leader.as];
    const why = leader.as === 'named' && namedReason ? `<br><span class="about">${escapeHtml(namedReason)}</span>` : '';
    return `${escapeHtml(name)} <span class="about">${both(zh, en)}</span>${why}`;
  };
  const same = openedBy && endedBy && openedBy.expertId === endedBy.expertId && openedBy.as === endedBy.as;
  return [openedBy, same ? null : endedBy].flatMap((leader) => (leader ? [one(leader)] : [])).join('<br>');
}

const heads = [
  ['申报人', 'Applicant'],
  ['轮次', 'Round'],
  ['主持', 'Led by'],
  ['出席/回避', 'Attending / recused'],
  [choiceLabels.agree.zh, choiceLabels.agree.en],
  [choiceLabels.disagree.zh, choiceLabels.disagree.en],
  ['弃权（其中未投）', 'Abstain (not cast)'],
  ['结果', 'Result'],
] as const;

/** Cells of a row after its head; each carries its own heading, since telephones do not show the table's. */
const cells = (all: readonly string[]) =>
  all.map((cell, index) => `<td data-head="${heads[index + 1]?.[0] ?? ''}">${cell}</td>`).join('');

function table(minutes: Minutes): string {
  const rows = minutes.motions.map((motion) => {
    const { applicantName, unitName, round, tally, notCast, passed, state, ballotsRoot, receiptsRoot } = motion;
    const counts = tally
      ? [
          `${tally.attending} / ${tally.recused}`,
          `${tally.agree}`,
          `${tally.disagree}`,
          `${tally.abstain}（${notCast}）`,
        ]
      : ['—', '—', '—', '—'];
    const outcome = tally
      ? `${passed ? both('通过', 'passed') : both('未通过', 'not passed')}<br><code>${ballotsRoot?.slice(0, 16)}… ${receiptsRoot?.slice(0, 16)}…</code>`
      : both(motionLaw[state].zh, motionLaw[state].en);
    const head = `${escapeHtml(applicantName)}<br><span class="about">${escapeHtml(unitName)}</span>`;
    return `<tr><th scope="row">${head}</th>${cells([`${round}`, leaders(minutes, motion) || '—', ...counts, outcome])}</tr>`;
  });
  return `<table><thead><tr>${heads.map(([zh, en]) => `<th scope="col">${both(zh, en)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
