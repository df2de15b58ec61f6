import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { ROOT, readEnvironment } from '../../config/environment.js';
import { cached } from './cache.mjs';

// A Chromium in an npm package: nothing is downloaded or installed on the machine.
const PACKED = path.join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'bin', 'chromium.br');
const VERSION = '147.0.0';
const args = ['--no-sandbox', '--disable-gpu', '--no-zygote'];

/** Starts a headless Chromium: the one that `CHROMIUM` names, else the one from npm. Close it when done. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: await program(), args });
}

/** Starts the same as a server, for several processes to connect to with `chromium.connect`. */
export async function serveBrowser(): Promise<BrowserServer> {
  // `endOnSignal` ends this process: a handler of the library's own would do so first.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return await chromium.launchServer({ executablePath: await program(), args, host: '127.0.0.1', ...signals });
}

async function program(): Promise<string> {
  const named = process.env.CHROMIUM?.trim();
  if (named) return named;
  const folder = await cached(readEnvironment().cacheDir, `chromium-${VERSION}`, (draft) =>
    pipeline(
      createReadStream(PACKED),
      createBrotliDecompress(),
      createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 }),
    ),
  );
  return path.join(folder, 'chromium');
}
