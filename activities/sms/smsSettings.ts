import { type SmsKind, smsKinds } from './smsKinds.js';

/** What every operator's service needs: a pair of keys, a signature shown before the text, and a template for each kind. */
export interface SmsSettings {
  readonly keyId: string;
  readonly secret: string;
  readonly host: string;
  /** 短信签名, as it is registered with the operator. */
  readonly sign: string;
  readonly templates: Readonly<Record<SmsKind, string>>;
}

/** Reads them from SMS_URL. @throws Error naming what is missing */
export function readSmsSettings(url: URL): SmsSettings {
  const [keyId, secret] = [url.username, url.password].map(decodeURIComponent);
  const given = (name: string) => url.searchParams.get(name) ?? '';
  const missing = ['sign', ...smsKinds].filter((name) => given(name) === '');
  if (!keyId || !secret) missing.unshift('KEY:SECRET@');
  if (missing.length > 0) throw new Error(`SMS_URL: 缺少 / is missing: ${missing.join(', ')}`);
  const templates = Object.fromEntries(smsKinds.map((kind) => [kind, given(kind)])) as Record<SmsKind, string>;
  return { keyId: keyId ?? '', secret: secret ?? '', host: url.host, sign: given('sign'), templates };
}
