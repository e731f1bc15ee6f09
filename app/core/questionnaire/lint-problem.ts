/** One reason for which a questionnaire is refused. */
export interface LintProblem {
  /** Where, for example `definition.pages[3].elements[0].choices[2].text.en`; empty for the whole. */
  path: string;
  code: string;
  /** The offending name, value or property. */
  detail: string;
}
