import type { Profile } from '../application/facts.js';
import type { Policy } from '../policy/policy.js';
import { documentLabels } from './documentLabels.js';
import type { DocumentKind, Dossier, Evidence, MissingItem } from './dossier.js';
import { missingFields } from './missingFields.js';
import { type RequiredEvidence, requiredEvidence } from './requiredEvidence.js';

const publicityPapers: readonly DocumentKind[] = ['publicity_notice', 'publicity_result'];

function withPublicity(policy: Pick<Policy, 'stages'>, kinds: readonly DocumentKind[]): readonly DocumentKind[] {
  return policy.stages.unitPublicity.value ? kinds : kinds.filter((kind) => !publicityPapers.includes(kind));
}

function isThere({ anyOf, year, copies }: RequiredEvidence, evidence: readonly Evidence[]): boolean {
  const fitting = evidence.filter(({ kind, year: of }) => anyOf.includes(kind) && (year === null || of === year));
  return fitting.length >= copies;
}

function asMissing({ section, anyOf, year, copies, clause, note }: RequiredEvidence): MissingItem {
  const names = anyOf.map((kind) => documentLabels[kind]);
  const zh = names.map((name) => name.zh).join('或');
  const en = names.map((name) => name.en).join(' or ');
  return {
    section,
    field: `documents.${anyOf[0]}${year === null ? '' : `.${year}`}`,
    clause,
    message: `请上传${year === null ? '' : `${year}年度`}${zh}${copies > 1 ? `，共${copies}份` : ''}。${note?.zh ?? ''}`,
    messageEn: `Please upload${year === null ? '' : `, for ${year}`}: ${en}${copies > 1 ? `, ${copies} files` : ''}.${note ? ` ${note.en}` : ''}`,
  };
}

/**
 * Everything a submission lacks, all at once: fields first, then evidence, each by section, field and clause
 * (通知 四（一）1–10, 四（四）–（七）). Empty when the dossier is complete. Holds none of the dossier's content.
 */
export function missingItems(
  dossier: Dossier,
  evidence: readonly Evidence[],
  profile: Profile,
  policy: Policy,
): readonly MissingItem[] {
  return [
    ...missingFields(dossier, evidence, profile, policy),
    ...requiredEvidence(profile, dossier, policy)
      .filter((required) => !isThere(required, evidence))
      .map(asMissing),
  ];
}

/** What the unit attaches to its recommendation: publicity result, Annex 2 and Annex 3 (通知 四（二）). */
export function recommendationAttachments(policy: Policy): readonly DocumentKind[] {
  return withPublicity(policy, ['publicity_result', 'recommendation', 'commitment']);
}

/**
 * The paper originals handed in to the committee (通知 三、其他事宜（三）), one entry a copy: the review form twice. Every candidate
 * hands in the same, whatever the level or track.
 */
export function originalsRequired(_profile: Profile, policy: Pick<Policy, 'stages'>): readonly DocumentKind[] {
  return withPublicity(policy, [
    'review_form',
    'review_form',
    'publicity_notice',
    'publicity_result',
    'recommendation',
    'commitment',
  ]);
}
