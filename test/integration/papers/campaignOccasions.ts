import type { Database } from '../../../records/database.js';
import type { Minutes } from '../../../rules/meeting/ballot/minutes.js';
import { minutesHashOf } from '../../../rules/meeting/ballot/minutes.js';
import type { Member } from '../../support/committee.js';

const heldOn = '2024-09-13';
const at = (time: string) => `${heldOn}T${time}:00.000+08:00`;
/** As long as papers say names of people, and with a character that few fonts have. */
export const longName = '阿卜杜热合曼·阿卜杜克热木·吾布力喀斯木·张𬭛';

/** A meeting with signed minutes of `motions` votes, the first of them void. Returns its id. */
export async function signedMeeting(
  db: Database,
  { campaignId, members, motions }: { campaignId: string; members: readonly Member[]; motions: number },
): Promise<string> {
  const tally = { committee: 5, attending: 5, recused: 0, agree: 4, disagree: 1, abstain: 0 };
  const minutes: Minutes = {
    format: 'pingshen-minutes-1',
    meetingId: 'meeting',
    campaignId,
    campaignTitle: '2024年度评审',
    committee: 'engineering',
    committeeName: '工程系列评审委员会',
    heldOn,
    openedAt: at('09:30'),
    closedAt: at('18:00'),
    announcedAt: at('18:10'),
    quorum: { numerator: 2, denominator: 3, clause: '人社部令第40号' },
    threshold: { numerator: 2, denominator: 3, clause: '人社部令第40号' },
    members: members.map(({ expertId }, index) => ({ expertId, name: `委员${index + 1}`, isChair: index === 0 })),
    attendance: members.slice(1).map(({ expertId }) => ({ expertId, arrivedAt: at('09:20'), leftAt: at('18:10') })),
    motions: Array.from({ length: motions }, (_, index) => ({
      motionId: `motion-${index}`,
      applicationId: `application-${index}`,
      applicantName: index === 1 ? longName : `申报人${index + 1}`,
      unitName: '新疆维吾尔自治区阿克苏地区温宿县工业和信息化技术推广服务中心',
      level: 'deputy_senior',
      specialty: 'mechanical_electronic',
      ordinal: index + 1,
      round: 1,
      state: index === 0 ? 'void' : 'closed',
      openedAt: at('10:00'),
      endedAt: at('10:05'),
      voidedBy: null,
      voidedReason: null,
      tally: index === 0 ? null : tally,
      notCast: index === 0 ? null : 0,
      tokens: 5,
      passed: index === 0 ? null : true,
      ballotKey: null,
      receiptKey: null,
      ballotsRoot: null,
      receiptsRoot: null,
    })),
    undecided: 1,
  };
  const { id } = await db.meeting.create({
    data: {
      campaignId,
      committee: 'engineering',
      committeeName: '工程系列评审委员会',
      state: 'signed',
      heldOn: new Date(heldOn),
      begins: '09:30',
      place: '三楼会议室',
      convenedBy: 'test',
      convenedAt: new Date(at('09:00')),
      signedBy: members[0]?.personId ?? '',
      signedAt: new Date(at('18:20')),
      minutes: JSON.parse(JSON.stringify(minutes)),
      minutesHash: minutesHashOf(minutes),
    },
  });
  return id;
}

/** A planned session of the defense in which an application is heard. Returns its id. */
export async function plannedSession(
  db: Database,
  given: { readonly campaignId: string; readonly members: readonly Member[]; readonly applicationId: string },
): Promise<string> {
  const { campaignId, members, applicationId } = given;
  const { id } = await db.defenseSession.create({
    data: {
      campaignId,
      specialty: 'mechanical_electronic',
      room: '综合办公区2号楼5楼第一答辩室',
      startsAt: new Date(at('10:00')),
      endsAt: new Date(at('12:00')),
      minutes: 20,
      criteria: [
        { code: 'theory', name: '专业理论', weight: 40 },
        { code: 'practice', name: '实践能力', weight: 60 },
      ],
      plannedBy: 'test',
      plannedAt: new Date(at('09:00')),
    },
  });
  await db.defensePanelMember.createMany({
    data: members.map(({ expertId }, index) => ({ sessionId: id, expertId, leader: index === 0 })),
  });
  await db.defenseSlot.create({
    data: { sessionId: id, applicationId, ordinal: 1, startsAt: new Date(at('10:00')) },
  });
  return id;
}
