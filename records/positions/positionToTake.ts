import type { EventName } from '../../rules/application/lifecycle.js';
import { takesPosition } from '../../rules/application/positionHolders.js';
import { asksPositions } from '../../rules/campaign/positions.js';
import type { Application } from '../application/applicationRow.js';
import { pinnedPolicy } from '../application/pinnedPolicy.js';
import type { Database } from '../database.js';
import type { PositionsOf } from './positionLock.js';

/** The positions with which an act on this application has to be counted; null where it takes none, or none are asked for. */
export async function positionToTake(
  database: Database,
  application: Pick<Application, 'id' | 'campaignId' | 'openedAt' | 'facts'>,
  event: EventName,
): Promise<PositionsOf | null> {
  if (!takesPosition(event)) return null;
  const { policy } = await pinnedPolicy(database, application);
  const { campaignId } = application;
  const { unitId, profile } = application.facts;
  return asksPositions(policy, profile.employerKind) ? { campaignId, unitId, level: profile.level } : null;
}
