import type { filingGuards } from '../../../../rules/application/guards/filingGuards.js';
import type { Status } from '../../../../rules/application/lifecycle.js';
import { instantOf } from '../../../../rules/calendar/instant.js';
import type { OwnApplication } from '../../../../rules/candidate/appliedBefore.js';
import { byDefault } from '../../../../rules/policy/campaigns/ruled.js';
import { cite } from '../../../../rules/policy/clauses.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { deputySenior } from '../../../support/facts.js';
import { items, judging, policy, refusal, tomorrow } from './judging.js';

function elsewhere(status: Status, submissions: number, specialty = deputySenior.specialty): OwnApplication {
  return { status, submissions, specialty };
}
function belonging(code: string): Policy {
  return {
    ...policy,
    belonging: byDefault({ regions: [], departments: [], units: [{ code, name: '单位' }] }, '通知 一'),
  };
}

judging<keyof typeof filingGuards>({
  dossier_complete: [
    ['nothing missing', { data: { missing: [] } }, null],
    ['one item', { data: { missing: items(1) } }, ['dossier_incomplete', null, '通知 0']],
  ],
  filing_open: [
    ['from its first instant', { at: instantOf(policy.filing.opens.value) }, null],
    [
      'a millisecond before',
      { at: instantOf(policy.filing.opens.value) - 1 },
      ['window_not_open', null, policy.filing.opens.clause],
    ],
  ],
  eligible: [
    ['nothing against it', { data: { ineligible: [] } }, null],
    ['a reason', { data: { ineligible: items(2) } }, ['not_eligible', null, '通知 0']],
  ],
  not_sanctioned: [
    ['none', { data: { sanctionedUntil: null } }, null],
    [
      'one that stands',
      { data: { sanctionedUntil: tomorrow } },
      ['sanctioned', null, cite(policy, ['sanctions', 'commitment_form'])],
    ],
  ],
  not_applied_elsewhere: [
    ['nothing', { data: {} }, null],
    ['withdrawn before it arrived', { data: { underOtherAccounts: [elsewhere('withdrawn', 0)] } }, null],
    ['decided for another specialty', { data: { underOtherAccounts: [elsewhere('not_passed', 1, 'other')] } }, null],
    [
      'under way',
      { data: { underOtherAccounts: [elsewhere('unit_review', 0)] } },
      ['already_applied', null, cite(policy, 'submission')],
    ],
    [
      'under way for another specialty',
      { data: { underOtherAccounts: [elsewhere('payment', 1, 'other')] } },
      ['already_applied', null, cite(policy, 'submission')],
    ],
    [
      'decided',
      { data: { underOtherAccounts: [elsewhere('not_accepted', 1)] } },
      ['already_final', null, cite(policy, ['submission', 'committee_audit'])],
    ],
    [
      'every submission used',
      { data: { underOtherAccounts: [elsewhere('withdrawn', 3)] } },
      ['submissions_used_up', null, policy.maxSubmissions.clause],
    ],
  ],
  belongs: [
    ['no limits', {}, null],
    ['the unit is listed', { policy: belonging('unit-1') }, null],
    ['another is', { policy: belonging('unit-2') }, ['not_eligible', 'unitId', cite(policy, 'scope')]],
  ],
});

test('What a dossier lacks, and what stands against an application, is told all at once', () => {
  for (const count of [1, 2, 3]) {
    const missing = items(count);
    expect(refusal('dossier_complete', { data: { missing } })).toMatchObject({ missing });
    expect(refusal('eligible', { data: { ineligible: missing } })).toMatchObject({
      missing,
      message: '缺',
      messageEn: 'missing',
    });
  }
});
