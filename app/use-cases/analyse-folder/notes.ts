/** A rule that was applied to data that do not allow the usual computation, or a part that was left out. */
export interface AnalysisNote {
  /** Which of the `rules`. */
  rule: keyof typeof rules;
  /** Where: the output or step, and as much of the rest as there is. */
  block: string;
  design?: string;
  wave?: number | string;
  domain?: string;
  item?: string;
  detail?: Readonly<Record<string, string | number>>;
}

/** Records that a rule was applied; the same note twice is one. */
export type Noting = (note: AnalysisNote) => void;

/**
 * Every rule for data that do not allow the usual computation; `report.json` repeats those that were applied.
 */
export const rules = {
  'part-missing': 'The folder lacks a file or a setting; what needs it is left out.',
  'issued-not-known':
    'Without dispositions and `n_issued_h` nobody knows how many cases were issued: the base weight is population over respondents of the stratum.',
  'no-nonresponse-adjustment':
    'Without dispositions or weighting classes the weights are not adjusted for nonresponse: the base weights are calibrated.',
  'district-without-respondents':
    'A district without respondents is left out of the population that the weights are calibrated to.',
  'empty-cell':
    'A cell of a margin that has population and no respondents is merged with its nearest neighbour in the same district that has respondents; a level of a city-wide total with the next higher one, the highest with the one below.',
  'class-merged':
    'A weighting class with too few respondents or too large a factor is merged with its neighbour.',
  'missing-margin-answer':
    'Respondents who did not answer a margin’s question form a group of their own that keeps its weighted share; the answered groups share out the rest.',
  'not-converged':
    'Weights that do not reach the margins are written with the largest deviation that is left.',
  'trimming-not-settled':
    'Where trimming in cycles does not settle, `trimcycle` is what R’s hundred cycles leave, for comparison; use `trimmed`: bounded calibration to the same margins and bounds.',
  'trimming-bounds-widened':
    'A district in which no weights keep the bounds and reach the margins gets both bounds widened by a tenth until some do.',
  'weights-not-trimmed':
    'Where no other weights reach the margins with no more of them outside the bounds, the raked weights stay as they are.',
  'single-unit-stratum':
    'A stratum with one respondent is collapsed, before variances are computed, with the stratum of its district that is most like it: the nearest level of the first variable beside the district among those that equal it in the others, and only where there is none the nearest of the rest.',
  'single-respondent-district':
    'A stratum with the only respondent of its district is collapsed with nothing and adds nothing to the variance.',
  'no-finite-population':
    'Where the weights add up to no more than the respondents there is no design effect with the finite population factor: NA.',
  'zero-variance':
    'Where everybody gave the same answer the standard error is 0 and the design effect and intervals that need a variance are NA; Korn–Graubard and Wilson are exact at n.',
  'only-yes':
    'A share whose column holds 1 and empty cells only: an empty cell is a missing answer, so the share is 1 of those few. If it means that the answer was not chosen, write 0.',
  'nobody-answered': 'Where nobody answered there is no estimate: NA, with n = 0.',
  'no-degrees-of-freedom':
    'Where each stratum has one respondent of the domain there are no degrees of freedom; what needs them is NA.',
  'no-association':
    'Where one of two variables has a single answer, or too few of their combinations occur, there is nothing to test: NA.',
  'below-minimum':
    'Fewer respondents than the base rule asks for: the level is insufficient, whatever the q-values of the row; no flag of level, threshold or gap is raised, and none is denied.',
  'no-cases': 'A rate whose denominator holds no case is NA.',
  'no-spread':
    'Where a map has the same value in every hexagon, or a window is the whole map, Gi* says nothing: NA.',
  'display-only':
    'Gi*, densities and clusters describe where places are named. They find some on maps without any hot spot and must not decide what is flagged: the place test does.',
} as const;
