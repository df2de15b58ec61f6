import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { OidcSettings } from '../../config/oidcSettings.js';

export const callbackPath = '/api/auth/single-sign-on/callback';

/** What a browser has to bring back from the other service. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the other service says of somebody who signed in there. */
export type Claims = Readonly<Record<string, unknown>>;

/** Signs people in at another service, by the authorization code flow with PKCE. */
export interface SingleSignOn {
  readonly settings: OidcSettings;
  /** The address to send a browser to. @throws when the service cannot be reached */
  begin(): Promise<{ readonly url: URL; readonly expected: Expected }>;
  /** Who signed in, once the service has confirmed it. @throws when anything is not as expected */
  finish(address: URL, expected: Expected): Promise<Claims>;
}

const seconds = 10;

/** Single sign-on by these settings; the service is asked for its addresses and keys at the first sign-in. */
export function createSingleSignOn(settings: OidcSettings, publicUrl: string): SingleSignOn {
  const { issuer, clientId, clientSecret, scope } = settings;
  let known: Promise<Configuration> | undefined;
  // The signature of ID tokens is checked too. The settings allow plain HTTP on this machine only.
  const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])];
  const configuration = () =>
    (known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: seconds }).catch(
      (error: unknown) => {
        known = undefined;
        throw error;
      },
    ));
  return {
    settings,
    async begin() {
      const expected = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${publicUrl}${callbackPath}`,
        scope,
        state: expected.state,
        nonce: expected.nonce,
        code_challenge: await calculatePKCECodeChallenge(expected.verifier),
        code_challenge_method: 'S256',
      });
      return { url, expected };
    },
    async finish(address, { state, nonce, verifier }) {
      const found = await configuration();
      const tokens = await authorizationCodeGrant(found, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the service sent no ID token');
      if (found.serverMetadata().userinfo_endpoint === undefined) return claims;
      return { ...(await fetchUserInfo(found, tokens.access_token, claims.sub)), ...claims };
    },
  };
}
