/** Markdown of a heading and its points. The Temporal UI takes a list for one only below an empty line. */
export function headed(heading: string, points: readonly string[]): string {
  return points.length === 0 ? heading : [heading, '', ...points.map((point) => `- ${point}`)].join('\n');
}
