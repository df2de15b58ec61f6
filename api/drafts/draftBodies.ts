import { z } from 'zod';
import { isDraftPath } from '../../rules/policy/drafts/draftPaths.js';
import { setUpSteps } from '../../rules/policy/drafts/steps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { isStorable, line, paragraph, slug } from '../http/text.js';
import { year } from '../policy/kindSchemas.js';

const path = line(100).refine(
  isDraftPath,
  bilingualMessage('政策中没有这一项。', 'A policy has nothing of this name.'),
);

const unfit = bilingualMessage(
  '含有不可见的控制字符，或层次过深。',
  'It contains invisible control characters, or is nested too deeply.',
);
/** A value as somebody is writing it: it is stored as it is, and what is wrong with it is said beside it. */
const unfinished = z.unknown().refine(isStorable, unfit);

/** What a draft begins with. A file may be incomplete; what a policy does not have is dropped. */
export const NewDraft = z.strictObject({
  basis: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('blank') }),
    z.strictObject({ kind: z.literal('notice'), id: slug }),
    z.strictObject({ kind: z.literal('campaign'), id: slug }),
    z.strictObject({ kind: z.literal('amendment'), id: slug }).meta({ description: '修订已有的年度评审' }),
    z.strictObject({ kind: z.literal('file'), policy: z.record(z.string(), z.unknown()).refine(isStorable, unfit) }),
  ]),
  year: year.optional().meta({ description: '另一年度：所有日期随之平移，并须逐项核对' }),
});

/** Changes of single parts of the draft with this seq; a part without a value is taken away. */
export const DraftChange = z.strictObject({
  seq: z.int().min(1),
  step: z.enum(setUpSteps).optional(),
  changes: z
    .array(z.strictObject({ path, value: unfinished.optional() }))
    .max(500)
    .default([]),
});

/** The draft as its author has seen it, and what the campaign rests on. */
export const DraftCreation = z.strictObject({ seq: z.int().min(1), reason: paragraph(2000) });
