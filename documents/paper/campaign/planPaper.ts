import { formatDueZh, formatInstantZh, inDigits, localDateOf } from '../../../rules/calendar/instant.js';
import { conflictKindLabels, excludingKinds } from '../../../rules/committee/conflicts.js';
import { cite } from '../../../rules/policy/clauses.js';
import { minimumMembers } from '../../../rules/policy/committees.js';
import { contactLines } from '../../../rules/policy/contact.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { filingWindows, windowsOfCommittee } from '../../../rules/policy/policyWindows.js';
import { dayInWords } from '../application/input.js';
import { text } from '../application/officeParts.js';
import type { Block, Paper } from '../paper.js';
import { type CampaignPaperInput, campaignPaper, namesOf, table } from './campaignInput.js';

/** 评审方案, filed before the meeting: what it rests on, who is judged, the defense, committees, votes, recusal and supervision. */
export function reviewPlan(input: CampaignPaperInput): Paper {
  const { policy, title: review } = input;
  const title = '评审方案';
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['依据', basis(policy)],
    ['时间安排', schedule(policy)],
    ['申报和审核情况（人）', numbers(input)],
    ...(policy.stages.defense.value ? [['专业水平答辩', defense(input)] as const] : []),
    ['评审委员会和评审会议', committees(input)],
    ['评审程序和表决规则', procedure(policy)],
    ['回避和纪律', recusal()],
    ['结果公示和监督', supervision(policy)],
  ];
  return campaignPaper(input, {
    title,
    on: policy.announcedOn,
    blocks: [
      { kind: 'title', text: title },
      text(`现将${review}的评审方案报告如下：`),
      ...parts.flatMap(([heading, blocks], index): readonly Block[] => [
        { kind: 'heading', text: `${'一二三四五六七八'[index]}、${heading}` },
        ...blocks,
      ]),
      { kind: 'signed', signer: '负责人（签字）', seal: true },
    ],
  });
}

const named = (codes: readonly { readonly code: string; readonly zh: string }[], wanted: readonly string[]) =>
  codes.filter(({ code }) => wanted.includes(code)).map(({ zh }) => zh);
const sentence = (given: { readonly value: { readonly numerator: number; readonly denominator: number } }) =>
  `${given.value.denominator}分之${given.value.numerator}`;

function basis(policy: Policy): readonly Block[] {
  const specialties = policy.specialties.map(({ series, name }) => `${series}${name}`).join('、');
  return [
    text(
      `本年度评审通知（${cite(policy, ['scope', 'schedule', 'procedure'])}，${dayInWords(policy.announcedOn)}发布）和${cite(policy, 'national')}。`,
      `评审专业：${specialties}；级别：${named(policy.codes.levels, policy.levels.value).join('、')}；申报类型：${policy.codes.tracks.map(({ zh }) => zh).join('、')}。`,
    ),
  ];
}

function schedule(policy: Policy): readonly Block[] {
  return [
    table(
      [
        ['事项', 3],
        ['开始', 3.6],
        ['截止', 3.6],
        ['依据', 3],
      ],
      [...filingWindows(policy), ...windowsOfCommittee(policy)].map(({ zh, opens, due, clause }) => [
        zh,
        formatInstantZh(opens),
        formatDueZh(due),
        clause,
      ]),
    ),
  ];
}

function numbers(input: CampaignPaperInput): readonly Block[] {
  const { policy, counts } = input;
  const sum = (of: 'filed' | 'accepted') => String(counts.reduce((all, one) => all + one[of], 0));
  const defends = (level: string) =>
    policy.stages.defense.value && policy.defense.levels.value.includes(level) ? '是' : '否';
  return [
    table(
      [
        ['专业', 4],
        ['级别', 2.5],
        ['申报', 1.5],
        ['审核合格', 1.6],
        ['须答辩', 1.5],
      ],
      counts.length === 0
        ? []
        : [
            ...counts.map((one) => {
              const { specialty, level } = namesOf(input, one);
              return [specialty, level, String(one.filed), String(one.accepted), defends(one.level)];
            }),
            ['合计', '—', sum('filed'), sum('accepted'), '—'],
          ],
    ),
  ];
}

