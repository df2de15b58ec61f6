import type { Profile } from '../../rules/application/facts.js';
import type { EventName, Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { DocumentKind, Dossier } from '../../rules/dossier/dossier.js';

/** One act of an application's past, as the import file gives it. */
export interface PastLine {
  readonly event: EventName;
  readonly at: Instant;
  readonly by: { readonly role: Role; readonly personId?: string };
  /** The body that was sent: see `pastBodies`. */
  readonly body: object;
  /** Of a submission: the form at that time; absent: the present form. */
  readonly dossier?: Dossier;
}

/** A document of the past, with its content. */
export interface PastDocument {
  readonly kind: DocumentKind;
  readonly year: number | null;
  readonly fileName: string;
  readonly content: Buffer;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
}

/** An application that is under way in another system or in a demo story. */
export interface UnderWay {
  readonly applicationId: string;
  readonly campaignId: string;
  readonly applicantId: string;
  readonly unitId: string;
  readonly profile: Omit<Profile, 'employerKind' | 'employerRank'>;
  readonly openedAt: Instant;
  /** The present form. */
  readonly dossier: Dossier;
  readonly documents: readonly PastDocument[];
  readonly past: readonly PastLine[];
  /** Whether the letters of its last step are sent. */
  readonly letters: 'none' | 'last';
}
