import { formatInstantZh } from '../../../rules/calendar/instant.js';
import { genders } from '../../../rules/dossier/choices.js';
import { cite } from '../../../rules/policy/clauses.js';
import type { Paper } from '../paper.js';
import { conferredBy } from './conferredBy.js';
import { appliedTitle, dayInWords, dayOf, labelOf, monthOfBirth, type PaperInput, pair, paperOf } from './input.js';
import { contacts, issued, officePaper, text } from './officeParts.js';

/** 不予受理通知书 (通知 四（三）): why, on which clause, and what was handed in. */
export function refusal(input: PaperInput): Paper {
  const { facts, policy, applicantName } = input;
  const on = dayOf(input.refusal?.at ?? null, input);
  const reason = input.refusal?.reason.trim() ?? '';
  return officePaper(input, '不予受理通知书', on, [
    text(`${applicantName}同志：`, '您的申报材料经审核，不予受理。理由如下：'),
    { kind: 'boxed', paragraphs: reason === '' ? ['无'] : reason.split('\n') },
    ...(input.defects.length === 0
      ? []
      : [text('上次退回时要求补正的内容：'), { kind: 'items', items: input.defects } as const]),
    text(
      `依据：${cite(policy, 'committee_audit')}。您已上报${facts.submissions}次（${policy.maxSubmissions.clause}：至多${policy.maxSubmissions.value}次，含初次）。`,
      '对本决定有异议的，可以向评委会办事机构或下列部门反映。',
    ),
    ...contacts(input, 'questions'),
    issued(input, dayInWords(on)),
  ]);
}

/** 答辩通知 (通知 四（四）): when, where and as which, what to bring, and what an absence means. */
export function defenseNotice(input: PaperInput): Paper {
  const { facts, policy, applicantName, hearing } = input;
  const { reschedulesAfterAbsence: again } = policy.defense;
  const left = Math.max(0, again.value - facts.absences);
  return officePaper(input, '答辩通知', dayOf(facts.defenseAt, input), [
    text(`${applicantName}同志：`, '请按下列时间和地点参加专业水平答辩：'),
    {
      kind: 'pairs',
      photo: null,
      rows: [
        [pair('时间', facts.defenseAt === null ? '' : formatInstantZh(facts.defenseAt))],
        [pair('地点', hearing?.room ?? '以评委会办事机构通知为准')],
        ...(hearing === null ? [] : [[pair('顺序', `第${hearing.ordinal}位`), pair('时长', `${hearing.minutes}分钟`)]]),
      ],
    },
    text('注意事项：'),
    {
      kind: 'items',
      items: [
        '请携带本人有效身份证件和本通知，提前到场签到。',
        '答辩围绕本人的专业技术工作和所报业绩成果进行。',
        left > 0
          ? `不能参加的，请提前联系评委会办事机构。缺席的，可改期${left}次（${again.clause}）。`
          : `不能参加的，请提前联系评委会办事机构。缺席的，不再改期，按无答辩成绩进入评审（${again.clause}）。`,
      ],
    },
    ...contacts(input, 'questions'),
    { kind: 'issued', by: policy.committee, on: '' },
  ]);
}

/** 专业技术职务任职资格证书, on paper for its holder; of a title that was revoked it says so. */
export function certificate(input: PaperInput): Paper {
  const { dossier, conferred, applicantName, unitName, photo, policy } = input;
  const { basicInformation: own = {} } = dossier;
  const { series, specialty, level } = appliedTitle(input);
  const title = '专业技术职务任职资格证书';
  const on = conferred?.conferredOn ?? dayOf(null, input);
  const revokedOn = conferred?.revokedOn ?? null;
  return paperOf(input, {
    title,
    on,
    ...(revokedOn === null ? {} : { watermark: '已撤销' }),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'number', text: `证书编号：${conferred?.number ?? ''}` },
      {
        kind: 'pairs',
        photo: photo === null ? null : { bytes: [...photo] },
        rows: [
          [pair('姓名', applicantName), pair('性别', labelOf(genders, own.gender))],
          [pair('出生年月', monthOfBirth(own.idNumber)), pair('取得时间', dayInWords(on))],
          [pair('工作单位', unitName)],
          [pair('系列', series), pair('专业', specialty)],
          [pair('级别', level), pair('评审组织', policy.committee)],
        ],
      },
      revokedOn === null
        ? text(
            `${conferredBy(input.facts.profile, policy)}，${applicantName}同志自${dayInWords(on)}起具备上列专业技术职务任职资格。`,
          )
        : text(`此资格已于${dayInWords(revokedOn)}撤销（${conferred?.revokedBasis ?? ''}），本证书作废。`),
      { kind: 'note', paragraphs: ['本证书的真伪和是否有效，以页脚核验地址显示的记录为准。'] },
      issued(input, dayInWords(on)),
    ],
  });
}
