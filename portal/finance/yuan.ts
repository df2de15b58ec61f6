/** Fen as yuan, `¥1,200.00` or `-¥1,200.00`. */
export const yuan = (fen: number): string =>
  `${fen < 0 ? '-' : ''}¥${(Math.abs(fen) / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** The sum of fees, in fen. */
export const sumOf = (fees: readonly { readonly fee: number }[]): number => fees.reduce((sum, { fee }) => sum + fee, 0);
