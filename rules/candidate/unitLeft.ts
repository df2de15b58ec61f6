import type { MissingItem } from '../dossier/dossier.js';
import { type Cited, cite } from '../policy/clauses.js';

/** Why somebody who left the unit of a draft cannot submit it there: that unit recommends its own people. */
export function unitLeft(policy: Cited): MissingItem {
  return {
    section: 'basicInformation',
    field: 'profile.unit',
    clause: cite(policy, 'scope'),
    message: '您已不是这份申报的用人单位的人员，请由现在的单位另行申报。',
    messageEn: 'You no longer belong to the unit of this application; please apply from your present unit.',
  };
}
