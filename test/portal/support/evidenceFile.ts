import { documentLabels } from '../../../rules/dossier/documentLabels.js';
import type { DocumentKind } from '../../../rules/dossier/dossier.js';
import { samplePdf } from '../../../simulation/samples/pdf.js';
import { samplePhoto } from '../../../simulation/samples/photo.js';

/** A file that is taken as evidence of a kind: a one-inch portrait where a photo is asked for, else a PDF. */
export function evidenceFile(kind: DocumentKind, year: number | null = null): { fileName: string; content: Buffer } {
  if (kind === 'photo') return { fileName: 'photo.png', content: samplePhoto(1) };
  const content = samplePdf([documentLabels[kind].zh, year === null ? '' : `${year}年`]);
  return { fileName: `${kind}.pdf`, content };
}
