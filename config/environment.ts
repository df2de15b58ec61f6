import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir } from './cacheDir.mjs';
import { type OidcSettings, oidcSettings } from './oidcSettings.js';

/** The folder of the repository. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** How to reach a Temporal server. */
export interface TemporalEnvironment {
  /** host:port; absent when none is given and none is started */
  readonly address?: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls: boolean;
  /** paths of a client certificate, its key, and the certificate of the authority that signed the server's */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsCa?: string;
}

/** Everything the product takes from environment variables. */
export interface Environment {
  readonly databaseUrl?: string;
  /** the same database under the role that owns its tables; absent: the embedded one's, or `databaseUrl` */
  readonly migrationDatabaseUrl?: string;
  readonly temporal: TemporalEnvironment;
  readonly smtpUrl?: string;
  /** the operator of short messages; absent: none are offered */
  readonly smsUrl?: string;
  /** another service at which people sign in; absent: none is offered */
  readonly oidc?: OidcSettings;
  readonly mailFrom: string;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly port: number;
  /** the address the API listens at; this machine only by default */
  readonly host: string;
  readonly publicUrl: string;
  /** whether an empty database gets the demo; absent: the embedded one does, a given one does not */
  readonly demo?: boolean;
  /** the address of the first operator of an empty installation without the demo */
  readonly operatorEmail: string;
  /** the demo's accounts as JSON, from the supervisor to the API */
  readonly demoAccounts?: string;
  /** where the Temporal UI listens, if there is one; the portal serves it to operators under /temporal/ */
  readonly temporalUiUrl?: string;
  /** the worker deployment that this worker is a version of; absent: workers have no versions */
  readonly deployment?: string;
  /** which version it is; absent: the release with a hash of its workflows */
  readonly build?: string;
  /** where a worker answers Prometheus; absent: it does not */
  readonly workerMetricsPort?: number;
  /** the token that Prometheus sends; absent: the demo shows its figures to everybody, another installation to nobody */
  readonly metricsToken?: string;
  /** whether keys that were changed on purpose are accepted in place of those the database knows */
  readonly acceptNewKeys?: boolean;
  /** whether the reference of the API is served; absent: in the demo only */
  readonly docs?: boolean;
  /** where traces are sent, by the standard variables of OpenTelemetry; absent: nothing is traced */
  readonly tracesTo?: string;
  /** addresses or subnets of the proxies in front of the API; none: callers are who connects */
  readonly trustedProxies: readonly string[];
  /** where clamd listens, `tcp://host:3310`; absent: uploads are not scanned */
  readonly clamdUrl?: string;
  /** a PEM file: the key that signs electronic certificates, and its certificates; absent: a self-made one */
  readonly certificateKeyFile?: string;
  /** http(s) addresses of a seal service and of a converter to OFD */
  readonly ocrUrl?: string;
  readonly sealUrl?: string;
  readonly ofdUrl?: string;
}

type Variables = Record<string, string | undefined>;

/**
 * Reads the environment variables; no other file does. An empty variable counts as absent.
 *
 * @throws Error naming the variable when a value cannot be used
 */
