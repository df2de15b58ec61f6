import {
  dueInDigits,
  formatDueZh,
  formatInstantZh,
  type Instant,
  instantOf,
  localDateOf,
} from '../../rules/calendar/instant.js';
import { regions } from '../../rules/calendar/overlays/regions.js';
import { type CampaignFileKind, campaignFileKinds, sizeInWords } from '../../rules/campaign/campaignFiles.js';
import { type CampaignPhase, campaignPhaseLabels } from '../../rules/campaign/campaignPhase.js';
import { type Level, labelOfCode } from '../../rules/campaign/codes.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import type { Belonging } from '../../rules/policy/belonging.js';
import { contactLines } from '../../rules/policy/contact.js';
import type { Policy } from '../../rules/policy/policy.js';
import {
  departmentWindows,
  filingWindows,
  type NamedWindow,
  windowsOfCommittee,
  windowsOfDefenseFee,
} from '../../rules/policy/policyWindows.js';
import { namedRounds } from '../../rules/policy/rounds.js';
import { paragraphsOf } from '../../rules/policy/words.js';
import { escapeHtml } from '../escapeHtml.js';
import { both, renderPage, terms } from './page.js';

interface Announced {
  readonly id: string;
  readonly title: string;
  readonly phase: CampaignPhase;
  readonly policy: Policy;
}

function phaseIn(phase: CampaignPhase): string {
  const { zh, en } = campaignPhaseLabels[phase];
  return both(zh, en);
}

/** From when to when applicants file, for the list. */
function filingTimes(policy: Policy): string {
  return namedRounds(policy)
    .map(({ label, policy: one }) => {
      const opens = instantOf(one.filing.opens.value);
      const cutoffs = [...filingWindows(one), ...departmentWindows(one)];
      const from = both(
        `${label?.zh ?? ''}自${formatInstantZh(opens)}`,
        `${label?.en ?? ''} From ${dueInDigits(opens)}`,
      );
      return [
        from,
        ...cutoffs.map(({ zh, en, due }) => both(`${zh}至${formatDueZh(due)}`, `${en}: until ${dueInDigits(due)}`)),
      ].join(' · ');
    })
    .join('<br>');
}

/** Every review that has been announced. */
export function announcementsPage(campaigns: readonly Announced[]): string {
  const items = campaigns.map(
    ({ id, title, phase, policy }) =>
      `<li><a href="/announcements/${encodeURIComponent(id)}">${escapeHtml(title)}</a><span class="about">${escapeHtml(policy.committee)} · ${escapeHtml(policy.announcedOn)} · <strong>${phaseIn(phase)}</strong></span><span class="about">${filingTimes(policy)}</span></li>`,
  );
  const body = items.length
    ? `<ul class="announced">${items.join('')}</ul>`
    : `<p class="none">${both('目前没有已发布的年度评审。', 'No review has been announced.')}</p>`;
  return renderPage({ section: '/announcements', title: '评审通知', titleEn: 'Announcements', body });
}

/** When a correction is due: at the date the notice fixes, never sooner than some days after the return. */
function correctionTime({ correction, correctionUntil }: Policy): string {
  const { days, count } = correction.value;
  const unit = count === 'working' ? '工作日' : '自然日';
  if (!correctionUntil) return both(`退回后${days}个${unit}内`, `within ${days} ${count} days of the return`);
  const until = instantOf(correctionUntil.value);
  return both(
    `${formatDueZh(until)}之前；此后不足${days}个${unit}的，退回后${days}个${unit}内`,
    `by ${dueInDigits(until)}, and in no case sooner than ${days} ${count} days after the return`,
  );
}

/** Who delivers the originals, and when the office takes them. */
function deliveryOf({ delivery }: Policy): readonly (readonly [string, string, string])[] {
  const who = delivery.byUnit.value
    ? both('用人单位统一报送', 'the unit, for all of its people')
    : both('申报人报送', 'the applicant');
  return [
    ['原件报送', 'Originals delivered by', who],
    ...(delivery.officeHours
      ? ([['原件收取时间', 'Originals taken', escapeHtml(delivery.officeHours.value)]] as const)
      : []),
  ];
}

function namesOf({ regions, departments, units }: Belonging): string {
  return [...regions, ...departments, ...units].map(({ name }) => escapeHtml(name)).join('；');
}

/** What candidates of a level pay, part by part. */
function feesOf(level: Level, { fees, defenseFee }: Policy): string {
  const yuan = (fen: number | undefined) => `${(fen ?? 0) / 100}元`;
  const defense = defenseFee?.value.fees[level] ?? 0;
  if (defense === 0) return yuan(fees.value[level]);
  const { review, defense: forDefense } = feePartLabels;
  return `${both(review.zh, review.en)}${yuan(fees.value[level])}，${both(forDefense.zh, forDefense.en)}${yuan(defense)}`;
}

