import { describe, expect, it } from 'vitest';
import { evidenceDocument } from './simulation/evidence-document.ts';

const run = (text: string) => ({ text, date: '2026-11-29', seconds: 240 });

describe('the evidence of a simulation that ran in part', () => {
  it('replaces the section that ran, says when, and leaves the others as they were', () => {
    const before = evidenceDocument(
      '',
      new Map([
        ['intervals', run('old intervals')],
        ['flags', run('old flags\n\n### Flags of differences that hardly matter\n\nfew')],
      ]),
    );
    const after = evidenceDocument(
      before,
      new Map([['intervals', { ...run('new intervals'), seconds: 60 }]]),
    );
    expect(after).toContain('new intervals\n\n_Run on 2026-11-29 in 60 seconds._');
    expect(after).not.toContain('old intervals');
    expect(after).toContain('old flags\n\n### Flags of differences that hardly matter\n\nfew');
    expect(after).toContain('_Run on 2026-11-29 in 4 minutes._');
  });

  it('keeps the order of the parts, whichever ran last', () => {
    const flags = evidenceDocument('', new Map([['flags', run('of flags')]]));
    const both = evidenceDocument(flags, new Map([['estimator', run('of the estimator')]]));
    expect(both.indexOf('of the estimator')).toBeLessThan(both.indexOf('of flags'));
    expect(both.match(/^## /gm)).toHaveLength(2);
  });
});
