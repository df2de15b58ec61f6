import type { Profile } from '../application/facts.js';
import type { Dossier } from './dossier.js';

type Graduation = NonNullable<NonNullable<Dossier['education']>['entries']>[number];

/** What Annex 1 publishes of a candidate: what they apply for, who they are, their education and their achievements. */
export interface PublishablePart {
  readonly level: Profile['level'];
  readonly specialty: string;
  readonly name: string | null;
  readonly gender: string | null;
  readonly ethnicity: string | null;
  readonly politicalStatus: string | null;
  readonly idNumber: string | null;
  readonly presentTitle: string | null;
  readonly education: readonly Pick<Graduation, 'level' | 'school' | 'major' | 'graduatedOn'>[];
  readonly achievements: NonNullable<NonNullable<Dossier['achievements']>['entries']>;
}

/**
 * The part of a dossier that the unit's publicity shows (通知 附件1), to be hashed: while it stays the same, a publicity that
 * ended without objection stays valid; any change in it means a new publicity. It has the achievements of all years: what
 * `publishedAchievements` leaves out of Annex 1 today comes in when its day is changed.
 */
export function publishablePart(dossier: Dossier, { level, specialty }: Profile): PublishablePart {
  const { name, gender, ethnicity, politicalStatus, idNumber } = dossier.basicInformation ?? {};
  return {
    level,
    specialty,
    name: name ?? null,
    gender: gender ?? null,
    ethnicity: ethnicity ?? null,
    politicalStatus: politicalStatus ?? null,
    idNumber: idNumber ?? null,
    presentTitle: dossier.presentQualification?.title ?? null,
    education: (dossier.education?.entries ?? []).map(({ level: degree, school, major, graduatedOn }) => ({
      ...(degree === undefined ? {} : { level: degree }),
      ...(school === undefined ? {} : { school }),
      ...(major === undefined ? {} : { major }),
      ...(graduatedOn === undefined ? {} : { graduatedOn }),
    })),
    achievements: dossier.achievements?.entries ?? [],
  };
}
