import type { SectionName } from '../../rules/dossier/dossier.js';

/**
 * What people write with an act. It is stored in the intake; the act and its event carry only its hash. Further members
 * are stored unchanged.
 */
export interface ActFreeText {
  /** The reason of a return, a refusal, an objection, a withdrawal or an extension. */
  readonly reason?: string;
  /** 补正内容, each under the id that the act's data names. */
  readonly defects?: readonly {
    readonly id: string;
    readonly text: string;
    /** Where in the dossier it is; absent in records imported from elsewhere. */
    readonly section?: SectionName;
    readonly field?: string;
  }[];
  /** How an objector can be reached, encrypted with a key of their own. */
  readonly contact?: string;
  readonly [other: string]: unknown;
}
