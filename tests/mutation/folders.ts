/** The folders of the method that are mutated, and the tests that a mutant of each has to get past, the quickest first. */
export const folders: Record<string, readonly string[]> = {
  weighting: [
    'unit/published-weighting',
    'unit/population-margin',
    'unit/nonresponse-adjustment',
    'unit/calibration-bounds',
    'unit/raking-margins',
    'unit/weight-wave',
    'unit/trimming',
    'validation/calibration',
    'validation/weights',
    'unit/weighting-laws',
  ],
  flagging: [
    'unit/rule-version',
    'unit/false-discovery',
    'unit/adjusted-p-values',
    'unit/flag-bounds',
    'unit/flag-power',
    'validation/flags',
    'unit/deterioration',
    'unit/flagging',
    'unit/detectable',
  ],
  places: [
    'validation/places',
    'unit/window-test',
    'validation/place-display',
    'unit/place-display',
    'unit/mention-map',
    'unit/places',
  ],
  disclosure: ['unit/disclosure', 'unit/disclosure-audit', 'unit/mention-map', 'unit/disclosure-recovery'],
  estimation: [
    'unit/variance-strata',
    'unit/mode-effect',
    'validation/distributions',
    'validation/api',
    'unit/interval-laws',
    'unit/rao-scott-laws',
    'unit/estimate-wave',
    'unit/estimation-laws',
    'validation/rao-scott',
  ],
};

export const testFile = (name: string): string => `tests/${name}.test.ts`;
