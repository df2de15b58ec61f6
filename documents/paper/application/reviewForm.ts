import {
  appraisalResults,
  continuingEducationModes,
  degreeLevels,
  genders,
  publicationKinds,
  titleOrigins,
} from '../../../rules/dossier/choices.js';
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

const heading = (text: string): Block => ({ kind: 'heading', text });
const list = (columns: readonly (readonly [string, number])[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'list',
  columns: columns.map(([label, width]) => ({ label, width })),
  rows,
});
const boxed = (text: string | undefined): Block => ({
  kind: 'boxed',
  paragraphs: text?.trim() ? text.split('\n').filter((line) => line.trim() !== '') : ['无'],
});

/**
 * 专业技术职务任职资格评审表 (通知 四（三）): what the form holds, and empty boxes in which unit, departments and committee write,
 * sign and seal by hand. Printed twice, on both sides, with a watermark that names the application.
 */
export function reviewForm(input: PaperInput): Paper {
  const { dossier, facts, policy, number } = input;
  const title = '专业技术职务任职资格评审表';
  return paperOf(input, {
    title,
    on: dayOf(facts.acceptedAt, input),
    watermark: number,
    blocks: [
      cover(input, title),
      heading('填表说明'),
      { kind: 'items', items: instructions },
      ...basics(input),
      ...career(input),
      ...results(input),
      heading('十、工作总结'),
      boxed(dossier.workSummary?.text),
      heading('十一、审核与评审意见'),
      ...opinions(input),
      {
        kind: 'note',
        paragraphs: [`评审依据：${policy.title}（${dayInWords(policy.announcedOn)}通知）。`],
      },
    ],
  });
}

const instructions = [
  '本表由系统按审核通过的申报材料生成，请用A4纸正反面打印一式两份，不得涂改。',
  '“单位意见”栏由所在单位手工填写“本单位已对提供的申报材料逐一审核，真实、完整、有效，同意推荐”，负责人签字并加盖公章。',
  '主管部门、评委会意见栏由相应机构填写、签字、盖章，个人不得填写。',
  '没有内容的栏目写“无”。',
];

function cover(input: PaperInput, title: string): Block {
  const { dossier, unitName, applicantName, submittedAt, policy } = input;
  const { series, specialty, level, track } = appliedTitle(input);
  return {
    kind: 'cover',
    title,
    rows: [
      pair('单位', unitName),
      pair('姓名', applicantName),
      pair('现任专业技术职务', dossier.presentQualification?.title),
      pair('申报系列', series),
      pair('申报专业', specialty),
      pair('申报级别', level),
      pair('申报类型', track),
      pair('填表时间', dayInWords(dayOf(submittedAt, input))),
    ],
    foot: policy.committee,
  };
}

function basics({ dossier, photo, unitName, applicantName }: PaperInput): readonly Block[] {
  const { basicInformation: own = {}, education, presentQualification: held = {} } = dossier;
  return [
    heading('一、基本情况'),
    {
      kind: 'pairs',
      photo: photo === null ? null : { bytes: [...photo] },
      rows: [
        [pair('姓名', own.name ?? applicantName), pair('性别', labelOf(genders, own.gender))],
        [pair('民族', own.ethnicity), pair('出生年月', monthOfBirth(own.idNumber))],
        [pair('证件号码', own.idNumber)],
        [pair('政治面貌', own.politicalStatus), pair('参加工作时间', monthInDigits(own.startedWorkOn))],
        [pair('工作单位', unitName)],
        [pair('行政职务', own.position), pair('联系电话', own.phone)],
      ],
    },
    heading('二、学历学位'),
    list(
      [
        ['毕业时间', 2],
        ['学历', 1.5],
        ['毕业学校', 4],
        ['专业', 3],
      ],
      (education?.entries ?? []).map(({ graduatedOn, level, school, major }) => [
        monthInDigits(graduatedOn),
        labelOf(degreeLevels, level),
        school ?? '',
        major ?? '',
      ]),
    ),
    heading('三、现任专业技术资格'),
    {
      kind: 'pairs',
      photo: null,
      rows: [
        [pair('资格名称', held.title), pair('取得时间', monthInDigits(held.obtainedOn))],
        [
          pair('取得地区', labelOf(titleOrigins, held.obtainedIn)),
          pair('现从事专业年限', held.yearsInProfession === undefined ? '' : `${held.yearsInProfession}年`),
        ],
      ],
    },
  ];
}

