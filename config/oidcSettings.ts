import { readFileSync } from 'node:fs';

/** By what of theirs a person is found who signs in elsewhere. */
export const oidcMatches = ['email', 'phone', 'idNumber'] as const;
export type OidcMatch = (typeof oidcMatches)[number];

/** Another service at which people sign in (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly label: string;
  readonly scope: string;
  readonly match: OidcMatch;
  /** The claim that holds it. */
  readonly claim: string;
  /** The claim that says whether it was verified; null: the service vouches for every value. */
  readonly verifiedClaim: string | null;
}

const claims: Readonly<Record<OidcMatch, { readonly claim: string; readonly scope: string }>> = {
  email: { claim: 'email', scope: 'openid email' },
  phone: { claim: 'phone_number', scope: 'openid phone' },
  idNumber: { claim: 'id_number', scope: 'openid profile' },
};

/**
 * Reads the settings of OIDC_ISSUER and the variables beside it; undefined where no issuer is named.
 *
 * @throws Error naming the variable that is missing or cannot be used
 */
export function oidcSettings(text: (name: string) => string | undefined): OidcSettings | undefined {
  const issuer = text('OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !['127.0.0.1', 'localhost'].includes(hostname))
    throw new Error('OIDC_ISSUER: 须为 https 地址 / has to be an https address');
  const match = oidcMatches.find((one) => one === (text('OIDC_MATCH') ?? 'phone'));
  if (match === undefined) throw new Error(`OIDC_MATCH: 只能是 / can only be: ${oidcMatches.join(', ')}`);
  const { claim: usual, scope } = claims[match];
  const claim = text('OIDC_CLAIM') ?? usual;
  const verified = text('OIDC_VERIFIED_CLAIM') ?? `${claim}_verified`;
  return {
    issuer,
    clientId: needed('OIDC_CLIENT_ID', text('OIDC_CLIENT_ID')),
    clientSecret: needed('OIDC_CLIENT_SECRET', text('OIDC_CLIENT_SECRET') ?? secretIn(text('OIDC_CLIENT_SECRET_FILE'))),
    label: text('OIDC_LABEL') ?? '统一身份认证登录 Single sign-on',
    scope: text('OIDC_SCOPE') ?? scope,
    match,
    claim,
    verifiedClaim: verified === 'none' ? null : verified,
  };
}

function needed(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${name}: 缺少 / is missing`);
  return value;
}

const secretIn = (file: string | undefined) =>
  file === undefined ? undefined : readFileSync(file, 'utf8').trim() || undefined;
