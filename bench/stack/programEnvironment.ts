import { freePort } from '../../ops/process/ports.js';

/** The address and the environment variables of the product's programs on these servers, with the API on a free port. */
export async function programEnvironment(servers: {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataDir: string;
  readonly smtpUrl?: string;
}) {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    SMTP_URL: servers.smtpUrl,
    PINGSHEN_DATA: servers.dataDir,
    PINGSHEN_PORT: String(port),
    PINGSHEN_PUBLIC_URL: publicUrl,
  };
  return { port, publicUrl, env };
}
