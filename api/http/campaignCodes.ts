import { z } from 'zod';
import type { BilingualText } from '../../rules/bilingualText.js';
import { employerKinds, levels, skillGrades, tracks } from '../../rules/campaign/codes.js';
import { bilingualMessage } from './bilingualMessage.js';

/** A code of a table; the reference lists the codes with their labels. */
function codeIn(codes: Readonly<Record<string, BilingualText>>) {
  const listed = Object.entries(codes).map(([code, { zh }]) => `${code} ${zh}`);
  return z
    .string()
    .refine(
      (code) => Object.hasOwn(codes, code),
      bilingualMessage('请从所列选项中选择。', 'Please choose one of the options.'),
    )
    .meta({ description: listed.join('、') });
}

export const level = codeIn(levels);
export const track = codeIn(tracks);
export const employerKind = codeIn(employerKinds);
export const skillGrade = codeIn(skillGrades);
