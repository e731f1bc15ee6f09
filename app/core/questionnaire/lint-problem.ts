/** What can be wrong with a definition. Each has a sentence in the texts of the firm. */
export const lintCodes = [
  'wrong-type',
  'not-allowed',
  'property-missing',
  'property-not-allowed',
  'number',
  'too-few',
  'too-many',
  'version',
  'element-type',
  'too-deep',
  'variable-name',
  'duplicate-name',
  'reserved-name',
  'language-missing',
  'html',
  'remote-url',
  'control-character',
  'piped-answer',
  'placeholder-mismatch',
  'figure-missing',
  'question-missing',
  'unknown-text-variable',
  'expression-syntax',
  'expression-operator',
  'expression-variable',
  'expression-kind',
  'duplicate-code',
  'missing-code-text',
  'missing-code-order',
  'missing-code-not-exclusive',
  'unknown-target',
  'unknown-item',
  'unknown-variable',
  'variable-kind',
  'unknown-code',
  'other-answers',
  'district-not-offered',
  'district-unknown',
  'code-outside-base',
  'no-scale',
  'unknown-indicator',
  'indicator-circle',
  'part-kind',
  'unknown-base',
  'unknown-page',
  'topic-missing',
  'headline-no-share',
  'headline-not-bad',
  'headline-missing',
] as const;

/** One of them. */
export type LintCode = (typeof lintCodes)[number];

/** One reason for which a questionnaire is refused. */
export interface LintProblem {
  /** Where, for example `definition.pages[3].elements[0].choices[2].text.en`; empty for the whole. */
  path: string;
  code: LintCode;
  /** The offending name, value or property. */
  detail: string;
}
