import { committee } from '../../support/committee.js';
import { campaignId } from '../../support/office.js';
import type { TestStack } from './testStack.js';

/** A meeting of the drawn committee, led by the house's own chair, with its own expert in a seat. Returns its id. */
export async function conveneMeeting(testStack: TestStack): Promise<string> {
  await seatOwnPeople(testStack);
  const wanted = { committee, heldOn: '2024-08-12' };
  const as = testStack.office.as('office');
  return (await as.post(`/api/campaigns/${campaignId}/meetings`).send(wanted).expect(201)).body.id;
}

/** Chance has drawn the committee: whoever has to look at its pages takes the place of somebody who has a seat. */
async function seatOwnPeople({ db, office: { ids } }: TestStack): Promise<void> {
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
