/** A specialty and the weight its share is proportional to. */
export interface Weight {
  readonly specialty: string;
  readonly weight: number;
}

/**
 * Divides places among specialties by the largest remainder, in whole numbers: one each as far as the places go, the rest
 * by weight. Equal remainders go to the specialty whose code comes first. Without any weight all weigh the same.
 */
export function shares(places: number, weights: readonly Weight[]): Readonly<Record<string, number>> {
  const ordered = weights.toSorted((a, b) => (a.specialty < b.specialty ? -1 : 1));
  const ones = places >= ordered.length ? 1 : 0;
  const rest = places - ones * ordered.length;
  const given = ordered.map(({ specialty, weight }) => ({ specialty, weight: Math.max(0, weight - ones) }));
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  const counted = total > 0 ? given : given.map(({ specialty }) => ({ specialty, weight: 1 }));
  const whole = total > 0 ? total : counted.length;
  const parts = counted.map(({ specialty, weight }) => ({
    specialty,
    count: ones + Math.floor((rest * weight) / whole),
    remainder: (rest * weight) % whole,
  }));
  const left = places - parts.reduce((sum, { count }) => sum + count, 0);
  const luckiest = parts.toSorted((a, b) => b.remainder - a.remainder || (a.specialty < b.specialty ? -1 : 1));
  const more = new Set(luckiest.slice(0, left).map(({ specialty }) => specialty));
  return Object.fromEntries(
    parts.map(({ specialty, count }) => [specialty, count + (more.has(specialty) ? 1 : 0)] as const),
  );
}
