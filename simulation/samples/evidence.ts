import { originalsRequired } from '../../rules/dossier/checklist.js';
import { documentLabels } from '../../rules/dossier/documentLabels.js';
import type { DocumentKind, Dossier, Evidence } from '../../rules/dossier/dossier.js';
import { requiredEvidence } from '../../rules/dossier/requiredEvidence.js';
import type { Candidacy } from './dossier.js';
import { samplePdf } from './pdf.js';
import { samplePhoto } from './photo.js';

/** A file to upload. */
export interface SampleDocument extends Evidence {
  readonly fileName: string;
  readonly mediaType: 'application/pdf' | 'image/png';
  readonly content: Buffer;
}

/** The file name: the first of the kind's names, without quotation marks. */
function shortName(kind: DocumentKind): string {
  return (documentLabels[kind].zh.split('或')[0] ?? '').replace(/[《》“”]/g, '');
}

/** A document of any kind; `note` distinguishes several of the same kind and year. */
export function sampleDocument(
  { person, employer }: Pick<Candidacy, 'person' | 'employer'>,
  kind: DocumentKind,
  { year = null, note = '' }: { readonly year?: number | null; readonly note?: string } = {},
): SampleDocument {
  const name = [person.name, shortName(kind), year, note].filter((part) => part !== null && part !== '').join('-');
  if (kind === 'photo') {
    return { kind, year, fileName: `${name}.png`, mediaType: 'image/png', content: samplePhoto(person.index) };
  }
  const about = year === null ? [] : [`年度：${year}`];
  const lines = [documentLabels[kind].zh, `姓名：${person.name}`, `单位：${employer}`, ...about, note, '（演示材料）'];
  return { kind, year, fileName: `${name}.pdf`, mediaType: 'application/pdf', content: samplePdf(lines) };
}

/** Every document that this form requires; where several kinds would do, the first. */
export function sampleEvidence(candidacy: Candidacy, dossier: Dossier): readonly SampleDocument[] {
  return requiredEvidence(candidacy.profile, dossier, candidacy.policy).flatMap(({ anyOf: [kind], year, copies }) =>
    kind
      ? Array.from({ length: copies }, (_, copy) =>
          sampleDocument(candidacy, kind, { year, note: copy === 0 ? '' : String(copy + 1) }),
        )
      : [],
  );
}

/** What the unit attaches before it recommends: the publicity notice and its result, Annex 2 and Annex 3. */
export function unitPapers(candidacy: Candidacy): readonly SampleDocument[] {
  const kinds = new Set(originalsRequired(candidacy.profile, candidacy.policy));
  kinds.delete('review_form');
  return [...kinds].map((kind) => sampleDocument(candidacy, kind));
}
