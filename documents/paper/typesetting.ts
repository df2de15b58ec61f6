import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What a thread is asked to set. */
export interface TypesettingTask {
  /** The paper with its verification, as JSON. */
  readonly paper: string;
  readonly standard: PdfStandard;
  /** Seconds since 1970. */
  readonly createdAt: number;
}

/** PDF/A-2a to be kept, PDF/UA-1 for what the public reads: Typst writes one of them at a time. */
export type PdfStandard = 'a-2a' | 'ua-1';

/** Characters that no font of the papers has: they would be printed as boxes. */
export class GlyphMissing extends Error {
  override readonly name = 'GlyphMissing';
  constructor(readonly characters: readonly string[]) {
    super(`no glyph for ${characters.map((one) => `U+${one.codePointAt(0)?.toString(16)}`).join(', ')}`);
  }
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const fontFolders = [
  import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
].map((file) => fileURLToPath(new URL('.', file)));
let compiler: NodeCompiler | null = null;

/**
 * Sets a paper with Typst, in this thread.
 *
 * @throws GlyphMissing for characters that cannot be printed; Error where the template itself fails
 */
export function typeset({ paper, standard, createdAt }: TypesettingTask): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders }] });
  const task = { mainFilePath: `${folder}paper.typ`, inputs: { paper } };
  try {
    return compiler.pdf(task, { pdfStandard: standard, creationTimestamp: createdAt });
  } catch (thrown) {
    throw missingGlyphs(thrown) ?? thrown;
  } finally {
    // What was set stays in memory for two more papers: a batch shares its tables, nobody else's content is kept for long.
    compiler.evictCache(2);
  }
}

/** Typst names each text that a font cannot show. */
function missingGlyphs(thrown: unknown): GlyphMissing | null {
  const text = thrown instanceof Error ? thrown.message : '';
  const shown = [...text.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, one = '']) => one);
  const characters = shown.filter((one) => !one.startsWith('\\')).flatMap((one) => [...one]);
  return characters.length === 0 ? null : new GlyphMissing([...new Set(characters)]);
}
