import { formatInstantZh } from '../../../rules/calendar/instant.js';
import type { Minutes, MinutesMotion } from '../../../rules/meeting/ballot/minutes.js';
import { motionLaw } from '../../../rules/meeting/motionLaw.js';
import { dayInWords } from '../application/input.js';
import { text } from '../application/officeParts.js';
import type { Block, Paper } from '../paper.js';
import { type CampaignPaperInput, campaignPaper, namesOf, pairs, table } from './campaignInput.js';

/** An instant of the minutes (ISO, Beijing time) as a clock shows it; a dash for none. */
const clock = (iso: string | null) => (iso === null ? '—' : iso.slice(11, 16));
const fraction = ({ numerator, denominator, clause }: Minutes['quorum']) => `${numerator}/${denominator}（${clause}）`;

/** 评审会议纪要, of the minutes as the chair signed them: who attended, each vote, and where chair and recorder sign by hand. */
export function meetingMinutes(input: CampaignPaperInput): Paper {
  const title = '评审会议纪要';
  const signed = input.minutes;
  if (signed === null) return campaignPaper(input, { title, on: input.policy.announcedOn, blocks: [] });
  const { text: minutes, hash, signer, signedAt, corrections } = signed;
  const present = new Set(minutes.attendance.map(({ expertId }) => expertId));
  return campaignPaper(input, {
    title,
    on: minutes.heldOn,
    blocks: [
      { kind: 'title', text: title },
      pairs(
        [['年度评审', minutes.campaignTitle]],
        [['评审委员会', minutes.committeeName]],
        [
          ['会议日期', dayInWords(minutes.heldOn)],
          ['起止', `${clock(minutes.openedAt)}—${clock(minutes.closedAt)}`],
        ],
        [
          ['地点', ' '],
          ['记录人', ' '],
        ],
        [
          ['出席要求', fraction(minutes.quorum)],
          ['通过要求', fraction(minutes.threshold)],
        ],
      ),
      { kind: 'heading', text: `一、出席（应到${minutes.members.length}人，实到${present.size}人）` },
      table(
        [
          ['委员', 3],
          ['职务', 2],
          ['到会与离会', 5],
        ],
        minutes.members.map(({ expertId, name, isChair, isDeputy = false }) => [
          name,
          isChair ? '主任委员' : isDeputy ? '副主任委员' : '委员',
          attendanceOf(minutes, expertId),
        ]),
      ),
      { kind: 'heading', text: '二、表决（无记名投票）' },
      votes(input, minutes),
      ...(minutes.undecided === 0 ? [] : [text(`未表决：${minutes.undecided}项。`)]),
      { kind: 'heading', text: '三、签署' },
      text(`主任委员${signer}于${formatInstantZh(signedAt)}签署。签署内容的摘要（SHA-256）：${hash}。`),
      ...(corrections.length === 0
        ? []
        : [text('签署后的更正：'), { kind: 'items', items: corrections } as const satisfies Block]),
      { kind: 'signed', signer: '主任委员（签字）', seal: true },
      { kind: 'signed', signer: '记录人（签字）', seal: false },
    ],
  });
}

function attendanceOf({ attendance }: Minutes, expertId: string): string {
  const stays = attendance.filter((stay) => stay.expertId === expertId);
  return stays.length === 0
    ? '缺席'
    : stays.map(({ arrivedAt, leftAt }) => `${clock(arrivedAt)}—${clock(leftAt)}`).join('；');
}

const outcomeOf = ({ tally, passed, state }: MinutesMotion) =>
  tally === null ? motionLaw[state].zh : passed ? '通过' : '未通过';
const countsOf = ({ tally }: MinutesMotion) =>
  tally === null ? ['—', '—', '—'] : [tally.agree, tally.disagree, tally.abstain].map(String);

function votes(input: CampaignPaperInput, { motions }: Minutes): Block {
  return table(
    [
      ['序号', 1],
      ['申报人', 3],
      ['所在单位', 5],
      ['专业和级别', 3.2],
      ['轮次', 1],
      ['同意', 1],
      ['反对', 1],
      ['弃权', 1],
      ['结果', 1.6],
    ],
    motions.map((motion) => {
      const { specialty, level } = namesOf(input, motion);
      return [
        String(motion.ordinal),
        motion.applicantName,
        motion.unitName,
        `${specialty} ${level}`,
        String(motion.round),
        ...countsOf(motion),
        outcomeOf(motion),
      ];
    }),
  );
}

/** 投票结果表: of each vote how many were members, present, recused, and what was counted. No ballot is told. */
export function ballotSummary(input: CampaignPaperInput): Paper {
  const title = '投票结果表';
  if (input.minutes === null) return campaignPaper(input, { title, on: input.policy.announcedOn, blocks: [] });
  const { text: minutes } = input.minutes;
  const cell = (count: number | null | undefined) => (count === null || count === undefined ? '—' : String(count));
  return campaignPaper(input, {
    title,
    on: minutes.heldOn,
    blocks: [
      { kind: 'title', text: title },
      pairs(
        [['评审委员会', minutes.committeeName]],
        [
          ['会议日期', dayInWords(minutes.heldOn)],
          ['通过要求', fraction(minutes.threshold)],
        ],
      ),
      { kind: 'heading', text: '表决结果' },
      table(
        [
          ['序号', 1],
          ['姓名', 2.6],
          ['拟评审专业和级别', 3.4],
          ['委员', 1],
          ['出席', 1],
          ['回避', 1],
          ['同意', 1],
          ['反对', 1],
          ['弃权', 1],
          ['其中未投', 1.2],
          ['结果', 1.5],
        ],
        minutes.motions.map((motion) => {
          const { specialty, level } = namesOf(input, motion);
          const { tally, notCast } = motion;
          return [
            String(motion.ordinal),
            motion.applicantName,
            `${specialty} ${level}${motion.round > 1 ? `（第${motion.round}轮）` : ''}`,
            ...[tally?.committee, tally?.attending, tally?.recused].map(cell),
            ...countsOf(motion),
            cell(tally === null ? null : notCast),
            outcomeOf(motion),
          ];
        }),
      ),
      { kind: 'signed', signer: '计票人（签字）', seal: false },
      { kind: 'signed', signer: '监票人（签字）', seal: false },
      { kind: 'signed', signer: '主任委员（签字）', seal: true },
    ],
  });
}
