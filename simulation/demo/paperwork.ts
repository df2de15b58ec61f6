import type { PastDocument } from '../../ops/imports/underWay.js';
import { day, hour, type Instant } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { type SampleDocument, sampleDocument, sampleEvidence, unitPapers } from '../samples/evidence.js';
import type { BackdatedStory } from './backdatedStory.js';
import type { Candidate } from './candidate.js';
import type { Sample } from './samples.js';
import { clerkOf, personIdOf } from './staff.js';

const minute = 60_000;

/**
 * The uploads of a sample: evidence on the first day, a proof with each correction, the unit's papers before it
 * recommends, and its photo of the posting.
 */
export function paperwork(
  sample: Sample,
  { begin, result, acts }: BackdatedStory,
  { candidacy, unit, account }: Candidate,
  dossier: Dossier,
  now: Instant,
): readonly PastDocument[] {
  const upload = (documents: readonly SampleDocument[], uploadedBy: string, from: Instant): PastDocument[] =>
    documents.map(({ mediaType: _, ...document }, place) => ({
      ...document,
      uploadedBy,
      uploadedAt: from + place * minute,
    }));
  const clerk = personIdOf(candidacy.policy.id, clerkOf(unit.id));
  const papers = (at: Instant) => upload(unitPapers(candidacy), clerk, at - 10 * minute);
  const evidence = sample.form === 'complete' ? sampleEvidence(candidacy, dossier) : [];
  const recommended = acts.find(([{ event }]) => event === 'recommend')?.[0].receivedAt;
  const early = sample.papers ? papers(Math.min(result.at + 10 * hour, now)) : [];
  const corrections = acts
    .filter(([{ event }]) => event === 'resubmit')
    .flatMap(([{ receivedAt }], round) => {
      const proof = sampleDocument(candidacy, 'achievement_evidence', { note: `补正${round + 1}` });
      return upload([proof], account.id, receivedAt - 30 * minute);
    });
  const posted = acts
    .filter(([{ event }]) => event === 'confirm_unit_posting')
    .flatMap(([{ receivedAt }]) =>
      upload([sampleDocument(candidacy, 'posting_photo')], clerk, receivedAt - 10 * minute),
    );
  return [
    ...upload(evidence, account.id, begin - 2 * day + hour),
    ...corrections,
    ...posted,
    ...(recommended === undefined ? early : papers(recommended)),
  ];
}
