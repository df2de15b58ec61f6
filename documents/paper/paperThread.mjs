// Threads do not inherit the compiler of their process.
import { register } from 'tsx/esm/api';

register();
const { typeset } = await import('./typesetting.ts');

/** Errors cross to the other thread as what they say; a missing glyph as its characters. */
export default (task) => {
  try {
    return { pdf: typeset(task) };
  } catch (thrown) {
    if (thrown.name === 'GlyphMissing') return { missing: thrown.characters };
    throw new Error('a paper could not be set');
  }
};

/** Binds papers: their number is what takes time. */
export const bind = async ({ papers, copies }) => {
  const { bindPapers } = await import('./bindPapers.ts');
  return await bindPapers(papers, copies);
};
