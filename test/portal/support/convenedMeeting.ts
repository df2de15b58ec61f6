import { committee as usual } from '../../support/committee.js';
import { campaignId } from '../../support/office.js';
import type { TestStack } from './testStack.js';

/** Convenes the drawn committee with the chair and the expert of the test office as members. Returns the meeting's id. */
export async function conveneMeeting(testStack: TestStack): Promise<string> {
  const committee = testStack.office.own(usual);
  const wanted = { committee, heldOn: '2024-08-12', begins: '09:30', place: '三楼会议室' };
  await seatOwnPeople(testStack, committee);
  const as = testStack.office.as('office');
  return (await as.post(`/api/campaigns/${campaignId}/meetings`).send(wanted).expect(201)).body.id;
}

/** The committee was drawn at random, so people of the test office replace drawn members to see its pages. */
async function seatOwnPeople({ db, office: { ids } }: TestStack, committee: string): Promise<void> {
  const seats = await db.committeeMember.findMany({ where: { campaignId, committee, position: 'member' } });
  const own = await db.expert.findUniqueOrThrow({ where: { personId: ids.expert } });
  const [first, second] = seats.filter(({ expertId }) => expertId !== own.id);
  const become = async (id: string | undefined, personId: string) => {
    await db.expert.update({ where: { id: id ?? '' }, data: { personId } });
  };
  await become(first?.expertId, ids.chair);
  if (!seats.some(({ expertId }) => expertId === own.id)) {
    await become(own.id, ids.finance);
    await become(second?.expertId, ids.expert);
  }
  const seat = { campaignId, committee, expertId: first?.expertId ?? '' };
  await db.committeeMember.update({ where: { campaignId_committee_expertId: seat }, data: { isChair: true } });
}
