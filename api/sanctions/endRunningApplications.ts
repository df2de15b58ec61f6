import { dispatch } from '../../engine/dispatch.js';
import { findApplication } from '../../records/application/applications.js';
import { findIntake } from '../../records/application/intakes.js';
import { disqualificationsUnderWay, disqualifyKey } from '../../records/conferral/disqualifications.js';
import type { Deps } from '../deps.js';

/**
 * Hands on the ends that the confirmation of a sanction has registered. What cannot be handed on now the sweeper hands on
 * later: the confirmation stands either way, and is answered as such.
 */
export async function endRunningApplications(deps: Deps, sanctionId: string): Promise<void> {
  const ids = await disqualificationsUnderWay(deps.db, sanctionId);
  await Promise.all(
    ids.map(async (applicationId) => {
      try {
        const [application, intake] = await Promise.all([
          findApplication(deps.db, applicationId),
          findIntake(deps.db, { applicationId, key: disqualifyKey(sanctionId) }),
        ]);
        if (application && intake) await dispatch(deps, application, intake);
      } catch (error) {
        deps.logger.error({ err: error, application: applicationId }, 'could not hand on the end by a sanction');
      }
    }),
  );
}
