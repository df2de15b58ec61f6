import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { specialtyScores } from '../../records/application/specialtyScores.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { drawnSeats, heldHere } from '../../records/meeting/minutesOf.js';
import type { MeetingResult, TallySource } from '../../rules/application/act.js';
import { committeeOf } from '../../rules/policy/committees.js';
import type { Circumstances } from './forms.js';

/** The specialty's scores, which only a candidate exempt from the defense needs (通知 四（四）). */
export async function specialtyOf({ db, application }: Circumstances): Promise<MeetingResult['specialty']> {
  const { campaignId, profile } = application.facts;
  if (!profile.defenseExempt) return { sum: 0, count: 0, pending: 0 };
  const { policy } = await pinnedPolicy(db, application);
  return await specialtyScores(db, { campaignId, specialty: profile.specialty }, policy);
}

/** What the tally of an application has to be taken from: minutes signed here, else those on paper. */
export async function minutesOf({ db, application }: Circumstances): Promise<TallySource> {
  const { campaignId, profile } = application.facts;
  const here = await heldHere(db, application.id);
  if (here?.tally) return { kind: 'signed', meetingId: here.meetingId, metOn: here.metOn, tally: here.tally };
  const [documents, { policy }] = await Promise.all([documentsOf(db, application.id), pinnedPolicy(db, application)]);
  const scan = documents.findLast(({ kind }) => kind === 'paper_minutes');
  const committee = committeeOf(profile.specialty, policy)?.code ?? '';
  return {
    kind: 'paper',
    scan: scan ? { documentId: scan.id, hash: scan.sha256 } : null,
    drawn: await drawnSeats(db, { campaignId, committee }),
    heldHere: here !== null,
  };
}
