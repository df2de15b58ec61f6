/** A fee that the treasury has written off against its bill. */
interface WrittenOff {
  readonly payCode: string;
  /** In fen. */
  readonly amount: number;
}

/**
 * The treasury's system of non-tax bills (财政非税收入系统), which is outside: it lists what it has written off. An installation
 * that has one gives an implementation with the dependencies of the API; tests give a double.
 */
export interface Treasury {
  /** What it has written off of a campaign so far, in any order; the same line may come again. */
  writtenOff(campaignId: string): Promise<readonly WrittenOff[]>;
}
