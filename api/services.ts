import { createPaperKey, type PaperKey } from '../config/paperKey.js';
import { createSigner, type Signer } from '../config/signingKeys.js';
import type { StatusCount } from '../records/queue/queueCounts.js';
import { createSecondFactors, type SecondFactors } from './accounts/secondFactor.js';
import { ShortCache } from './accounts/shortCache.js';
import { RefusalQuota } from './acts/refusalQuota.js';
import type { Board } from './campaigns/board.js';
import { type ContactCodes, createContactCodes } from './contacts/contactCodes.js';
import type { Deps } from './deps.js';
import { createLimiters, type Limiters } from './http/limiters.js';
import { createSealer, type Sealer } from './http/sealing.js';
import { BallotBox } from './meetings/ballotBox.js';
import { BlindSigner, KeyMaker } from './meetings/motionKeys.js';
import { createSingleSignOn, type SingleSignOn } from './singleSignOn/singleSignOn.js';

/** What the handlers of an app work with: its dependencies, and the state they share in this process. */
export interface Services extends Deps {
  /** Encrypts short secrets under the installation's key. */
  readonly sealer: Sealer;
  /** Signs exported files, minutes and frozen pools. */
  readonly recordSigner: Signer;
  /** The key that signs electronic certificates, with its certificates. */
  readonly paperKey: () => Promise<PaperKey>;
  readonly limiters: Limiters;
  readonly refusalQuota: RefusalQuota;
  readonly secondFactors: SecondFactors;
  /** Codes by mail or short message, that prove a contact. */
  readonly contactCodes: ContactCodes;
  /** Sign-in at another service; null: none is offered. */
  readonly singleSignOn: SingleSignOn | null;
  /** Ballots held in memory until their motion closes. */
  readonly box: BallotBox;
  /** Signs voting papers without seeing them. */
  readonly signer: BlindSigner;
  readonly keyMaker: KeyMaker;
  /** The board of each campaign, counted at most every ten seconds. */
  readonly boards: ShortCache<Board>;
  /** Counts by status, by the filter they were counted for. */
  readonly statusCounts: ShortCache<readonly StatusCount[]>;
}

/** The services of one app. */
export function createServices(deps: Deps): Services {
  const sealer = createSealer(deps.dataDir);
  const signer = new BlindSigner(sealer);
  const limiters = createLimiters(deps);
  return {
    ...deps,
    sealer,
    recordSigner: createSigner(deps.dataDir),
    paperKey: createPaperKey(deps.dataDir, deps.certificateKeyFile ?? undefined),
    limiters,
    refusalQuota: new RefusalQuota(deps.limits.refusedActs, deps.share),
    secondFactors: createSecondFactors(deps, sealer),
    contactCodes: createContactCodes({ ...deps, limiters }),
    singleSignOn: deps.oidc ? createSingleSignOn(deps.oidc, deps.publicUrl) : null,
    box: new BallotBox(deps, signer),
    signer,
    keyMaker: new KeyMaker(sealer),
    boards: new ShortCache(10_000),
    statusCounts: new ShortCache(),
  };
}
