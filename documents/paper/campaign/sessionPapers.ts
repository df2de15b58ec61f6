import { type Instant, inDigits, localDateOf } from '../../../rules/calendar/instant.js';
import { formatScore } from '../../../rules/defense/defenseScore.js';
import type { Points } from '../../../rules/defense/sheet.js';
import { dayInWords } from '../application/input.js';
import type { Block, Paper } from '../paper.js';
import {
  type CampaignPaperInput,
  campaignPaper,
  namesOf,
  pairs,
  type SessionForPaper,
  table,
} from './campaignInput.js';

const clock = (instant: Instant) => inDigits(instant).slice(11, 16);

type Issued = Pick<CampaignPaperInput, 'campaignId' | 'policy'>;
type Held = Omit<SessionForPaper, 'panel' | 'slots'>;

function about(input: Issued, session: Held, panel: SessionForPaper['panel']): Block {
  const { specialty } = namesOf(input, { specialty: session.specialty, level: '' });
  return pairs(
    [
      ['专业', specialty],
      ['地点', session.room],
    ],
    [
      ['日期', dayInWords(localDateOf(session.startsAt))],
      ['时间', `${clock(session.startsAt)}—${clock(session.endsAt)}`],
    ],
    ...(panel.length === 0
      ? []
      : [[['答辩组', panel.map(({ name, leader }) => (leader ? `${name}（组长）` : name)).join('、')]] as const]),
  );
}

/** 答辩场次表: panel and candidates in their order, to be ticked off and signed at the door. */
export function sessionSheet(input: CampaignPaperInput): Paper {
  const title = '答辩场次表';
  const { session } = input;
  if (session === null) return campaignPaper(input, { title, on: input.policy.announcedOn, blocks: [] });
  return campaignPaper(input, {
    title,
    on: localDateOf(session.startsAt),
    blocks: [
      { kind: 'title', text: title },
      about(input, session, session.panel),
      { kind: 'heading', text: `答辩顺序（每人${session.minutes}分钟）` },
      table(
        [
          ['顺序', 1],
          ['时间', 1.3],
          ['姓名', 3],
          ['所在单位', 4.5],
          ['级别', 1.6],
          ['签到', 2.2],
        ],
        session.slots.map((slot) => {
          const { level } = namesOf(input, { specialty: session.specialty, level: slot.level });
          return [String(slot.ordinal), clock(slot.startsAt), slot.applicantName, slot.unitName, level, ' '];
        }),
      ),
      { kind: 'signed', signer: '组长（签字）', seal: false },
      { kind: 'signed', signer: '工作人员（签字）', seal: false },
    ],
  });
}

/** 答辩评分表: a page for each expert, with a row for each candidate and a column for each criterion of the policy. */
export function scoreSheets(input: CampaignPaperInput): Paper {
  const title = '答辩评分表';
  const { session } = input;
  if (session === null) return campaignPaper(input, { title, on: input.policy.announcedOn, blocks: [] });
  return campaignPaper(input, {
    title,
    on: localDateOf(session.startsAt),
    blocks: session.panel.flatMap(({ name }, index): readonly Block[] => [
      ...(index === 0 ? [] : [{ kind: 'pagebreak' } as const]),
      { kind: 'title', text: title },
      about(input, session, session.panel),
      ...sheetBlocks(
        session,
        name,
        session.slots.map((slot) => ({ ...slot, points: {}, total: null })),
      ),
    ]),
  });
}

/** A candidate on a score sheet; total null: nothing is submitted. Points and total in hundredths. */
interface ScoredRow {
  readonly ordinal: number;
  readonly applicantName: string;
  readonly points: Points;
  readonly total: number | null;
}

function sheetBlocks(session: Held, name: string, rows: readonly ScoredRow[]): readonly Block[] {
  const shown = (sum: number | undefined) => (sum === undefined ? ' ' : formatScore({ sum, count: 1 }));
  return [
    { kind: 'heading', text: `评分（专家：${name}）` },
    table(
      [
        ['顺序', 1],
        ['姓名', 3],
        ...session.criteria.map(({ name: criterion, weight }) => [`${criterion}（${weight}%）`, 2] as const),
        ['总分', 1.4],
        ['备注', 2],
      ],
      rows.map(({ ordinal, applicantName, points, total }) => [
        String(ordinal),
        applicantName,
        ...session.criteria.map(({ code }) => (total === null ? ' ' : shown(points[code]))),
        total === null ? ' ' : shown(total),
        ' ',
      ]),
    ),
    { kind: 'note', paragraphs: ['各项满分100分，总分按权重计算；回避的，在备注中注明。'] },
    { kind: 'signed', signer: '评分专家（签字）', seal: false },
  ];
}

/**
 * One expert's own score sheet of a session, with the points they have submitted. It names neither the others of the panel nor
 * a candidate they are recused from.
 */
export function ownScoreSheetPaper(
  input: Issued,
  { session, name, rows }: { readonly session: Held; readonly name: string; readonly rows: readonly ScoredRow[] },
): Paper {
  const title = '答辩评分表';
  return campaignPaper(input, {
    title,
    on: localDateOf(session.startsAt),
    blocks: [{ kind: 'title', text: title }, about(input, session, []), ...sheetBlocks(session, name, rows)],
  });
}
