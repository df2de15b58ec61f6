import { createHash, createHmac } from 'node:crypto';
import { type Sms, SmsRefused, type SmsTools } from './sms.js';
import { smsPlaces } from './smsKinds.js';
import { readSmsSettings } from './smsSettings.js';

// The official package brings a dozen others with it; the signature is forty lines and has a published example.
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** What a signature is made over. */
export interface AliyunCall {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  /** `2023-10-26T10:22:32Z` */
  readonly date: string;
  readonly nonce: string;
}

/** The query as it is signed and sent. */
export function aliyunQuery(query: AliyunCall['query']): string {
  return Object.keys(query)
    .toSorted()
    .map((name) => `${encoded(name)}=${encoded(query[name] ?? '')}`)
    .join('&');
}

/** The headers of a call without a body, signed by ACS3-HMAC-SHA256 (V3 of the signature). */
export function aliyunHeaders(
  { host, action, version, query, date, nonce }: AliyunCall,
  { keyId, secret }: { readonly keyId: string; readonly secret: string },
): Record<string, string> {
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = ['POST', '/', aliyunQuery(query), lines, names.join(';'), sha256('')].join('\n');
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const { host: _, ...sent } = headers;
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { ...sent, authorization };
}

/** 阿里云短信服务 (Dysmsapi 2017-05-25, SendSms). */
export function createAliyunSms(url: URL, { fetch, now, nonce }: SmsTools): Sms {
  const { keyId, secret, host, sign, templates } = readSmsSettings(url);
  return {
    async send({ phone, kind, values }) {
      const places = smsPlaces[kind].map((place, index) => [place, values[index] ?? '']);
      const query = {
        PhoneNumbers: phone,
        SignName: sign,
        TemplateCode: templates[kind],
        TemplateParam: JSON.stringify(Object.fromEntries(places)),
      };
      const date = `${new Date(now()).toISOString().slice(0, 19)}Z`;
      const call = { host, action: 'SendSms', version: '2017-05-25', query, date, nonce: nonce() };
      const address = `https://${host}/?${aliyunQuery(query)}`;
      const response = await fetch(address, { method: 'POST', headers: aliyunHeaders(call, { keyId, secret }) });
      const { Code: code = `HTTP ${response.status}` } = (await response.json().catch(() => ({}))) as { Code?: string };
      if (code !== 'OK') throw new SmsRefused(code);
    },
    close: () => undefined,
  };
}
