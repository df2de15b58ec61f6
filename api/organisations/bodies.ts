import { z } from 'zod';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { employerKind, employerRank } from '../http/campaignCodes.js';
import { administrativeRegion, line, slug } from '../http/text.js';
import { creditCode } from './creditCodeField.js';

export const NewDepartment = z.strictObject({ id: slug, name: line(100) });
/** Everything that is registered of a unit. `chain`: ids of the departments between the unit and the committee, the nearest first; may be empty. */
export const UnitFields = z.strictObject({
  id: slug,
  name: line(100),
  creditCode: creditCode.nullable().optional(),
  kind: employerKind,
  /** Its rank: decides who may take a track that asks for one. */
  rank: employerRank.nullable().optional(),
  /** Where it lies: decides whether its people may file where a campaign is for a region. */
  region: administrativeRegion.nullable().optional(),
  /** The unit above it, if one is: its clerks review first, then whoever reviews for it; `chain` is not looked at then. */
  superiorId: slug.nullable().optional(),
  chain: z
    .array(slug)
    .max(10)
    .refine(
      (chain) => new Set(chain).size === chain.length,
      bilingualMessage('同一部门只能出现一次。', 'A department can stand there once only.'),
    ),
});
const next = z.string().nullable();
export const UnitsAnswer = z.object({
  items: z.array(
    UnitFields.extend({ superiorName: z.string().nullable(), chainNames: z.array(z.string()) }).meta({ id: 'Unit' }),
  ),
  next,
});
export const DepartmentsAnswer = z.object({ items: z.array(NewDepartment), next });
