import { type Deadline, explain, type PublicPeriod } from '../../rules/application/deadline.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { dueInDigits, formatDueZh, type Instant } from '../../rules/calendar/instant.js';
import { escapeHtml } from '../escapeHtml.js';
import { both, renderPage, terms } from './page.js';

/** One application on notice, under the full name. */
export interface NoticeLine {
  readonly id: string;
  readonly kind: PublicPeriod;
  readonly name: string;
  readonly unitName: string;
  readonly levelLabel: BilingualText;
  readonly specialty: string;
  /** The instant it ends; null: not known. */
  readonly until: Instant | null;
}

/** A notice with its period and where objections go. */
export interface NoticeDetail extends Omit<NoticeLine, 'unitName' | 'until'> {
  readonly unitName: string | null;
  readonly campaign: {
    readonly id: string;
    readonly title: string;
    readonly committee: string;
    /** Where objections go by telephone or letter. */
    readonly contact: readonly (BilingualText & { readonly value: string })[];
  } | null;
  readonly deadline: Deadline | null;
  /** The first day of it. */
  readonly from: string | null;
  /** Of a result: why from then. */
  readonly start: BilingualText | null;
  /** The rest of 附件1; null where the policy masks it. */
  readonly identity: { readonly idNumber: string | null; readonly ethnicity: string | null } | null;
}

const levelIn = ({ zh, en }: BilingualText) => both(zh, en);

const kinds: Readonly<Record<PublicPeriod, readonly [zh: string, en: string]>> = {
  publicity_period: ['单位公示', 'Publicity in the unit'],
  notice_period: ['评审结果公示', 'Result of the review'],
};

/** A title that was conferred and later revoked. */
export interface RevokedLine {
  readonly number: string;
  readonly name: string;
  readonly unitName: string;
  readonly revoked: { readonly on: string; readonly basis: string; readonly clause: string } | null;
}

