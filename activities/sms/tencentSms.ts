import { createHash, createHmac } from 'node:crypto';
import { type Sms, SmsRefused, type SmsTools } from './sms.js';
import { readSmsSettings } from './smsSettings.js';

// The official package has a client for each of some 200 services; the signature is thirty lines and has a published example.
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** What a signature is made over. */
export interface TencentCall {
  readonly host: string;
  readonly service: string;
  readonly action: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

const contentType = 'application/json; charset=utf-8';
const signedHeaders = 'content-type;host;x-tc-action';

/** The Authorization header of a call, by TC3-HMAC-SHA256. */
export function tencentAuthorization(
  { host, service, action, body, timestamp }: TencentCall,
  { keyId, secret }: { readonly keyId: string; readonly secret: string },
): string {
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const text = ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secret}`, date), service), 'tc3_request');
  const signature = hmac(key, text).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

interface Answer {
  readonly Response?: {
    readonly Error?: { readonly Code?: string };
    readonly SendStatusSet?: readonly { readonly Code?: string }[];
  };
}

/** 腾讯云短信 (sms 2021-01-11, SendSms). */
export function createTencentSms(url: URL, { fetch, now }: SmsTools): Sms {
  const settings = readSmsSettings(url);
  const { host, sign, templates } = settings;
  const app = url.searchParams.get('app');
  if (!app) throw new Error('SMS_URL: 缺少 / is missing: app');
  const region = url.searchParams.get('region') ?? 'ap-guangzhou';
  return {
    async send({ phone, kind, values }) {
      const body = JSON.stringify({
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: app,
        SignName: sign,
        TemplateId: templates[kind],
        TemplateParamSet: values,
      });
      const timestamp = Math.floor(now() / 1000);
      const call = { host, service: 'sms', action: 'SendSms', body, timestamp };
      const headers = {
        authorization: tencentAuthorization(call, settings),
        'content-type': contentType,
        'x-tc-action': call.action,
        'x-tc-version': '2021-01-11',
        'x-tc-timestamp': String(timestamp),
        'x-tc-region': region,
      };
      const response = await fetch(`https://${host}/`, { method: 'POST', headers, body });
      const { Response: answer = {} } = (await response.json().catch(() => ({}))) as Answer;
      const code = answer.Error?.Code ?? answer.SendStatusSet?.[0]?.Code ?? `HTTP ${response.status}`;
      if (code !== 'Ok') throw new SmsRefused(code);
    },
    close: () => undefined,
  };
}
