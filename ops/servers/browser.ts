import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { ROOT, readEnvironment } from '../../config/environment.js';
import { cached } from './cache.js';

// A whole Chromium in a package: nothing is downloaded and nothing installed on the machine.
const PACKED = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'bin', 'chromium.br');
const VERSION = '147.0.0';

/** Starts a Chromium without a window: the one that `CHROMIUM` names, else the one from npm. Close it when done. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM?.trim() || (await unpacked());
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'] });
}

async function unpacked(): Promise<string> {
  const folder = await cached(readEnvironment().cacheDir, `chromium-${VERSION}`, (draft) =>
    pipeline(
      createReadStream(PACKED),
      createBrotliDecompress(),
      createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 }),
    ),
  );
  return path.join(folder, 'chromium');
}