/** The list of applications on public notice, a page at a time, and of revoked titles. */
export function noticesPage({
  lines,
  nextHref,
  revoked,
}: {
  readonly lines: readonly NoticeLine[];
  readonly nextHref: string | null;
  readonly revoked: readonly RevokedLine[];
}): string {
  const rows = lines.map(
    ({ id, kind, name, unitName, levelLabel, specialty, until }) =>
      `<tr><td><a href="/notices/${escapeHtml(id)}">${escapeHtml(name)}</a></td><td>${escapeHtml(unitName)}</td><td>${levelIn(levelLabel)}</td><td>${escapeHtml(specialty)}</td><td>${both(...kinds[kind])}</td><td>${until === null ? '' : both(formatDueZh(until), dueInDigits(until))}</td><td><a href="/objection/${encodeURIComponent(id)}">${both('提出异议', 'Object')}</a></td></tr>`,
  );
  const heads = [
    ['姓名', 'Name'],
    ['单位', 'Unit'],
    ['级别', 'Level'],
    ['专业', 'Specialty'],
    ['公示', 'Notice'],
    ['公示期满', 'Until'],
    ['异议', 'Objection'],
  ] as const;
  const head = heads.map(([zh, en]) => `<th scope="col">${both(zh, en)}</th>`).join('');
  const table = rows.length
    ? `<table><caption>${both('公示期满较早的在前。', 'Earliest end first.')}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    : `<p class="none">${both('目前没有正在公示的申报。', 'Nothing is on notice at present.')}</p>`;
  const next =
    nextHref === null
      ? ''
      : `<p class="pages"><a rel="next" href="${escapeHtml(nextHref)}">${both('下一页', 'Next page')}</a></p>`;
  const body = `${table}${next}<p class="note">${howToObject}</p>${revokedTable(revoked)}${machineReadable}`;
  return renderPage({ section: '/notices', title: '公示', titleEn: 'Public notices', body });
}

/** Links to the same data for programs, and to the check of a certificate. */
const machineReadable = `<p class="note"><a href="/results">${both('凭证书编号查询资格', 'Look up a certificate')}</a> · <a rel="alternate" type="application/json" href="/api/notices">JSON</a> · <a rel="describedby" type="application/schema+json" href="/api/notices/schema">JSON Schema</a></p>`;

function revokedTable(revoked: readonly RevokedLine[]): string {
  if (revoked.length === 0) return '';
  const rows = revoked.map(
    ({ number, name, unitName, revoked: decision }) =>
      `<tr><td>${escapeHtml(number)}</td><td>${escapeHtml(name)}</td><td>${escapeHtml(unitName)}</td><td>${escapeHtml(decision?.on ?? '')}</td><td>${escapeHtml(decision?.basis ?? '')}（${escapeHtml(decision?.clause ?? '')}）</td></tr>`,
  );
  const heads = [
    ['证书编号', 'Certificate'],
    ['姓名', 'Name'],
    ['单位', 'Unit'],
    ['撤销日期', 'Revoked on'],
    ['依据', 'Rests on'],
  ] as const;
  const head = heads.map(([zh, en]) => `<th scope="col">${both(zh, en)}</th>`).join('');
  return `<table><caption>${both('已撤销的资格', 'Titles that were revoked')}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** How objections are raised, whatever the notice. */
const howToObject = both(
  '对公示内容有异议的，请在公示期满前实名提出：可以书面或电话反映，也可以在线填写。在线提出的，请用邮箱收取验证码，以便核查人与您联系；未经验证的登记备查，是否使公示顺延以评审政策为准。',
  'Object before the notice ends and under your own name: in writing, by telephone, or here. Here a code by mail proves that you can be reached for questions; an objection without it is filed, and the policy says whether it holds the notice up.',
);

/** Who takes and settles objections to a notice. */
function toWhom({ kind, unitName, campaign }: NoticeDetail): string {
  const unit = unitName ?? '用人单位';
  const office = campaign?.committee ?? '评审委员会';
  return kind === 'publicity_period'
    ? both(
        `单位公示的异议由${unit}核实办结，也可以向监督部门反映。`,
        `Objections to the publicity in the unit are settled by ${unit}; the supervisor takes them too.`,
      )
    : both(
        `评审结果公示的异议由${office}的办事机构和监督部门核实办结。`,
        `Objections to the result are settled by the office of ${office} and the supervisor.`,
      );
}

/** One notice: who, for what, until when and how that is counted. */
export function noticePage(notice: NoticeDetail): string {
  const { id, kind, name, unitName, levelLabel, specialty, campaign, from, start, deadline, identity } = notice;
  const [zh, en] = kinds[kind];
  const body = terms([
    ['姓名', 'Name', escapeHtml(name)],
    ...(identity
      ? ([
          ['民族', 'Ethnicity', escapeHtml(identity.ethnicity ?? '')],
          ['身份证号', 'ID number', escapeHtml(identity.idNumber ?? '')],
        ] as const)
      : []),
    ['单位', 'Unit', escapeHtml(unitName ?? '')],
    ['申报级别', 'Level', levelIn(levelLabel)],
    ['专业', 'Specialty', escapeHtml(specialty)],
    ...(campaign
      ? ([
          [
            '年度评审',
            'Review',
            `<a href="/announcements/${encodeURIComponent(campaign.id)}">${escapeHtml(campaign.title)}</a>`,
          ],
          ['评审委员会', 'Committee', escapeHtml(campaign.committee)],
          ...campaign.contact.map(({ zh: what, en: whatEn, value }) => [what, whatEn, escapeHtml(value)] as const),
        ] as const)
      : []),
    ...(from === null ? [] : ([['公示开始', 'On notice from', escapeHtml(from)]] as const)),
    ...(start === null ? [] : ([['公示起始说明', 'Why from then', both(start.zh, start.en)]] as const)),
    ...(deadline
      ? ([
          ['公示期满', 'On notice until', `<strong>${escapeHtml(formatDueZh(deadline.due))}</strong>`],
          ['期限的计算', 'How the period is counted', both(explain(deadline).zh, explain(deadline).en)],
        ] as const)
      : []),
  ]);
  const form = `<p><a href="/objection/${encodeURIComponent(id)}">${both('在线提出异议', 'Raise an objection here')}</a></p>`;
  const rest = `<h2>${both('如何提出异议', 'How to object')}</h2><p>${toWhom(notice)}</p><p class="note">${howToObject}</p>${form}`;
  return renderPage({ section: '/notices', title: zh, titleEn: en, body: `${body}${rest}` });
}