/** Every window with its name, round by round; those of levels, committees and the defense fee are the same in each. */
function windowsOf(policy: Policy): readonly Pick<NamedWindow, 'zh' | 'en' | 'clause' | 'opens' | 'due'>[] {
  const common = ['levelWindows', 'reviewCommittee.committees'];
  const ofRounds = namedRounds(policy).flatMap(({ label, policy: one }) =>
    [...filingWindows(one), ...departmentWindows(one), ...windowsOfCommittee(one)]
      .filter(({ path }) => !common.includes(path))
      .map((window) =>
        label ? { ...window, zh: `${label.zh}${window.zh}`, en: `${label.en}: ${window.en}` } : window,
      ),
  );
  const others = windowsOfCommittee(policy).filter(({ path }) => common.includes(path));
  return [...ofRounds, ...others, ...windowsOfDefenseFee(policy)];
}

/** The office's own words, as plain text. */
function wordsOf({ words: { announcement: own } }: Policy): readonly string[] {
  if (own === null) return [];
  const paragraph = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
  return [
    ...paragraphsOf(own.value.zh).map((text) => `<p>${paragraph(text)}</p>`),
    ...paragraphsOf(own.value.en).map((text) => `<p lang="en">${paragraph(text)}</p>`),
  ];
}

/** The notice or an annex as a file to download. */
interface AnnouncedFile {
  readonly id: string;
  readonly kind: CampaignFileKind;
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
  readonly uploadedAt: Instant;
}

function filesOf(campaignId: string, files: readonly AnnouncedFile[]): readonly string[] {
  if (files.length === 0) return [];
  const items = files.map(({ id, kind, fileName, size, uploadedAt }) => {
    const { zh, en } = campaignFileKinds[kind];
    const href = `/announcements/${encodeURIComponent(campaignId)}/files/${id}`;
    return `<li>${both(zh, en)}：<a href="${href}" download>${escapeHtml(fileName)}</a><span class="about">${sizeInWords(size)} · ${localDateOf(uploadedAt)}</span></li>`;
  });
  return [`<h2 id="files">${both('通知和附件', 'Notice and annexes')}</h2><ul>${items.join('')}</ul>`];
}

/** One review as its policy has it: when, for whom, at which fee, each with its clause; and its notice and annexes as files. */
export function announcementPage(
  { id, title, phase, policy }: Announced,
  files: readonly AnnouncedFile[] = [],
): string {
  const windows = windowsOf(policy).map(
    ({ zh, en, clause, opens, due }) =>
      `<tr><th scope="row">${both(zh, en)}</th><td>${escapeHtml(formatInstantZh(opens))}<br>至 ${escapeHtml(formatDueZh(due))}</td><td>${escapeHtml(clause)}</td></tr>`,
  );
  const fees = policy.levels.value.map((level) => {
    const { zh, en } = labelOfCode(policy.codes.levels, level);
    return `<li>${both(zh, en)}：${feesOf(level, policy)}</li>`;
  });
  const counted = (days: number) => both(`不少于${days}个工作日`, `at least ${days} working days`);
  const body = [
    terms([
      ['评审委员会', 'Committee', escapeHtml(policy.committee)],
      ['发布日期', 'Announced', escapeHtml(policy.announcedOn)],
      ['状态', 'State', phaseIn(phase)],
      ...(policy.belonging ? ([['申报单位范围', 'Who may apply', namesOf(policy.belonging.value)]] as const) : []),
      ['节日所属地区', 'Holidays counted', both(regions[policy.region].zh, regions[policy.region].en)],
      [
        '系列与专业',
        'Series and specialties',
        policy.specialties.map(({ series, name }) => escapeHtml(`${series} ${name}`)).join('；'),
      ],
    ]),
    ...wordsOf(policy),
    ...filesOf(id, files),
    `<h2>${both('时间安排', 'Schedule')}</h2><table><thead><tr><th scope="col">${both('事项', 'What')}</th><th scope="col">${both('时间', 'When')}</th><th scope="col">${both('依据', 'Clause')}</th></tr></thead><tbody>${windows.join('')}</tbody></table>`,
    `<h2>${both('评审收费', 'Fees')}</h2><ul>${fees.join('')}</ul><p>${both('依据', 'Clause')}：${escapeHtml([...new Set([policy.fees.clause, policy.defenseFee?.clause ?? policy.fees.clause])].join('、'))}</p>`,
    `<h2>${both('公示与补正', 'Notices and corrections')}</h2>`,
    terms([
      ...(policy.stages.unitPublicity.value
        ? ([['单位公示', 'Publicity in the unit', counted(policy.unitPublicityWorkingDays.value)]] as const)
        : []),
      ...(policy.stages.publicNotice.value
        ? ([['结果公示', 'Result notice', counted(policy.resultNoticeWorkingDays.value)]] as const)
        : []),
      [
        '上报次数',
        'Submissions',
        both(
          `至多${policy.maxSubmissions.value}次（含初次上报）`,
          `at most ${policy.maxSubmissions.value}, the first included`,
        ),
      ],
      ['补正期限', 'Corrections', correctionTime(policy)],
      ...(policy.stages.materials.value ? deliveryOf(policy) : []),
    ]),
  ];
  const contacts = contactLines(policy, 'everything');
  if (contacts.length > 0) {
    body.push(
      `<h2>${both('联系与监督', 'Contact')}</h2>`,
      terms(contacts.map(({ zh, en, value }) => [zh, en, escapeHtml(value)] as const)),
    );
  }
  return renderPage({
    section: '/announcements',
    title,
    titleEn: 'Announcement of the review',
    body: body.join('\n'),
  });
}
