import type { IdentityReader } from '../access/identityReaders.js';
import type { BilingualText } from '../bilingualText.js';
import type { LocalDateTime } from '../calendar/instant.js';
import type { EmployerKind, Level, SkillGrade } from '../campaign/codes.js';
import type { Belonging, DepartmentCutoff } from './belonging.js';
import type {
  CommitteeLaw,
  Criterion,
  DefenseFee,
  Examination,
  Fraction,
  LevelWindows,
  Period,
  PolicyWindow,
  Ruled,
} from './policy.js';
import type { Rounds } from './rounds.js';
import type { Words } from './words.js';

/** The kinds of value a policy has: the API derives its schema from the kind, the portal its control. */
export interface KindValues {
  readonly number: number;
  readonly numbers: readonly number[];
  readonly yesNo: boolean;
  readonly moment: LocalDateTime;
  readonly window: PolicyWindow;
  readonly levelWindows: readonly LevelWindows[];
  readonly rounds: Rounds;
  readonly period: Period;
  readonly fraction: Fraction;
  readonly levels: readonly Level[];
  readonly employers: readonly EmployerKind[];
  /** In fen (分), by level. */
  readonly fees: Readonly<Record<Level, number>>;
  readonly defenseFee: DefenseFee;
  /** The lowest accepted grade, with every grade from the lowest to the highest in order. */
  readonly mandarin: { readonly minimum: string; readonly grades: readonly string[] };
  readonly skilled: Readonly<Record<SkillGrade, { readonly years: number; readonly level: Level }>>;
  readonly examination: Examination;
  /** Women in posts of professionals and managers (干部), and of workers (工人), retire at different ages. */
  readonly ages: { readonly male: number; readonly female: number; readonly femaleWorker: number };
  readonly committees: readonly CommitteeLaw[];
  readonly criteria: readonly Criterion[];
  readonly roles: readonly IdentityReader[];
  readonly belonging: Belonging;
  readonly cutoffs: readonly DepartmentCutoff[];
  /** As the notice words it. */
  readonly text: string;
  /** Where a notice has something, as people cite it. */
  readonly citation: string;
  /** The office's own. */
  readonly words: Words;
}
export type FieldKind = keyof KindValues;

interface Range {
  readonly min: number;
  readonly max: number;
}
interface Bounds extends Record<FieldKind, object> {
  readonly number: Range;
  readonly numbers: Range & { readonly longest: number };
  /** The fewest levels. */
  readonly levels: { readonly min: number };
}

/** One value of a policy: its label, kind and bounds, and what applies where a notice does not say (`usual`). */
export type FieldOf<Kind extends FieldKind> = BilingualText &
  Bounds[Kind] & {
    readonly kind: Kind;
    /** Whether a notice may leave it out: null then. */
    readonly optional?: true;
    readonly usual?: Ruled<KindValues[Kind]>;
  };
export type PolicyField = { [Kind in FieldKind]: FieldOf<Kind> }[FieldKind];
export interface FieldTree {
  readonly [name: string]: PolicyField | FieldTree;
}

type ValueOf<Field extends { readonly kind: FieldKind }> =
  | Ruled<KindValues[Field['kind']]>
  | (Field extends { readonly optional: true } ? null : never);

/** The part of a policy that a tree of fields describes. */
export type ValuesOf<Tree> = {
  readonly [Name in keyof Tree]: Tree[Name] extends { readonly kind: FieldKind }
    ? ValueOf<Tree[Name]>
    : ValuesOf<Tree[Name]>;
};

/** Whether a node of the tree is a value and not a section. */
export function isField(node: PolicyField | FieldTree): node is PolicyField {
  return typeof node.kind === 'string';
}