function career({ dossier }: PaperInput): readonly Block[] {
  const { continuingEducation: studied = {}, mandarin, workHistory, appraisals } = dossier;
  return [
    heading('四、继续教育与普通话'),
    {
      kind: 'pairs',
      photo: null,
      rows: [
        [pair('继续教育', labelOf(continuingEducationModes, studied.mode)), pair('年度', studied.years?.join('、'))],
        [pair('普通话等级', mandarin?.grade)],
      ],
    },
    heading('五、工作经历'),
    list(
      [
        ['起', 1.4],
        ['止', 1.4],
        ['工作单位', 3.6],
        ['从事何种专业技术工作', 4],
      ],
      (workHistory?.entries ?? []).map(({ from, to, employer, work }) => [
        monthInDigits(from),
        to === null ? '至今' : monthInDigits(to),
        employer ?? '',
        work ?? '',
      ]),
    ),
    heading('六、年度考核'),
    list(
      [
        ['年度', 1],
        ['考核结果', 3],
      ],
      (appraisals?.entries ?? []).map(({ year, result }) => [String(year ?? ''), labelOf(appraisalResults, result)]),
    ),
  ];
}

function results({ dossier }: PaperInput): readonly Block[] {
  const { achievements, publications, skilledCertificate, otherAttachments } = dossier;
  return [
    heading('七、任现职以来主要业绩成果'),
    list(
      [
        ['时间', 1.4],
        ['名称', 3],
        ['本人作用', 1.6],
        ['内容与贡献', 5],
      ],
      (achievements?.entries ?? []).map(({ obtainedOn, title, role, description }) => [
        monthInDigits(obtainedOn),
        title ?? '',
        role ?? '',
        description ?? '',
      ]),
    ),
    heading('八、论文、著作、技术报告'),
    list(
      [
        ['时间', 1.4],
        ['类别', 2],
        ['题目', 6],
      ],
      (publications?.entries ?? []).map(({ obtainedOn, kind, title }) => [
        monthInDigits(obtainedOn),
        labelOf(publicationKinds, kind),
        title ?? '',
      ]),
    ),
    heading('九、其他'),
    {
      kind: 'pairs',
      photo: null,
      rows: [
        [
          pair('技能等级证书', monthInDigits(skilledCertificate?.obtainedOn)),
          pair('考试合格日期', monthInDigits(otherAttachments?.examinationOn)),
        ],
        [pair('备注', otherAttachments?.remarks)],
      ],
    },
  ];
}

function opinions({ chainNames }: PaperInput): readonly Block[] {
  const counted = ['应到', '实到', '同意', '反对', '弃权'].map((label) => pair(label, ''));
  const box = (
    label: string,
    more: { readonly height?: number; readonly signer?: string; readonly counted?: boolean; readonly of?: string } = {},
  ) =>
    ({
      kind: 'opinion',
      label,
      height: more.height ?? 62,
      signer: more.signer ?? '负责人（签字）',
      counts: more.counted ? counted : [],
      paragraphs: more.of === undefined ? [] : [more.of],
    }) as const satisfies Block;
  return [
    box('本人承诺', { height: 44, signer: '承诺人（签字）' }),
    box('单位意见', { height: 66 }),
    ...chainNames.map((name) => box('主管部门意见', { height: 56, of: name })),
    box('答辩情况', { height: 44, signer: '组长（签字）' }),
    box('评议组意见', { signer: '组长（签字）', counted: true }),
    box('评委会意见', { height: 66, signer: '主任委员（签字）', counted: true }),
    box('核准机关意见', { height: 62 }),
  ];
}
