import pMap from 'p-map';
import type { Engine } from '../../engine/engine.js';
import { startFromRecord } from '../../ops/imports/startFromRecord.js';
import { takeOver } from '../../ops/imports/takeOver.js';
import { findApplication } from '../../records/application/applications.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { addDepartments, addUnits } from '../../records/people/addOrganisations.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { sampleDepartments, sampleUnits } from '../samples/organisations.js';
import { candidateOf } from './candidate.js';
import { sampleImport } from './sampleImport.js';
import { samples } from './samples.js';

export interface ImportTarget {
  readonly db: Database;
  readonly engine: Pick<Engine, 'start'>;
  readonly dataDir: string;
  readonly now: Instant;
}

/** Adds the units and departments of the demo. */
export async function fillOrganisations(db: Database): Promise<void> {
  await addDepartments(db, sampleDepartments);
  await addUnits(db, sampleUnits);
}

/** Imports every sample that is missing, and starts those whose start was cut off. Their people must exist. */
export async function fillSamples(target: ImportTarget, { policy, calendar }: Campaign): Promise<void> {
  await pMap(
    samples.entries(),
    async ([index, sample]) => {
      const underWay = sampleImport(sample, index, policy, calendar, target.now);
      const present = await findApplication(target.db, underWay.applicationId);
      if (present === null) await takeOver({ ...target, unit: candidateOf(sample, index, policy).unit }, underWay);
      else if (present.startedAt === null) await startFromRecord(target, present);
    },
    { concurrency: 8 },
  );
}
