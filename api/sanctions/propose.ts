import type { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { titleOf } from '../../records/conferral/certificates.js';
import { proposeSanction } from '../../records/conferral/sanctionRegister.js';
import type { Database } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { findUnit } from '../../records/people/organisations.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { type Sanction, sanctionTerm } from '../../rules/sanctions/sanctions.js';
import { noSuchApplication } from '../applications/visible.js';
import { Problem } from '../http/problem.js';
import type { NewSanction } from './sanctionBody.js';

interface Proposed {
  readonly campaign: Campaign;
  readonly body: z.output<typeof NewSanction>;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Notes what somebody proposes, its term and clause counted from the ground by the campaign's policy.
 *
 * @throws Problem `not_found`, `body_invalid`, `own_application` or `already_there`
 */
export async function propose(db: Database, { campaign, body, by, at }: Proposed): Promise<string> {
  const { subject, ground, basis, decidedOn, revokes, responsible, reason } = body;
  const today = localDateOf(at);
  if (decidedOn > today)
    throw new Problem(
      'date_in_future',
      { zh: '处理决定的日期不能晚于今天。', en: 'The day of the decision cannot lie after today.' },
      { field: 'decidedOn' },
    );
  const { applicationId, personId, unitId } = await subjectOf(db, campaign, body);
  if (personId === by)
    throw new Problem('own_application', {
      zh: '不能登记针对本人的处罚。',
      en: 'Nobody registers a sanction on themselves.',
    });
  if (revokes && (applicationId === null || (await titleOf(db, applicationId)) === null)) {
    throw new Problem(
      'body_invalid',
      { zh: '这份申报没有取得资格，无可撤销。', en: 'This application conferred no title that could be revoked.' },
      { field: 'revokes' },
    );
  }
  const sanction: Sanction =
    ground === 'commitment'
      ? { subject: 'person', basis: ground, decidedOn, applicationYear: campaign.policy.year }
      : { subject, basis: ground, decidedOn };
  const { from: startsOn, until: expiresOn, clause } = sanctionTerm(sanction, campaign.policy);
  if (expiresOn < today) {
    throw new Problem(
      'body_invalid',
      {
        zh: `依该决定处罚期至${expiresOn}，已经届满。`,
        en: `By that decision the sanction stood until ${expiresOn}, which has passed.`,
      },
      { field: 'decidedOn', clause },
    );
  }
  const term = { decidedOn, startsOn, expiresOn, clause };
  const about = { subject, personId, unitId, applicationId, campaignId: campaign.id };
  return await proposeSanction(db, { ...about, ground, basis, ...term, revokes, responsible, reason, by, at }).catch(
    (error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem(
            'already_there',
            {
              zh: '撤销这项资格已经提出或决定，不必重复。',
              en: 'To revoke this title has been proposed or decided already.',
            },
            { clause },
          )
        : error;
    },
  );
}

async function subjectOf(db: Database, campaign: Campaign, { subject, applicationId, unitId }: Proposed['body']) {
  if (applicationId === undefined) {
    const unit = unitId === undefined ? null : await findUnit(db, unitId);
    if (!unit)
      throw new Problem('body_invalid', { zh: '没有这个单位。', en: 'There is no such unit.' }, { field: 'unitId' });
    return { applicationId: null, personId: null, unitId: unit.id };
  }
  const application = await lookUpApplication(db, applicationId);
  if (application?.campaignId !== campaign.id) throw noSuchApplication();
  return subject === 'person'
    ? { applicationId, personId: application.applicantId, unitId: null }
    : { applicationId, personId: null, unitId: application.unitId };
}
