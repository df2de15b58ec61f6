import type { Paper } from './paper.js';

/** Where on a paper the issuer's seal goes: centred on the last place where these words stand, as seal services look for it. */
export interface SealPlace {
  readonly words: string;
}

/** A paper as it is given to a service outside. */
export interface PaperToServe {
  readonly title: string;
  readonly pdf: Uint8Array;
  /** Null: the paper has no place for the issuer's seal. */
  readonly place: SealPlace | null;
}

/** An authority's electronic seal (电子签章), which is outside: it gets a paper and answers the same one, sealed. */
export interface Seal {
  seal(paper: PaperToServe & { readonly place: SealPlace }): Promise<Uint8Array>;
}

/** A converter to OFD (GB/T 33190), which is outside. It is told the place too: a seal on the PDF would be lost. */
export interface OfdConverter {
  convert(paper: PaperToServe): Promise<Uint8Array>;
}

/** Where a paper is sealed by whoever issues it: over their name at its end. Papers sealed by a unit by hand have none. */
export function sealPlaceOf({ blocks }: Pick<Paper, 'blocks'>): SealPlace | null {
  const issued = blocks.findLast((block) => block.kind === 'issued');
  return issued === undefined ? null : { words: issued.by };
}