export function readEnvironment(variables: Variables = process.env): Environment {
  const text = (name: string) => variables[name]?.trim() || undefined;
  const oidc = oidcSettings(text);
  const port = readPort('PINGSHEN_PORT', text('PINGSHEN_PORT') ?? '8080');
  return {
    ...optional('databaseUrl', text('DATABASE_URL')),
    ...optional('migrationDatabaseUrl', text('MIGRATION_DATABASE_URL')),
    temporal: {
      ...optional('address', text('TEMPORAL_ADDRESS')),
      namespace: text('TEMPORAL_NAMESPACE') ?? 'default',
      ...optional('apiKey', text('TEMPORAL_API_KEY')),
      // An API key is only ever sent over TLS.
      tls:
        text('TEMPORAL_TLS') === 'true' ||
        text('TEMPORAL_API_KEY') !== undefined ||
        text('TEMPORAL_TLS_CERT') !== undefined ||
        text('TEMPORAL_TLS_CA') !== undefined,
      ...optional('tlsCert', text('TEMPORAL_TLS_CERT')),
      ...optional('tlsKey', text('TEMPORAL_TLS_KEY')),
      ...optional('tlsCa', text('TEMPORAL_TLS_CA')),
    },
    ...optional('smtpUrl', text('SMTP_URL')),
    ...optional('smsUrl', text('SMS_URL')),
    ...(oidc ? { oidc } : {}),
    mailFrom: text('MAIL_FROM') ?? '职称评审 <pingshen@localhost>',
    dataDir: path.resolve(ROOT, text('PINGSHEN_DATA') ?? '.data'),
    cacheDir: cacheDir(variables),
    port,
    host: text('HOST') ?? '127.0.0.1',
    ...optional('temporalUiUrl', text('PINGSHEN_TEMPORAL_UI_URL')),
    ...optional('deployment', text('PINGSHEN_DEPLOYMENT')),
    ...optional('build', text('PINGSHEN_BUILD')),
    ...portOf('PINGSHEN_WORKER_METRICS_PORT', text('PINGSHEN_WORKER_METRICS_PORT')),
    ...optional('metricsToken', text('PINGSHEN_METRICS_TOKEN')),
    ...switchOf('acceptNewKeys', 'PINGSHEN_ACCEPT_KEYS', text('PINGSHEN_ACCEPT_KEYS')),
    ...switchOf('docs', 'PINGSHEN_DOCS', text('PINGSHEN_DOCS')),
    ...optional('tracesTo', tracesTo(text)),
    trustedProxies: listOf(text('TRUSTED_PROXY')),
    ...optional('clamdUrl', text('CLAMD_URL')),
    ...optional('certificateKeyFile', text('PINGSHEN_CERTIFICATE_KEY')),
    ...optional('ocrUrl', text('OCR_URL')),
    ...optional('sealUrl', text('SEAL_URL')),
    ...optional('ofdUrl', text('OFD_URL')),
    ...switchOf('demo', 'PINGSHEN_DEMO', text('PINGSHEN_DEMO')),
    operatorEmail: text('PINGSHEN_OPERATOR_EMAIL') ?? 'operator@pingshen.local',
    ...optional('demoAccounts', text('PINGSHEN_DEMO_ACCOUNTS')),
    publicUrl: (text('PINGSHEN_PUBLIC_URL') ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
  };
}

/** The environment with the API on another port than it names. */
export function environmentOnPort(port: number): Environment {
  return readEnvironment({ ...process.env, PINGSHEN_PORT: String(port) });
}

/** Whether an empty database gets the demo: a given database does not unless it is requested. */
export function isDemoRequested({ demo, databaseUrl }: Pick<Environment, 'demo' | 'databaseUrl'>): boolean {
  return demo ?? databaseUrl === undefined;
}

/** Parses a port. @throws Error that names the source of the text */
export function readPort(name: string, value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`${name}: 不是端口号 / not a port: ${value}`);
}

function portOf(name: string, value: string | undefined): { readonly workerMetricsPort?: number } {
  return value === undefined ? {} : { workerMetricsPort: readPort(name, value) };
}

/** Parses a switch; nothing when it is not set. @throws Error naming the variable when it is neither true nor false */
function switchOf<Name extends string>(name: Name, variable: string, value: string | undefined) {
  if (value !== undefined && value !== 'true' && value !== 'false')
    throw new Error(`${variable}: 只能是 true 或 false / true or false, not: ${value}`);
  return (value === undefined ? {} : { [name]: value === 'true' }) as { readonly [key in Name]?: boolean };
}

function tracesTo(text: (name: string) => string | undefined): string | undefined {
  if (text('OTEL_SDK_DISABLED') === 'true') return undefined;
  return text('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? text('OTEL_EXPORTER_OTLP_ENDPOINT');
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function optional<Name extends string>(name: Name, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: string };
}

/** What a child process inherits, with the given variables added or, when undefined, removed. */
export function inheritEnvironment(changes: Variables = {}): NodeJS.ProcessEnv {
  const all: Variables = { ...process.env, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
