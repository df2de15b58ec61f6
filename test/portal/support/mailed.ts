import { until } from '../../../ops/process/ports.js';
import type { LetterBox } from '../../support/letterBox.js';

/** What a pattern captures in the latest mail to an address that matches it, waiting until there is one. */
export async function mailed(inbox: LetterBox, to: string, pattern: RegExp): Promise<string> {
  let found: string | undefined;
  const look = async () => {
    const mails = (await inbox.mails()).filter((mail) => mail.to.some(({ address }) => address === to));
    found = mails.map(({ text }) => pattern.exec(text ?? '')?.[1]).findLast((one) => one !== undefined);
    return found !== undefined;
  };
  await until(look, { timeoutMs: 20_000 });
  return found ?? '';
}
