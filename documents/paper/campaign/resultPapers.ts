import { localDateOf } from '../../../rules/calendar/instant.js';
import { contactLines } from '../../../rules/policy/contact.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { conferredBy } from '../application/conferredBy.js';
import { dayInWords } from '../application/input.js';
import { text } from '../application/officeParts.js';
import type { Block, Paper } from '../paper.js';
import { type CampaignPaperInput, campaignPaper, namesOf, table } from './campaignInput.js';

const latest = (days: readonly string[], otherwise: string) => days.toSorted().at(-1) ?? otherwise;

/** 评审结果公示: who passed, for how long it is on notice, and who takes objections. No number of an identity card. */
export function resultNotice(input: CampaignPaperInput): Paper {
  const { policy, onNotice, title: review } = input;
  const title = '评审结果公示';
  const from = onNotice.map((one) => one.from).toSorted()[0] ?? policy.announcedOn;
  const ends = onNotice.flatMap(({ until }) => until ?? []);
  // A period that ends at midnight ends with the day before.
  const last = ends.length === 0 ? null : localDateOf(Math.max(...ends) - 1);
  const contacts = contactLines(policy, 'objection').map(({ zh, value }) => `${zh}：${value}`);
  return campaignPaper(input, {
    title,
    on: from,
    blocks: [
      { kind: 'title', text: title },
      text(
        `根据${review}的评审结果，现将评审通过的${onNotice.length}名人员予以公示。公示时间自${dayInWords(from)}起${last === null ? '' : `至${dayInWords(last)}止`}。`,
        '对公示人员有异议的，请在公示期内以书面或者电话形式向评委会办事机构反映，并提供必要的证据。公示不等于取得任职资格。',
      ),
      ...(contacts.length === 0 ? [] : [{ kind: 'note', paragraphs: contacts } as const]),
      { kind: 'heading', text: '公示名单' },
      table(
        [
          ['序号', 1],
          ['姓名', 3],
          ['工作单位', 5],
          ['专业', 3],
          ['级别', 2],
        ],
        onNotice.map((one, index) => {
          const { specialty, level } = namesOf(input, one);
          return [String(index + 1), one.applicantName, one.unitName, specialty, level];
        }),
      ),
      { kind: 'issued', by: policy.committee, on: dayInWords(from) },
    ],
  });
}

/** 评审结果备案报告: how many filed, were accepted, judged and passed, by specialty and level, and at which meetings. */
export function resultsReport(input: CampaignPaperInput): Paper {
  const { policy, counts, meetings, title: review } = input;
  const title = '评审结果备案报告';
  const on = latest(
    meetings.map(({ heldOn }) => heldOn),
    policy.announcedOn,
  );
  const rate = (passed: number, judged: number) => (judged === 0 ? '—' : `${((passed * 100) / judged).toFixed(1)}%`);
  const row = (names: readonly string[], cells: readonly (typeof counts)[number][]) => {
    const sum = (of: 'filed' | 'accepted' | 'judged' | 'passed') => cells.reduce((all, one) => all + one[of], 0);
    const counted = [sum('filed'), sum('accepted'), sum('judged'), sum('passed')].map(String);
    return [...names, ...counted, rate(sum('passed'), sum('judged'))];
  };
  return campaignPaper(input, {
    title,
    on,
    blocks: [
      { kind: 'title', text: title },
      text(`现将${review}的评审结果报请备案：`),
      { kind: 'heading', text: '一、评审会议' },
      table(
        [
          ['评审委员会', 5],
          ['会议日期', 3],
        ],
        meetings.map(({ committeeName, heldOn }) => [committeeName, dayInWords(heldOn)]),
      ),
      { kind: 'heading', text: '二、评审情况（人）' },
      table(
        [
          ['专业', 4],
          ['级别', 2.5],
          ['申报', 1.5],
          ['合格', 1.5],
          ['参评', 1.5],
          ['通过', 1.5],
          ['通过率', 2],
        ],
        counts.length === 0
          ? []
          : [
              ...counts.map((one) => {
                const { specialty, level } = namesOf(input, one);
                return row([specialty, level], [one]);
              }),
              row(['合计', '—'], counts),
            ],
      ),
      { kind: 'note', paragraphs: ['参评指经评审会议表决；通过含正在公示和已取得资格的人员。'] },
      { kind: 'heading', text: '三、附件' },
      {
        kind: 'items',
        items: ['评审会议纪要和投票结果表', '评审结果公示及异议办理情况', '取得任职资格人员花名册', '评审专家名单'],
      },
      { kind: 'signed', signer: '负责人（签字）', seal: true },
    ],
  });
}

/** 任职资格通知 in the form of GB/T 9704, its number left open, with the 花名册 by specialty and level as its annex. */
export function conferral(input: CampaignPaperInput): Paper {
  const { policy, titles, title: review } = input;
  const subject = `关于${review}任职资格的通知`;
  const days = titles.map(({ conferredOn }) => conferredOn);
  const on = latest(days, policy.announcedOn);
  const ways = new Map<string, number>();
  for (const one of titles) {
    const way = conferredBy(one, policy);
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  const groups = new Map<string, (typeof titles)[number][]>();
  for (const one of titles) {
    const { specialty, level } = namesOf(input, one);
    const name = `${specialty} ${level}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const since = [...new Set(days)].length === 1 ? `任职资格自${dayInWords(on)}起计算` : '任职资格起算时间见花名册';
  return campaignPaper(input, {
    title: subject,
    on,
    blocks: [
      { kind: 'letterhead', mark: policy.committee, year: policy.year },
      { kind: 'title', text: subject },
      {
        kind: 'official',
        to: '各有关单位：',
        paragraphs: [
          `${[...ways].map(([way, count]) => `${way}，${count}名同志具备相应专业技术职务任职资格`).join('；')}。${since}。`,
          '请各单位按照有关规定做好聘任等工作。',
          '附件：取得任职资格人员花名册',
        ],
      },
      { kind: 'issued', by: policy.committee, on: dayInWords(on) },
      { kind: 'annex', label: '附件', title: '取得任职资格人员花名册' },
      ...[...groups].flatMap(([name, people]): readonly Block[] => [
        { kind: 'heading', text: `${name}（${people.length}人）` },
        table(
          [
            ['序号', 1.1],
            ['姓名', 2.2],
            ['性别', 1.1],
            ['出生年月', 2.2],
            ['身份证号', 4.95],
            ['工作单位', 3],
            ['证书编号', 4],
            ['取得时间', 2.95],
          ],
          people.map(({ name: person, gender, birth, idNumber, unitName, number, conferredOn }, index) => [
            String(index + 1),
            person,
            gender || '—',
            birth || '—',
            idNumber || '—',
            unitName,
            number,
            conferredOn.replaceAll('-', '.'),
          ]),
        ),
      ]),
      { kind: 'imprint', copies: copiesOf(policy), by: policy.committee, on: dayInWords(on) },
    ],
  });
}

/** Who gets a copy, as GB/T 9704 has it: with commas between, and the full stop that ends the line set by the paper. */
function copiesOf({ conferralCopies: copies }: Policy): string | null {
  const given = copies?.value.replaceAll(/\s*[,，]\s*/g, '，').replace(/[。.，]*$/, '') ?? '';
  return given === '' ? null : given;
}
