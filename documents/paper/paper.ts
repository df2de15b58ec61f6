/** A label with what stands beside it; empty: what the form says where there is nothing. */
export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** A part of a paper. Texts are printed as they are. */
export type Block =
  /** A reference at the top right. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  /** A page of its own with the title, lines filled in, and who issues the form. */
  | { readonly kind: 'cover'; readonly title: string; readonly rows: readonly Labelled[]; readonly foot: string }
  /** One or two pairs a row, with a one-inch photo beside them. */
  | { readonly kind: 'pairs'; readonly rows: readonly (readonly Labelled[])[]; readonly photo: Photo | null }
  /** A table whose head comes again on each page; widths are shares. */
  | { readonly kind: 'list'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'text' | 'boxed' | 'note'; readonly paragraphs: readonly string[] }
  /** The red head of GB/T 9704, with room for the number that the office gives it by hand. */
  | { readonly kind: 'letterhead'; readonly mark: string; readonly year: number }
  /** Text in the size of GB/T 9704, to whom first. */
  | { readonly kind: 'official'; readonly to: string; readonly paragraphs: readonly string[] }
  /** 版记 of GB/T 9704, the last of its last page: who gets a copy (null: nobody), who printed it, and on which day. */
  | { readonly kind: 'imprint'; readonly copies: string | null; readonly by: string; readonly on: string }
  /** A page begins with the label and the title of an annex. */
  | { readonly kind: 'annex'; readonly label: string; readonly title: string }
  | { readonly kind: 'pagebreak' }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** A box to be written in, signed and sealed by hand, as high as its number of millimetres. */
  | {
      readonly kind: 'opinion';
      readonly label: string;
      readonly height: number;
      readonly signer: string;
      readonly counts: readonly Labelled[];
      readonly paragraphs: readonly string[];
    }
  /** Where somebody signs and dates by hand. */
  | { readonly kind: 'signed'; readonly signer: string; readonly seal: boolean }
  /** By whom and on which day it was issued; room for the seal above it. */
  | { readonly kind: 'issued'; readonly by: string; readonly on: string }
  /** A code to be scanned, as SVG. */
  | { readonly kind: 'code'; readonly svg: string; readonly caption: string };

interface Column {
  readonly label: string;
  readonly width: number;
}

/** A picture in JPEG or PNG. */
export interface Photo {
  readonly bytes: readonly number[];
}

/** What a paper says, before it is set. The same paper makes the same file, byte for byte. */
export interface Paper {
  readonly title: string;
  readonly issuer: string;
  /** What it is about, at the foot of each page: the short number. */
  readonly reference: string;
  /** The day it speaks of, which the file carries as its own. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  /** Across each page, or null. */
  readonly watermark: string | null;
  readonly blocks: readonly Block[];
}
