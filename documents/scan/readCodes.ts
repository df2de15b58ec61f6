import { Piscina } from 'piscina';

let pool: Piscina | null = null;
/** How long a file may take: one made to keep the engines busy ends with its thread. */
const longest = 20_000;

/** The texts of the QR codes on a scanned paper (PDF, JPEG, PNG), read in a thread of its own; none where it takes too long. */
export async function readCodes(content: Uint8Array, isPdf: boolean): Promise<readonly string[]> {
  pool ??= new Piscina({
    filename: new URL('./codesThread.mjs', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
  });
  try {
    return await pool.run({ content, isPdf }, { signal: AbortSignal.timeout(longest) });
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'AbortError') return [];
    throw thrown;
  }
}

/** Ends the thread; the next scan begins it again. */
export async function restReading(): Promise<void> {
  const ended = pool;
  pool = null;
  await ended?.destroy();
}
