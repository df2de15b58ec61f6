import type { BilingualText } from '../../../rules/bilingualText.js';
import { usualEmployerKinds, usualSkillGrades } from '../../../rules/campaign/codes.js';
import {
  appraisalResults,
  continuingEducationModes,
  degreeLevels,
  employmentStatuses,
  genders,
  maskedItems,
  postKinds,
  publicationKinds,
  titleOrigins,
  titleWays,
} from '../../../rules/dossier/choices.js';

/** Labels of the form's choices, and of the codes that units are registered with before any campaign. */
export const choiceLabels: Readonly<Record<string, BilingualText>> = {
  ...genders,
  ...employmentStatuses,
  ...degreeLevels,
  ...titleOrigins,
  ...titleWays,
  ...postKinds,
  ...appraisalResults,
  ...publicationKinds,
  ...maskedItems,
  ...continuingEducationModes,
  ...Object.fromEntries([...usualEmployerKinds, ...usualSkillGrades].map((entry) => [entry.code, entry])),
};
