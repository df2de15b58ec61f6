import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { OidcSettings } from '../../../config/oidcSettings.js';

/** What the provider says of whoever signs in next, and how it departs from the rules. */
export interface SignedIn {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Claims of the ID token in place of the right ones. */
  readonly idToken?: Readonly<Record<string, unknown>>;
  /** Signs with a key that it does not publish. */
  readonly otherKey?: boolean;
}

/** An OpenID provider with one client, at which everybody is signed in at once. */
export interface OidcProvider {
  readonly settings: OidcSettings;
  /** Who signs in from now on. */
  signedIn: SignedIn;
  close(): Promise<void>;
}

const client = { clientId: 'pingshen', clientSecret: 'a secret: of the client/with signs' };

/** Starts the provider. Codes work once, with the verifier of their challenge and the secret of the client. */
export async function startOidcProvider(settings: Partial<OidcSettings> = {}): Promise<OidcProvider> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, URLSearchParams>();
  const tokens = new Map<string, Readonly<Record<string, unknown>>>();
  let issuer = '';
  const provider = { signedIn: { claims: {} } as SignedIn };

  const json = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  async function token(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams(await bodyOf(request));
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      asked?.get('code_challenge') === challenge &&
      asked.get('redirect_uri') === form.get('redirect_uri') &&
      form.get('client_id') === client.clientId &&
      form.get('client_secret') === client.clientSecret;
    if (!fits) return json(response, 400, { error: 'invalid_grant' });
    const { claims, idToken = {}, otherKey = false } = provider.signedIn;
    const sub = String(claims.sub ?? 'somebody');
    const accessToken = randomUUID();
    tokens.set(accessToken, { ...claims, sub });
    const now = Math.floor(Date.now() / 1000);
    const said = {
      iss: issuer,
      aud: client.clientId,
      sub,
      iat: now,
      exp: now + 60,
      nonce: asked.get('nonce'),
      ...idToken,
    };
    const signed = await new SignJWT(said)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign((otherKey ? other : own).privateKey);
    return json(response, 200, { access_token: accessToken, token_type: 'bearer', expires_in: 60, id_token: signed });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const answers: Readonly<Record<string, () => unknown>> = {
      '/.well-known/openid-configuration': () =>
        json(response, 200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
          code_challenge_methods_supported: ['S256'],
        }),
      '/jwks': () => json(response, 200, { keys: [jwk] }),
      '/authorize': () => {
        const code = randomUUID();
        codes.set(code, url.searchParams);
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString();
        response.writeHead(302, { location: back.href }).end();
      },
      '/token': () => token(request, response),
      '/userinfo': () => {
        const said = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''));
        return said ? json(response, 200, said) : json(response, 401, {});
      },
    };
    void (answers[url.pathname] ?? (() => json(response, 404, {})))();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const usual = { label: '统一认证', scope: 'openid phone', match: 'phone', claim: 'phone_number' } as const;
  const verifiedClaim = 'phone_number_verified';
  return Object.assign(provider, {
    settings: { issuer, ...client, ...usual, verifiedClaim, ...settings },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
