import type { auditGuards } from '../../../../rules/application/guards/auditGuards.js';
import { clauseOfConditions } from '../../../../rules/candidate/unmetConditions.js';
import { draft } from '../../../support/facts.js';
import { clauseOf, items, judging, opensOf, policy } from './judging.js';

const unmet = [
  { degree: null, holds: 'mid', years: 5, obtainedBefore: null, obtainedFrom: null, lacks: 'years' },
] as const;

judging<keyof typeof auditGuards>({
  audit_open: [
    ['from its first instant', { at: opensOf('audit') }, null],
    ['a millisecond before', { at: opensOf('audit') - 1 }, ['window_not_open', null, clauseOf('audit')]],
    ['no window', { at: 0, policy: { ...policy, audit: null } }, null],
  ],
  exception_reasoned: [
    ['the conditions are met', {}, null],
    ['judged, and met', { facts: { unmetConditions: [] } }, null],
    ['not met, with reasons', { facts: { unmetConditions: unmet }, reasons: true }, null],
    [
      'not met, without reasons',
      { facts: { unmetConditions: unmet } },
      [
        'free_text_missing',
        'reason',
        `${clauseOfConditions(draft().profile, policy)}、${policy.evidence.conditionsByOffice.clause}`,
      ],
    ],
  ],
  defects_given: [
    ['one', { data: { defects: ['defect-1'] } }, null],
    ['none', { data: { defects: [] } }, ['defects_missing', 'defects']],
  ],
  submissions_left: [
    ['one left', { facts: { submissions: policy.maxSubmissions.value - 1 } }, null],
    [
      'none left',
      { facts: { submissions: policy.maxSubmissions.value } },
      ['submissions_used_up', null, policy.maxSubmissions.clause],
    ],
  ],
  defects_answered: [
    ['each', { facts: { defects: ['a', 'b'] }, data: { answered: ['b', 'a'] } }, null],
    ['one not', { facts: { defects: ['a', 'b'] }, data: { answered: ['a'] } }, ['defects_unanswered', 'answers']],
    ['another one', { facts: { defects: ['a'] }, data: { answered: ['b'] } }, ['defects_unanswered', 'answers']],
    ['nothing to answer', { data: { answered: [] } }, null],
  ],
  corrected_dossier_complete: [
    ['nothing missing', { data: { missing: [] } }, null],
    ['two items', { data: { missing: items(2) } }, ['dossier_incomplete', null, '通知 0']],
  ],
});
