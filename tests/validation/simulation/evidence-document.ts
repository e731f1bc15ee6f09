/**
 * The parts of docs/method-evidence.md by the name that `npm run simulate -- NAME` calls them, in their
 * order.
 */
export const partHeadings = {
  intervals: 'Do 95 % intervals cover 95 %?',
  differences: 'Do intervals of differences cover 95 %?',
  estimator: 'Does the weighted estimator cover the truth of a whole city?',
  trimming: 'Do the weights of small waves keep their bounds?',
  named: 'How often is a district named where there is nothing?',
  flags: 'How often is a flag wrong?',
  places: 'How often is a place wrong?',
  campaigns: 'What do copied mentions do to the places?',
  effects: 'Is it right about what helped?',
} as const;
export type Part = keyof typeof partHeadings;
export const parts = Object.keys(partHeadings) as Part[];

/** What a part came to, and when and how long it was run. */
export interface PartRun {
  text: string;
  date: string;
  seconds: number;
}

const intro = `# Evidence for the method

Written by \`npm run simulate\` (seeded: the same figures on every machine); \`npm run simulate -- ${parts.join(' ')}\`
runs the parts that are named and leaves the others as they are. All of it takes about half an hour on one core. The short form runs in \`npm test\` (\`tests/validation/simulation.test.ts\`,
\`small-samples.test.ts\`, \`estimator-simulation.test.ts\`, \`place-simulation.test.ts\`, \`effect-simulation.test.ts\`).
`;

/** The document with the sections that were run in the place of those it had. */
export function evidenceDocument(before: string, runs: ReadonlyMap<Part, PartRun>): string {
  const kept = before.split(/^(?=## )/m);
  const sections = parts.flatMap((part) => {
    const heading = `## ${partHeadings[part]}\n`;
    const run = runs.get(part);
    if (run) return [`${heading}\n${run.text}\n\n_Run on ${run.date} in ${lasted(run.seconds)}._\n`];
    const own = kept.find((section) => section.startsWith(heading));
    return own ? [`${own.trimEnd()}\n`] : [];
  });
  return [intro, ...sections].join('\n');
}

function lasted(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;
}
