/** The input of a draw, frozen before anybody knows the seed. Field names and order of lists are part of the file format. */
export interface DrawPlan {
  readonly campaignId: string;
  /** Code of the committee. */
  readonly committee: string;
  /** Members, alternates not counted. */
  readonly size: number;
  readonly minimum: number;
  readonly odd: boolean;
  readonly alternates: number;
  /** Members of each specialty the committee judges, as the office wants it; null: by the sizes of the pool. */
  readonly quotas: Readonly<Record<string, number>> | null;
  readonly specialties: readonly string[];
  readonly experts: readonly PooledExpert[];
}

/** An expert is in the pool for one specialty, so that all of a specialty are equally likely to be drawn. */
export interface PooledExpert {
  readonly id: string;
  readonly specialty: string;
  /** Is recused from at least one application that this committee will judge. */
  readonly conflicted: boolean;
}

export interface DrawnExpert {
  readonly expertId: string;
  readonly specialty: string;
  /** From 1, members and alternates each. */
  readonly ordinal: number;
  /** Drawn although conflicted, because the specialty has too few without. */
  readonly conflicted: boolean;
}

export interface DrawResult {
  readonly members: readonly DrawnExpert[];
  readonly alternates: readonly DrawnExpert[];
}
