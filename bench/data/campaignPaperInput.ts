import type { CampaignPaperInput } from '../../documents/paper/campaign/campaignInput.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';

const at = (time: string) => Date.parse(`2024-11-20T${time}:00+08:00`);
const unitName = '新疆维吾尔自治区阿克苏地区温宿县工业和信息化技术推广服务中心';
const level = 'deputy_senior';
const specialty = 'mechanical_electronic';
const names = ['张三', '阿卜杜热合曼·阿卜杜克热木', '李㛃'];
const tally = { committee: 11, attending: 9, recused: 0, agree: 8, disagree: 1, abstain: 0 };

/** A campaign in which every paper has something to say. */
export const sampleCampaignPaperInput: CampaignPaperInput = {
  campaignId: aksu2024.id,
  title: aksu2024.title,
  policy: aksu2024,
  onNotice: names.map((applicantName) => ({
    applicantName,
    unitName,
    level,
    specialty,
    from: '2024-11-21',
    until: Date.parse('2024-11-29T00:00:00+08:00'),
  })),
  counts: [
    { specialty, level, filed: 12, accepted: 9, judged: 9, passed: 7 },
    { specialty: 'chemical', level: 'mid', filed: 30, accepted: 28, judged: 28, passed: 25 },
  ],
  meetings: [{ committeeName: '工程系列评审委员会', heldOn: '2024-11-20' }],
  titles: names.map((name, index) => ({
    name,
    gender: '男',
    birth: '1985.06',
    idNumber: '6529**********1234',
    unitName,
    specialty,
    level,
    track: 'regular',
    number: `AKS2024${String(index + 1).padStart(4, '0')}`,
    conferredOn: '2024-12-20',
  })),
  minutes: {
    text: {
      format: 'pingshen-minutes-1',
      meetingId: 'meeting',
      campaignId: aksu2024.id,
      campaignTitle: aksu2024.title,
      committee: 'engineering',
      committeeName: '工程系列评审委员会',
      heldOn: '2024-11-20',
      openedAt: '2024-11-20T09:30:00.000+08:00',
      closedAt: '2024-11-20T18:00:00.000+08:00',
      announcedAt: '2024-11-20T18:10:00.000+08:00',
      quorum: { numerator: 2, denominator: 3, clause: '人社部令第40号' },
      threshold: { numerator: 2, denominator: 3, clause: '人社部令第40号' },
      members: Array.from({ length: 11 }, (_, index) => ({
        expertId: `expert-${index}`,
        name: `委员${index + 1}`,
        isChair: index === 0,
      })),
      attendance: Array.from({ length: 9 }, (_, index) => ({
        expertId: `expert-${index}`,
        arrivedAt: '2024-11-20T09:20:00.000+08:00',
        leftAt: '2024-11-20T18:10:00.000+08:00',
      })),
      motions: names.map((applicantName, index) => ({
        motionId: `motion-${index}`,
        applicationId: `application-${index}`,
        applicantName,
        unitName,
        level,
        specialty,
        ordinal: index + 1,
        round: 1,
        state: 'closed',
        openedAt: '2024-11-20T10:00:00.000+08:00',
        endedAt: '2024-11-20T10:05:00.000+08:00',
        voidedBy: null,
        voidedReason: null,
        tally,
        notCast: 0,
        tokens: 9,
        passed: true,
        ballotKey: null,
        receiptKey: null,
        ballotsRoot: null,
        receiptsRoot: null,
      })),
      undecided: 0,
    },
    hash: 'a'.repeat(64),
    signer: '委员1',
    signedAt: at('18:20'),
    corrections: [],
  },
  session: {
    specialty,
    room: '综合办公区2号楼5楼第一答辩室',
    startsAt: at('10:00'),
    endsAt: at('12:00'),
    minutes: 20,
    criteria: aksu2024.reviewCommittee.criteria.value,
    panel: [
      { name: '专家1', leader: true },
      { name: '专家2', leader: false },
      { name: '专家3', leader: false },
    ],
    slots: names.map((applicantName, index) => ({
      applicantName,
      unitName,
      level,
      ordinal: index + 1,
      startsAt: at(`10:${String(index * 20).padStart(2, '0')}`),
    })),
  },
  sanction: {
    subject: 'unit',
    name: unitName,
    ground: 'fraud',
    basis: '阿工信处〔2024〕1号',
    clause: aksu2024.sanctions.unitYears.clause,
    decidedOn: '2024-12-25',
    startsOn: '2024-12-25',
    expiresOn: '2027-12-25',
    reason: '为申报人出具虚假业绩证明。',
    revokedNumber: null,
    responsible: ['王五（主任）'],
  },
  plan: {
    sessions: [
      {
        specialty,
        room: '综合办公区2号楼5楼第一答辩室',
        startsAt: at('10:00'),
        endsAt: at('12:00'),
        experts: 3,
        candidates: 3,
      },
    ],
    meetings: [{ committee: 'engineering', heldOn: '2024-11-20' }],
    members: { engineering: 11 },
  },
};