function defense(input: CampaignPaperInput): readonly Block[] {
  const { policy, plan } = input;
  const { levels, minimumExperts, noticeDays, reschedulesAfterAbsence: again } = policy.defense;
  const criteria = policy.reviewCommittee.criteria.value.map(({ name, weight }) => `${name}${weight}%`).join('、');
  const rules = text(
    `${named(policy.codes.levels, levels.value).join('、')}须答辩（${levels.clause}）。每场答辩专家不少于${minimumExperts.value}名，提前${noticeDays.value}日通知；缺席的可改期${again.value}次。评分项目：${criteria}。`,
  );
  if (plan.sessions.length === 0) return [rules, text('答辩场次尚未安排。')];
  return [
    rules,
    table(
      [
        ['专业', 3],
        ['时间', 4],
        ['地点', 4],
        ['专家', 1.2],
        ['人数', 1.2],
      ],
      plan.sessions.map(({ specialty, room, startsAt, endsAt, experts, candidates }) => [
        namesOf(input, { specialty, level: '' }).specialty,
        `${dayInWords(localDateOf(startsAt))} ${inDigits(startsAt).slice(11, 16)}—${inDigits(endsAt).slice(11, 16)}`,
        room,
        String(experts),
        String(candidates),
      ]),
    ),
  ];
}

function committees({ policy, plan }: CampaignPaperInput): readonly Block[] {
  const { odd, committees: formed } = policy.reviewCommittee;
  const dates = (code: string) =>
    plan.meetings.filter(({ committee }) => committee === code).map(({ heldOn }) => dayInWords(heldOn));
  const names = (codes: readonly string[]) =>
    policy.specialties.filter(({ code }) => codes.includes(code)).map(({ name }) => name);
  return [
    table(
      [
        ['评审委员会', 5],
        ['专业', 4],
        ['人数要求', 2],
        ['已定委员', 1.6],
        ['会议日期', 3],
      ],
      formed.value.map((one) => [
        one.name,
        names(one.specialties).join('、'),
        `不少于${minimumMembers(one, policy.reviewCommittee)}人${odd.value ? '，单数' : ''}`,
        `${plan.members[one.code] ?? 0}人`,
        dates(one.code).join('、') || '待定',
      ]),
    ),
  ];
}

function procedure({ meeting, reviewCommittee }: Policy): readonly Block[] {
  return [
    {
      kind: 'items',
      items: [
        `出席委员不少于评审委员会人数的${sentence(meeting.quorum)}方可开会（${meeting.quorum.clause}）。`,
        '由主任委员主持，逐人介绍情况、审阅材料、评议后表决。',
        `采取无记名投票，不得委托投票或者补投；同意票达到出席委员（回避的除外）的${sentence(meeting.threshold)}以上的为通过（${meeting.threshold.clause}）。`,
        '会议结束时宣布投票结果，形成会议纪要，由主任委员签署后归档。',
        ...(reviewCommittee.resultsFiled.value ? [`评审结果报请备案（${reviewCommittee.resultsFiled.clause}）。`] : []),
      ],
    },
  ];
}

function recusal(): readonly Block[] {
  const kinds = excludingKinds.map((kind) => conflictKindLabels[kind].zh).join('、');
  return [
    {
      kind: 'items',
      items: [
        `评审专家与申报人有利害关系的（${kinds}等）应当回避，回避的不参加该人的评议和表决；申报人也可以申请专家回避。`,
        '评审专家名单在评审前保密；专家、工作人员不得泄露评审内容，不得利用评审谋取利益。',
      ],
    },
  ];
}

function supervision(policy: Policy): readonly Block[] {
  const { stages, resultNoticeWorkingDays: days, reviewCommittee } = policy;
  const contacts = contactLines(policy, 'objection').map(({ zh, value }) => `${zh}：${value}`);
  return [
    text(
      stages.publicNotice.value
        ? `评审结果公示不少于${days.value}个工作日（${days.clause}）；对结果有异议的，可以在公示期内提出，也可以在${reviewCommittee.reexaminationWorkingDays.value}个工作日内申请复查。`
        : `评审结果不经公示；对结果有异议的，可以在${reviewCommittee.reexaminationWorkingDays.value}个工作日内申请复查。`,
      '评审过程留痕并可核验，接受人力资源社会保障、纪检监察部门和社会的监督。',
    ),
    ...(contacts.length === 0 ? [] : [{ kind: 'note', paragraphs: contacts } as const satisfies Block]),
  ];
}
