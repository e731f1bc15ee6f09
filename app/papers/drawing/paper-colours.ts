/**
 * Colours of what is drawn for paper: the house's own, with their lightness apart, so that a grey print tells
 * higher (dark) from lower (middle) and both from the pale rest.
 */
export const paperColours = {
  ground: '#ffffff',
  ink: '#1c1b19',
  inkSoft: '#5a564e',
  line: '#d8d4ca',
  lineStrong: '#8a867c',
  accent: '#1f4e79',
  accentSoft: '#e3ecf5',
  alert: '#b8341b',
  even: '#efece5',
  worse: '#9c331a',
  better: '#7fc0b6',
  more: '#2d5f92',
  less: '#b9a4cc',
  mention: '#c9dbec',
} as const;
