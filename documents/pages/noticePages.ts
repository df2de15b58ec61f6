import { type Deadline, explain } from '../../rules/deadline.js';
import { dueInWords } from '../../rules/instant.js';
import type { Level } from '../../rules/policy.js';
import { escapeHtml } from '../escapeHtml.js';
import { levelWords } from './levelWords.js';
import { both, renderPage, terms } from './page.js';

/** Which of the two notices an application is on. */
export type NoticeKind = 'publicity_period' | 'notice_period';

/** One application on notice; the name is masked already. */
export interface NoticeLine {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly name: string;
  readonly unitName: string;
  readonly level: Level;
  readonly specialty: string;
}

/** A notice with its period and where objections go. */
export interface NoticeDetail extends Omit<NoticeLine, 'unitName'> {
  readonly unitName: string | null;
  readonly campaign: { readonly id: string; readonly title: string; readonly committee: string } | null;
  readonly deadline: Deadline | null;
}

const kinds: Readonly<Record<NoticeKind, readonly [zh: string, en: string]>> = {
  publicity_period: ['单位公示', 'Publicity in the unit'],
  notice_period: ['评审结果公示', 'Result of the review'],
};

/** The list of everybody on notice, a page at a time. */
export function noticesPage(lines: readonly NoticeLine[], nextHref: string | null): string {
  const rows = lines.map(
    ({ id, kind, name, unitName, level, specialty }) =>
      `<tr><td><a href="/notices/${escapeHtml(id)}">${escapeHtml(name)}</a></td><td>${escapeHtml(unitName)}</td><td>${both(...levelWords[level])}</td><td>${escapeHtml(specialty)}</td><td>${both(...kinds[kind])}</td></tr>`,
  );
  const heads = [
    ['姓名', 'Name'],
    ['单位', 'Unit'],
    ['级别', 'Level'],
    ['专业', 'Specialty'],
    ['公示', 'Notice'],
  ] as const;
  const head = heads.map(([zh, en]) => `<th scope="col">${both(zh, en)}</th>`).join('');
  const table = rows.length
    ? `<table><caption>${both('公示期满较早的在前；姓名已遮盖。', 'Earliest end first; names are masked.')}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    : `<p class="none">${both('目前没有正在公示的申报。', 'Nothing is on notice at present.')}</p>`;
  const next =
    nextHref === null
      ? ''
      : `<p class="pages"><a rel="next" href="${escapeHtml(nextHref)}">${both('下一页', 'Next page')}</a></p>`;
  return renderPage({ section: '/notices', title: '公示', titleEn: 'Public notices', body: `${table}${next}` });
}

/** One notice: who, for what, until when and how that is counted. */
export function noticePage({ kind, name, unitName, level, specialty, campaign, deadline }: NoticeDetail): string {
  const [zh, en] = kinds[kind];
  const body = terms([
    ['姓名', 'Name', escapeHtml(name)],
    ['单位', 'Unit', escapeHtml(unitName ?? '')],
    ['申报级别', 'Level', both(...levelWords[level])],
    ['专业', 'Specialty', escapeHtml(specialty)],
    ...(campaign
      ? ([
          [
            '年度评审',
            'Review',
            `<a href="/announcements/${encodeURIComponent(campaign.id)}">${escapeHtml(campaign.title)}</a>`,
          ],
          ['评审委员会', 'Committee', escapeHtml(campaign.committee)],
        ] as const)
      : []),
    ...(deadline
      ? ([
          ['公示期满', 'On notice until', `<strong>${escapeHtml(dueInWords(deadline.due))}</strong>`],
          ['期限的计算', 'How the period is counted', escapeHtml(explain(deadline))],
        ] as const)
      : []),
  ]);
  const hint = both(
    '公示期间对申报人的相关信息有异议的，请以书面或电话形式向用人单位、评委会办事机构或监督部门反映。',
    'Objections may be raised in writing or by telephone with the unit, the committee office or the supervisor until then.',
  );
  return renderPage({ section: '/notices', title: zh, titleEn: en, body: `${body}<p class="note">${hint}</p>` });
}
