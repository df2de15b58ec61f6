import { degreeLevels, genders } from '../../../rules/dossier/choices.js';
import type { Block, Paper } from '../paper.js';
import {
  appliedTitle,
  dayInWords,
  dayOf,
  labelOf,
  monthInDigits,
  monthOfBirth,
  type PaperInput,
  pair,
  paperOf,
} from './input.js';
import { text } from './officeParts.js';
import { accordingTo, publishedPerson } from './publishedPerson.js';

/** 个人承诺书 (通知 附件3), word for word but for the policy's years, signed by hand. */
export function commitment(input: PaperInput): Paper {
  const title = '个人承诺书';
  return paperOf(input, {
    title,
    on: dayOf(input.submittedAt, input),
    blocks: [
      { kind: 'title', text: title },
      text(
        `本人承诺以上填报的内容和提交的材料完全真实有效，且网上填报与送审报表内容完全一致。如申请人提交弄虚作假确认材料的，一经查实，不予受理确认申报或取消已确认的资格，并从申报年度下一年度起 ${input.policy.sanctions.commitmentYears.value} 年内，不得申报专业技术资格。`,
      ),
      { kind: 'signed', signer: '承诺人（手写签名）', seal: false },
      {
        kind: 'note',
        paragraphs: [`申报人：${input.applicantName}；所在单位：${input.unitName}；${purposeOf(input)}。`],
      },
    ],
  });
}

/** What the candidate applies for, in words. */
function purposeOf(input: PaperInput): string {
  const { series, specialty, level } = appliedTitle(input);
  return `申报${series}${specialty}专业${level}专业技术任职资格`;
}

/** 推荐单位公示 (通知 附件1), with all that the system knows; the period is that of the posting, or left open before it. */
export function posting(input: PaperInput): Paper {
  const { dossier, facts, policy } = input;
  const { basicInformation: own = {}, presentQualification: held = {} } = dossier;
  const { name: applicantName, unitName, achievements } = publishedPerson(input);
  const title = '推荐单位公示';
  const from = facts.postedAt === null ? '    年  月  日' : dayInWords(dayOf(facts.postedAt, input));
  const until = input.deadlines.publicity_period;
  const to = until === undefined ? '    年  月  日' : dayInWords(dayOf(until.due - 1, input));
  const about = [
    ['性别', labelOf(genders, own.gender)],
    ['族别', own.ethnicity],
    ['政治面貌', own.politicalStatus],
    ['身份证号', own.idNumber],
    ['现任专业技术职务任职资格', held.held === false ? '无' : held.title],
  ].flatMap(([name, value]) => (value ? [`${name}：${value}`] : []));
  const { recentYears } = policy.results;
  const recent = recentYears === null ? '' : `（近${recentYears.value}年，${recentYears.clause}）`;
  const done = achievements.map(
    ({ obtainedOn, title: name, role, description }) =>
      `${monthInDigits(obtainedOn)} ${name ?? ''}${role ? `（${role}）` : ''}${description ? `：${description}` : ''}`,
  );
  return paperOf(input, {
    title,
    on: dayOf(facts.postedAt ?? input.submittedAt, input),
    blocks: [
      { kind: 'title', text: title },
      text(
        `${accordingTo(policy)}，现对${applicantName}同志${purposeOf(input)}进行公示。`,
        `基本信息：${about.join('；')}。`,
        '思想政治条件：（由单位填写，突出政治表现，强调职业操守和从业行为）',
      ),
      { kind: 'boxed', paragraphs: ['', '', ''] },
      text(`业绩成果${recent}：`),
      done.length === 0 ? { kind: 'boxed', paragraphs: ['无'] } : { kind: 'items', items: done },
      text(
        `公示时间从${from}起至${to}止（公示期不少于${policy.unitPublicityWorkingDays.value}个工作日）。如对${applicantName}同志的相关信息有疑异，请电话或书面形式反映至本单位            办公室，监督电话：                。`,
      ),
      { kind: 'signed', signer: `${unitName}负责人（签字）`, seal: true },
    ],
  });
}

