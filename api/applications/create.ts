import { createHash } from 'node:crypto';
import { z } from 'zod';
import { startWorkflow } from '../../engine/startWorkflow.js';
import { applicationPage } from '../../records/application/applicationPage.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { openApplication } from '../../records/application/openApplication.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { employerOfUnit, findUnit } from '../../records/people/organisations.js';
import { openDraft } from '../../rules/application/opening.js';
import { filingRefusal } from '../../rules/campaign/campaignPhase.js';
import { entryOf } from '../../rules/campaign/codes.js';
import { type AppliedBefore, appliedBeforeRefusal, submissionsBefore } from '../../rules/candidate/appliedBefore.js';
import { belongingRefusal } from '../../rules/policy/belonging.js';
import type { Policy } from '../../rules/policy/policy.js';
import { roundAt } from '../../rules/policy/rounds.js';
import type { Caller } from '../accounts/caller.js';
import { keyOf } from '../acts/headers.js';
import type { Deps } from '../deps.js';
import { level, track } from '../http/campaignCodes.js';
import { defineRoute } from '../http/defineRoute.js';
import { type FieldError, labelsOf, Problem, problemOf } from '../http/problem.js';
import { line } from '../http/text.js';
import { ActHeaders } from '../openapi/parts.js';
import { ApplicationAnswer } from './answers.js';
import { snapshotAt } from './applicationSnapshot.js';
import { applicationView } from './view.js';

const NewApplication = z.strictObject({
  campaignId: line(64),
  /** Only for a person with several employers. */
  unitId: line(64).optional(),
  level,
  track,
  specialty: line(64),
});
type NewApplication = z.output<typeof NewApplication>;

/** Opens a draft and its workflow. The same Idempotency-Key gives the same draft. */
export const createRoute = defineRoute({
  method: 'post',
  path: '/api/applications',
  tag: '申报',
  summary: '新建申报',
  roles: 'signed in',
  headers: ActHeaders.pick({ 'idempotency-key': true }),
  body: NewApplication,
  answers: { 201: ApplicationAnswer },
  handle: async ({ body, caller, request, response }, services) => {
    const id = idFrom(caller.personId, keyOf(request));
    const application = (await lookUpApplication(services.db, id)) ?? (await open(services, caller, id, body));
    if (application.startedAt === null) {
      // The row is there: the sweeper starts what fails to start now.
      await startWorkflow(services, application).catch((error: unknown) =>
        services.logger.error({ err: error, application: id }, 'could not start an application'),
      );
    }
    response.location(`/api/applications/${id}`).set('ETag', `"${application.seq}"`);
    return await viewOf(services, caller, id);
  },
});

async function viewOf(deps: Deps, caller: Caller, id: string) {
  const page = await applicationPage(deps.db, id);
  if (!page) throw new Error(`application ${id} was opened and is not there`);
  const now = await deps.clock();
  return applicationView(deps, caller, page, await snapshotAt(deps.db, page.application, now), now, true);
}

async function open({ db, clock }: Deps, caller: Caller, id: string, body: NewApplication) {
  const campaign = await findCampaign(db, body.campaignId);
  if (!campaign)
    throw invalid([
      { field: 'campaignId', message: '没有这个年度评审。', messageEn: 'There is no such annual review.' },
    ]);
  if (campaign.state !== 'open')
    throw new Problem('campaign_closed', {
      zh: '这个年度评审尚未开放或已经结束。',
      en: 'This annual review has not opened yet, or is over.',
    });
  const unit = await findUnit(db, employerOf(caller, body.unitId));
  if (!unit) throw invalid([{ field: 'unitId', message: '没有这个单位。', messageEn: 'There is no such unit.' }]);
  const place = { unitId: unit.id, chain: unit.chain, unitRegion: unit.region ?? null };
  const outside = belongingRefusal(place, campaign.policy);
  if (outside) throw problemOf(outside);
  const now = await clock();
  const closed = filingRefusal(unit.chain, campaign.policy, now);
  if (closed) throw problemOf(closed);
  const errors = notOffered(body, campaign.policy);
  if (errors.length) throw invalid(errors);
  const { level, track, specialty } = body;
  const facts = openDraft(
    {
      applicationId: id,
      campaignId: campaign.id,
      applicantId: caller.personId,
      ...place,
      round: roundAt(campaign.policy, unit.chain, now),
      profile: { level, track, specialty, ...employerOfUnit(unit, campaign.policy), defenseExempt: false },
    },
    campaign.policy,
    campaign.calendar,
  );
  try {
    const counting = (earlier: readonly AppliedBefore[]) => {
      const refusal = appliedBeforeRefusal(earlier, campaign.policy);
      if (refusal) throw problemOf(refusal);
      return { ...facts, submissions: submissionsBefore(earlier) };
    };
    await openApplication(db, { facts, openedAt: now, counting });
  } catch (error) {
    // A repetition at the same time, or a second application of the same person.
    if (!isAlreadyThere(error)) throw error;
    const same = await lookUpApplication(db, id);
    if (same) return same;
    throw new Problem('already_applied', {
      zh: '您在这个年度评审中已有一份未办结的申报，不能重复申报。',
      en: 'You have an application in this annual review that has not come to its end, and cannot apply twice.',
    });
  }
  const opened = await lookUpApplication(db, id);
  if (!opened) throw new Error(`application ${id} was opened and is not there`);
  return opened;
}

/** The unit the caller applies from: their only one, or the one they name. */
function employerOf({ bindings }: Caller, requestedUnit: string | undefined): string {
  const units = bindings.filter(({ role }) => role === 'applicant').flatMap(({ scope }) => scope ?? []);
  if (units.length === 0)
    throw new Problem('not_permitted', {
      zh: '您没有申报人角色，请联系所在单位。',
      en: 'You do not have the role of an applicant; please ask your unit.',
    });
  const unit =
    requestedUnit === undefined && units.length === 1 ? units[0] : units.find((one) => one === requestedUnit);
  if (unit === undefined)
    throw invalid([
      {
        field: 'unitId',
        message: '请写明由哪个所在单位申报。',
        messageEn: 'Please say which of your units you apply from.',
      },
    ]);
  return unit;
}

function notOffered({ level, track, specialty }: NewApplication, policy: Policy): FieldError[] {
  return [
    ...(policy.levels.value.includes(level)
      ? []
      : [
          {
            field: 'level',
            message: '这个年度评审不受理该级别。',
            messageEn: 'This annual review does not offer that level.',
          },
        ]),
    ...(entryOf(policy.codes.tracks, track) !== null
      ? []
      : [
          {
            field: 'track',
            message: '这个年度评审没有该申报途径。',
            messageEn: 'This annual review does not have that track.',
          },
        ]),
    ...(policy.specialties.some(({ code }) => code === specialty)
      ? []
      : [
          {
            field: 'specialty',
            message: '这个年度评审没有该专业。',
            messageEn: 'This annual review does not have that specialty.',
          },
        ]),
  ];
}

function invalid(errors: readonly FieldError[]): Problem {
  const [first] = errors;
  return new Problem('body_invalid', labelsOf(first ?? { message: '', messageEn: '' }), {
    errors,
    field: first?.field ?? null,
  });
}

/** The id a person's key always leads to, in the form of a UUID. */
function idFrom(personId: string, key: string): string {
  const hex = createHash('sha256').update(`application\n${personId}\n${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
