import { z } from 'zod';
import type { Dossier, SectionName } from '../../rules/dossier/dossier.js';
import { achievements } from './achievements.js';
import { appraisals } from './appraisals.js';
import { basicInformation } from './basicInformation.js';
import { continuingEducation } from './continuingEducation.js';
import { defenseExemption } from './defenseExemption.js';
import { education } from './education.js';
import { mandarin } from './mandarin.js';
import { masking } from './masking.js';
import { otherAttachments } from './otherAttachments.js';
import { presentQualification } from './presentQualification.js';
import { publications } from './publications.js';
import { skilledCertificate } from './skilledCertificate.js';
import { workHistory } from './workHistory.js';
import { workSummary } from './workSummary.js';

/** One schema a section of the form, in the notice's order. Unknown fields are refused; any field may be absent. */
export const sectionSchemas = {
  basicInformation,
  education,
  presentQualification,
  workHistory,
  achievements,
  appraisals,
  workSummary,
  publications,
  otherAttachments,
  masking,
  continuingEducation,
  mandarin,
  skilledCertificate,
  defenseExemption,
} as const satisfies { readonly [Name in SectionName]: z.ZodType<NonNullable<Dossier[Name]>> };

/** The whole form, as incomplete as a draft may be: what is filled in must be right, what is missing may be. */
export const dossierSchema = z.strictObject({
  basicInformation: basicInformation.exactOptional(),
  education: education.exactOptional(),
  presentQualification: presentQualification.exactOptional(),
  workHistory: workHistory.exactOptional(),
  achievements: achievements.exactOptional(),
  appraisals: appraisals.exactOptional(),
  workSummary: workSummary.exactOptional(),
  publications: publications.exactOptional(),
  otherAttachments: otherAttachments.exactOptional(),
  masking: masking.exactOptional(),
  continuingEducation: continuingEducation.exactOptional(),
  mandarin: mandarin.exactOptional(),
  skilledCertificate: skilledCertificate.exactOptional(),
  defenseExemption: defenseExemption.exactOptional(),
}) satisfies z.ZodType<Dossier>;
