import type { LocalDate } from '../../calendar/instant.js';
import { trackOf, usualEmployerKinds, usualExemptionGrounds, usualSkillGrades } from '../../campaign/codes.js';
import { fieldsByPath } from '../fieldsByPath.js';
import type { DraftValues } from './draftValues.js';

/** A draft with what most notices have: the usual values with their sources, none of them confirmed; no date, no name. */
export function blankDraft(today: LocalDate): DraftValues {
  const year = Number(today.slice(0, 4));
  const usual = Object.entries(fieldsByPath).flatMap(([path, { usual: value }]) => (value ? [[path, value]] : []));
  return {
    id: `review-${year}`,
    year,
    announcedOn: today,
    region: 'national',
    'codes.tracks': [trackOf({ code: 'regular', zh: '正常申报', en: 'Regular', clause: '通知' })],
    'codes.employerKinds': usualEmployerKinds,
    'codes.employerRanks': [],
    'codes.skillGrades': usualSkillGrades,
    'codes.exemptionGrounds': usualExemptionGrounds,
    ...Object.fromEntries(usual),
  };
}
