import { z } from 'zod';
import { setUpSteps } from '../../rules/policy/drafts/steps.js';
import { LintAnswer } from '../campaigns/answers.js';
import { at } from '../openapi/parts.js';

const described = {
  id: z.uuid(),
  owner: z.object({ id: z.string(), name: z.string() }),
  title: z.string().nullable(),
  basis: z
    .string()
    .meta({ description: '以何为底稿：blank、file、notice:…、campaign:…；修订已有的：amendment:编号:版本' }),
  step: z.enum(setUpSteps),
  seq: z.int().meta({ description: '每次保存加一；保存时须写明所依据的一次' }),
  createdAt: at,
  changedAt: at,
};

/** A draft in a list. */
export const ListedDraftAnswer = z.object(described).meta({ id: 'ListedCampaignDraft' });

/** A draft with everything in it, by path, what is wrong with it, and what the linter finds. */
export const DraftAnswer = z
  .object({
    ...described,
    values: z.record(z.string(), z.unknown()).meta({ description: '政策各项，以路径为名：filing.committee' }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string(), messageEn: z.string() }))
      .meta({ description: '设立时会被拒绝的各项；为空即可设立' }),
    ...LintAnswer.shape,
  })
  .meta({ id: 'CampaignDraft' });

/** What a draft can begin with. */
export const DraftBasesAnswer = z
  .object({
    items: z.array(
      z.object({ kind: z.enum(['notice', 'campaign']), id: z.string(), title: z.string(), year: z.int() }),
    ),
  })
  .meta({ id: 'CampaignDraftBases' });
