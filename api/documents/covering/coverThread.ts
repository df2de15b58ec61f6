import { parentPort } from 'node:worker_threads';
import { coverContent, pageImage } from './coverContent.js';
import type { CoverAnswer, CoverQuestion } from './coverFile.js';

// A thread of its own: what a hostile file costs in time and memory ends with it.

async function answer({ content, mediaType, ...question }: CoverQuestion): Promise<CoverAnswer> {
  try {
    if ('page' in question) return await pageImage(content, mediaType, question.page);
    return { image: await coverContent(content, mediaType, question.areas), pages: 0 };
  } catch {
    return null;
  }
}

parentPort?.on('message', async (question: CoverQuestion) => parentPort?.postMessage(await answer(question)));
