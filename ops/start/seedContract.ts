import type { TemporalEnvironment } from '../../config/environment.js';

/** Input of seeding. The servers are running by then, the API and the worker are not. */
export interface SeedInput {
  readonly databaseUrl: string;
  readonly temporal: TemporalEnvironment & { readonly address: string };
  readonly dataDir: string;
  readonly publicUrl: string;
  /** whether an empty database gets the demo, and an existing demo shows its accounts; default yes */
  readonly demo?: boolean;
  /** the address of the first account, where there is neither an account nor a demo; absent: none is created */
  readonly operatorEmail?: string;
  /** keys that were changed on purpose are accepted; default no */
  readonly acceptNewKeys?: boolean;
  readonly print: (message: string) => void;
}

/** An account to sign in with. */
export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What seeding found or created. */
export interface Seeded {
  /** the accounts of the demo; empty when there is none */
  readonly accounts: readonly DemoAccount[];
  /** the account of an installation nobody has signed in to yet, with its first password, which is stored nowhere */
  readonly firstOperator: { readonly email: string; readonly password: string } | null;
}

/** Loads what seeding needs. It imports the database client, which setup may have to generate first. */
export const loadSeed = async () => await import('../../simulation/demo/seed.js');

/**
 * Fills an empty database with the demo campaign where that is wanted, or finds it; returns the accounts either way. An
 * empty database without a demo gets its first operator.
 */
export async function runSeed(input: SeedInput): Promise<Seeded> {
  const { seed } = await loadSeed();
  return await seed(input);
}
