import { createAliyunSms } from './aliyunSms.js';
import { createMailedSms } from './mailedSms.js';
import type { Sms, SmsTools } from './sms.js';
import { createTencentSms } from './tencentSms.js';

const adapters: Readonly<Record<string, (url: URL, tools: SmsTools) => Sms>> = {
  'aliyun:': createAliyunSms,
  'tencent:': createTencentSms,
  'smtp:': createMailedSms,
  'smtps:': createMailedSms,
};

const usual: SmsTools = {
  fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(10_000) }),
  now: Date.now,
  nonce: () => crypto.randomUUID(),
};

/**
 * The service that SMS_URL names: `aliyun://KEY:SECRET@dysmsapi.aliyuncs.com?sign=…&code=SMS_1&invitation=SMS_2&notice=SMS_3`,
 * `tencent://ID:KEY@sms.tencentcloudapi.com?app=…&region=ap-guangzhou&sign=…&code=1&invitation=2&notice=3`, or `smtp://…` for
 * an inbox where the demo reads them.
 *
 * @throws Error naming what the address lacks
 */
export function createSms(address: string, tools: Partial<SmsTools> = {}): Sms {
  const url = URL.canParse(address) ? new URL(address) : null;
  const adapter = url === null ? undefined : adapters[url.protocol];
  if (url === null || adapter === undefined) throw new Error('SMS_URL: aliyun://…, tencent://… 或 / or smtp://…');
  return adapter(url, { ...usual, ...tools });
}
