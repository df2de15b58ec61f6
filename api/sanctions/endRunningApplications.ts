import { dispatch } from '../../engine/dispatch.js';
import { findApplication } from '../../records/application/applications.js';
import { findIntake } from '../../records/application/intakes.js';
import { disqualificationsUnderWay, disqualifyKey } from '../../records/conferral/disqualifications.js';
import type { Deps } from '../deps.js';

/**
 * Dispatches the acts that the confirmation of a sanction has registered to end applications. The sweeper dispatches later
 * what fails now: the confirmation holds either way.
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
