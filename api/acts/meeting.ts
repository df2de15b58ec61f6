import { specialtyScores } from '../../records/application/specialtyScores.js';
import type { MeetingResult } from '../../rules/application/act.js';
import type { Circumstances } from './forms.js';

/** The specialty's scores, which only a candidate exempt from the defense needs (通知 四（四）). */
export async function specialtyOf({ db, application }: Circumstances): Promise<MeetingResult['specialty']> {
  const { campaignId, profile } = application.facts;
  return profile.defenseExempt
    ? await specialtyScores(db, { campaignId, specialty: profile.specialty })
    : { sum: 0, count: 0, pending: 0 };
}
