import type { PayloadCodec } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Mailer } from '../activities/mailer.js';
import type { Sms } from '../activities/sms/sms.js';
import type { OidcSettings } from '../config/oidcSettings.js';
import type { Tracing } from '../config/tracing/tracing.js';
import type { OfdConverter, Seal } from '../documents/paper/outsideServices.js';
import type { ScanReader } from '../documents/scan/scanReader.js';
import type { Engine } from '../engine/engine.js';
import type { ClockWatch } from '../engine/watchClocks.js';
import type { Database } from '../records/database.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { DemoAccount } from './config.js';
import type { Treasury } from './fees/treasury.js';
import type { Arrivals } from './http/arrivals.js';
import type { Metrics } from './http/metrics.js';
import type { ProcessShare } from './http/rateLimit.js';

/** Dependencies of the API: everything it reaches outside itself. */
export interface Deps {
  readonly db: Database;
  readonly engine: Engine;
  /** Campaign time: what acts are judged by. */
  readonly clock: () => Instant | Promise<Instant>;
  /** How far the clocks of database and engine are from this process's; absent where nobody compares them. */
  readonly clocks?: Pick<ClockWatch, 'latest'>;
  /** Requests whose act may still be registered at the instant they arrived. */
  readonly arrivals: Arrivals;
  /** The real clock, by which authenticators go. */
  readonly wallClock: () => Instant;
  /** Campaign time minus engine time in ms; 0 outside rehearsals and tests. */
  readonly clockOffset: number;
  /** The treasury's system of non-tax bills; absent or null: none is connected. */
  readonly treasury?: Treasury | null;
  /** HMAC key shared with the bank. */
  readonly bankSecret: string;
  /** Uploaded evidence is kept under `documents/` in here. */
  readonly dataDir: string;
  /** Where clamd listens; null or absent: uploads are not scanned for viruses. */
  readonly clamdUrl?: string | null;
  /** A PEM file with the key for electronic certificates; null or absent: that of the data folder. */
  readonly certificateKeyFile?: string | null;
  /** Recognizes text on scans; null or absent: they are not read. */
  readonly scanReader?: ScanReader | null;
  /** The seal on papers that the office issues; null or absent: its place stays empty. */
  readonly seal?: Seal | null;
  /** Converts papers to OFD; null or absent: they are PDF only. */
  readonly ofd?: OfdConverter | null;
  /** Address people see, without a trailing slash. */
  readonly publicUrl: string;
  /** Where the Temporal UI listens, served to operators under /temporal/; null when there is none to show. */
  readonly temporalUiUrl: string | null;
  /** The built pages of the portal, or null when nobody built them. */
  readonly portalDir: string | null;
  /** Accounts shown to everybody, where the installation is the demo; absent or empty elsewhere. */
  readonly demoAccounts?: readonly DemoAccount[];
  /** Decodes payloads for the Temporal UI. */
  readonly codec: PayloadCodec | null;
  /** How long a closing vote waits for ballots that were not handed in, in ms; for tests. */
  readonly ballotDrainMs?: number;
  /** How long the body of a request may pause, in ms; for tests. */
  readonly bodyPauseMs?: number;
  /** Addresses or subnets of the proxies whose X-Forwarded-For counts; absent: none, callers are who connects. */
  readonly trustedProxies?: readonly string[];
  /** What is open to everybody besides the portal itself. */
  readonly published: Published;
  /** Sends messages about accounts, which may hold a secret and are kept nowhere. All others are letters of the worker. */
  readonly mailer: Mailer;
  /** Sends codes by short message; null or absent: no operator of short messages is given, and none are offered. */
  readonly sms?: Sms | null;
  /** Another service at which people sign in; null or absent: none is offered. */
  readonly oidc?: OidcSettings | null;
  readonly logger: Logger;
  /** Traces requests; null or absent: they are not traced. */
  readonly tracing?: Pick<Tracing, 'request'> | null;
  readonly metrics: Metrics;
  readonly limits: Limits;
  /** This process's part of them; absent: all. */
  readonly share?: ProcessShare;
}

/** Parts of the API that an installation may keep to itself. */
export interface Published {
  /** The reference at /docs and /openapi.json. */
  readonly docs: boolean;
  /** The figures at /metrics: to everybody, to who sends this token, or to nobody. */
  readonly metrics: 'everybody' | 'nobody' | { readonly token: string };
}

/** Requests allowed per minute, where nothing else is said. */
export interface Limits {
  /** Attempts to sign in to one account. */
  readonly signInsToAccount: number;
  /** Attempts to sign in from one address: a whole unit may be behind it. */
  readonly signInsFromAddress: number;
  /** Any requests from one address. */
  readonly requestsFromAddress: number;
  /** Objections, and files with them, from one address an hour: each holds an application. */
  readonly objectionsFromAddress: number;
  /** Refused acts of one person on one application a day. */
  readonly refusedActs: number;
  /** Codes sent at the request of one address an hour: a whole unit may be behind it. */
  readonly codesFromAddress: number;
  /** Short messages an hour altogether: each costs money. */
  readonly shortMessages: number;
  /** Certificates looked up from one address. */
  readonly lookUpsFromAddress: number;
}
export const defaultLimits: Limits = {
  signInsToAccount: 10,
  signInsFromAddress: 60,
  requestsFromAddress: 30_000,
  objectionsFromAddress: 30,
  refusedActs: 200,
  codesFromAddress: 120,
  shortMessages: 2_000,
  lookUpsFromAddress: 30,
};
