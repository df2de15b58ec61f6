/** Markdown of a heading and its points. The Temporal UI recognises a list only below an empty line. */
export function headed(heading: string, points: readonly string[]): string {
  return points.length === 0 ? heading : [heading, '', ...points.map((point) => `- ${point}`)].join('\n');
}
