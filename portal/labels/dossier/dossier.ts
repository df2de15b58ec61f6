import type { BilingualText } from '../../../rules/bilingualText.js';
import { employerKinds, levels, skillGrades, tracks } from '../../../rules/campaign/codes.js';
import {
  appraisalResults,
  continuingEducationModes,
  degreeLevels,
  employmentStatuses,
  genders,
  maskedItems,
  publicationKinds,
  titleOrigins,
} from '../../../rules/dossier/choices.js';

/** Labels of the form's choices and of the codes of a campaign. */
export const choiceLabels: Readonly<Record<string, BilingualText>> = {
  ...genders,
  ...employmentStatuses,
  ...degreeLevels,
  ...titleOrigins,
  ...appraisalResults,
  ...publicationKinds,
  ...maskedItems,
  ...continuingEducationModes,
  ...skillGrades,
  ...levels,
  ...tracks,
  ...employerKinds,
};
