import { createReadStream } from 'node:fs';
import NodeClam from 'clamscan';
import { Problem } from '../http/problem.js';

/**
 * Has clamd look at a file, where an address is given: `tcp://host:3310`.
 *
 * @throws Problem `file_refused` when it finds something, `scan_unavailable` when it does not answer
 */
export async function scanForViruses(clamdUrl: string | null, file: string): Promise<void> {
  if (clamdUrl === null) return;
  const { hostname: host, port } = new URL(clamdUrl);
  const infected = await ask(host, Number(port || 3310), file).catch(() => {
    throw new Problem('scan_unavailable', {
      zh: '病毒检查暂时不可用，文件没有收下，请稍后再试。',
      en: 'The virus scanner does not answer; the file was not taken. Please try again shortly.',
    });
  });
  if (infected)
    throw new Problem('file_refused', {
      zh: '文件含有病毒，不能上传。',
      en: 'The file contains a virus and cannot be uploaded.',
    });
}

async function ask(host: string, port: number, file: string): Promise<boolean> {
  const clamdscan = { host, port, timeout: 60_000, bypassTest: true, localFallback: false };
  const scanner = await new NodeClam().init({ clamdscan, preference: 'clamdscan' });
  const { isInfected } = await scanner.scanStream(createReadStream(file));
  if (isInfected === null) throw new Error('clamd gave no answer');
  return isInfected;
}
