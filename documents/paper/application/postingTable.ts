import { genders } from '../../../rules/dossier/choices.js';
import { postingTable as kind } from '../../../rules/papers/paperBatches.js';
import { type CampaignPaperInput, campaignPaper, table } from '../campaign/campaignInput.js';
import type { Paper } from '../paper.js';
import { appliedTitle, dayInWords, dayOf, labelOf, monthInDigits, type PaperInput } from './input.js';
import { text } from './officeParts.js';
import { accordingTo, publishedPerson } from './publishedPerson.js';

/** 推荐单位公示 (通知 附件1) of several persons of one unit in one table, signed and sealed once. */
export function postingTable(
  campaign: Pick<CampaignPaperInput, 'campaignId' | 'policy'>,
  people: readonly PaperInput[],
): Paper {
  const { policy } = campaign;
  const [first] = people;
  const covered = people.map(publishedPerson).find((one, index) => one.unitName !== people[index]?.unitName);
  const unitName = covered?.unitName ?? first?.unitName ?? '';
  const posted = people.flatMap(({ facts }) => facts.postedAt ?? []);
  const ends = people.flatMap(({ deadlines }) => deadlines.publicity_period?.due ?? []);
  const openedAt = Math.min(...people.map((one) => one.openedAt));
  const from = posted.length === 0 ? '    年  月  日' : dayInWords(dayOf(Math.min(...posted), { openedAt }));
  const to = ends.length === 0 ? '    年  月  日' : dayInWords(dayOf(Math.max(...ends) - 1, { openedAt }));
  return campaignPaper(campaign, {
    title: kind.zh,
    on: dayOf(posted.length === 0 ? null : Math.min(...posted), { openedAt }),
    blocks: [
      { kind: 'title', text: '推荐单位公示' },
      text(
        `${accordingTo(policy)}，现对${unitName}下列${people.length}名同志申报专业技术任职资格进行公示。`,
        `公示时间从${from}起至${to}止（公示期不少于${policy.unitPublicityWorkingDays.value}个工作日）。如对公示人员的相关信息有疑异，请电话或书面形式反映至本单位            办公室，监督电话：                。`,
      ),
      table(
        [
          ['序号', 1],
          ['基本信息', 5],
          ['申报', 3],
          ['业绩成果', 8],
        ],
        people.map((one, index) => [String(index + 1), basics(one), applied(one), done(one)]),
      ),
      text('思想政治条件：（由单位填写，突出政治表现，强调职业操守和从业行为）'),
      { kind: 'boxed', paragraphs: ['', '', '', ''] },
      { kind: 'signed', signer: `${unitName}负责人（签字）`, seal: true },
    ],
  });
}

function basics(input: PaperInput): string {
  const { dossier } = input;
  const { basicInformation: own = {}, presentQualification: held = {} } = dossier;
  return [
    publishedPerson(input).name,
    [labelOf(genders, own.gender), own.ethnicity, own.politicalStatus].filter(Boolean).join('，'),
    own.idNumber,
    held.held === false ? '现无资格' : held.title,
  ]
    .filter(Boolean)
    .join('；');
}

function applied(input: PaperInput): string {
  const { series, specialty, level } = appliedTitle(input);
  return `${series}${specialty}专业${level}`;
}

function done(input: PaperInput): string {
  return publishedPerson(input)
    .achievements.map(
      ({ obtainedOn, title, role }) => `${monthInDigits(obtainedOn)} ${title ?? ''}${role ? `（${role}）` : ''}`,
    )
    .join('；');
}
