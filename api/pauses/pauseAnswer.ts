import { z } from 'zod';
import { pauseStates } from '../../rules/campaign/pauseStates.js';
import { at, role } from '../openapi/parts.js';

const count = z.int().min(0);
const Step = z.object({ at, role, personId: z.string() });
const Reached = z.object({
  total: count.describe('涉及的申报'),
  moved: count.describe('已办理'),
  refused: count.describe('不予办理，例如已单独中止的'),
  doneAt: at.nullable().describe('全部办理完毕的时间'),
});

/** A pause of the deadlines of all running applications of a campaign. */
export const PauseAnswer = z
  .object({
    id: z.uuid(),
    state: z.enum(pauseStates),
    reason: z.string(),
    until: z.iso.date(),
    requested: Step,
    decided: Step.nullable(),
    paused: Reached.nullable(),
    ended: Step.extend({ reason: z.string() }).nullable(),
    resumed: Reached.nullable(),
  })
  .meta({ id: 'CampaignPause' });