/** 公示结果证明: that the publicity was held, for how long, and that nothing stood against it. */
export function postingResult(input: PaperInput): Paper {
  const { applicantName, unitName, facts } = input;
  const title = '公示结果证明';
  const objections = facts.objections.filter(({ stage }) => stage === 'unit_publicity');
  return paperOf(input, {
    title,
    on: dayOf(facts.postedAt, input),
    blocks: [
      { kind: 'title', text: title },
      text(
        `${input.policy.committee}：`,
        `我单位${applicantName}同志${purposeOf(input)}，自${dayInWords(dayOf(facts.postedAt, input))}起在本单位公示，公示期不少于${input.policy.unitPublicityWorkingDays.value}个工作日，现已期满。`,
        objections.length === 0
          ? '公示期间未收到异议。'
          : `公示期间收到异议${objections.length}件，均已调查处理，处理情况报告附后。`,
        '公示地点：                                        ',
        '经办人（签字）：                                  ',
      ),
      { kind: 'signed', signer: `${unitName}负责人（签字）`, seal: true },
    ],
  });
}

/** 所在单位推荐意见 (通知 附件2): the unit writes what it has to say of the candidate. */
export function recommendation(input: PaperInput): Paper {
  const { applicantName, unitName } = input;
  const title = '所在单位推荐意见';
  return paperOf(input, {
    title,
    on: dayOf(input.facts.postedAt, input),
    blocks: [
      { kind: 'title', text: title },
      text(
        `${input.policy.committee}：`,
        `经本单位集体研究，并经公示期满，推荐${applicantName}同志${purposeOf(input)}。`,
      ),
      ...['政治表现与职业道德', '专业能力与业绩成果', '与申报专业、岗位的符合情况', '推荐结论'].flatMap(
        (part): Block[] => [
          { kind: 'heading', text: part },
          { kind: 'boxed', paragraphs: ['', '', '', ''] },
        ],
      ),
      { kind: 'signed', signer: `${unitName}负责人（签字）`, seal: true },
    ],
  });
}

/** 免除继续教育学习申请表 (通知 附件4), which may not be changed. */
export function educationExemption(input: PaperInput): Paper {
  const { dossier, unitName, applicantName } = input;
  const { basicInformation: own = {}, education, presentQualification: held = {} } = dossier;
  const title = '自治区“访惠聚”驻村等专业技术人员职称评审免除继续教育学习申请表';
  const [highest] = [...(education?.entries ?? [])].sort((a, b) =>
    (b.graduatedOn ?? '').localeCompare(a.graduatedOn ?? ''),
  );
  const { specialty, level } = appliedTitle(input);
  const studied = highest
    ? `${dayInWords(highest.graduatedOn)} ${highest.school ?? ''} ${highest.major ?? ''}`.trim()
    : '';
  return paperOf(input, {
    title,
    on: dayOf(input.submittedAt, input),
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'pairs',
        photo: null,
        rows: [
          [pair('姓名', applicantName), pair('性别', labelOf(genders, own.gender))],
          [pair('出生年月', monthOfBirth(own.idNumber)), pair('身份证号', own.idNumber)],
          [pair('学历', labelOf(degreeLevels, highest?.level)), pair('学位', ' ')],
          [pair('何时何学校何专业毕业', studied)],
          [pair('现工作单位', unitName), pair('参加工作时间', monthInDigits(own.startedWorkOn))],
          [pair('现有专业技术职务', held.title), pair('拟申报专业技术职务', `${specialty} ${level}`)],
        ],
      },
      { kind: 'opinion', label: '免学理由', height: 56, signer: '申请人（签字）', counts: [], paragraphs: [] },
      { kind: 'opinion', label: '审核意见', height: 56, signer: '审核人（签字）', counts: [], paragraphs: [] },
      {
        kind: 'note',
        paragraphs: ['注：', ...exemptionNotes(input).map((note, index) => `${index + 1}. ${note}`)],
      },
    ],
  });
}

/** Who audits, and which years are asked for, as the campaign's notice has it; nobody adds grounds or forms of their own. */
function exemptionNotes({ policy }: PaperInput): readonly string[] {
  const { exemptionApprovers: approvers, continuingEducationYears: years } = policy.evidence;
  return [
    ...(approvers?.value.split('。').filter(Boolean) ?? []).map((sentence) => `${sentence}。`),
    '各地各部门不得私自设置免除继续教育学习事项及申请表（审批表）。',
    `本次申报的继续教育年度：${years.value.join('、')}（${years.clause}）。`,
  ];
}
