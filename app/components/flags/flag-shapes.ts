export type FlagSign =
  | 'repeated'
  | 'alert'
  | 'watch'
  | 'recovering'
  | 'insufficient'
  | 'improved'
  | 'improving';

/** Outlines of the signs around (0, 0), 20 units wide. */
export const flagShapes: Record<FlagSign, string> = {
  alert: 'M-4.2-10h8.4L10-4.2v8.4L4.2 10h-8.4L-10 4.2v-8.4z',
  repeated: 'M0-11 11 0 0 11-11 0z',
  watch: 'M0-11 11 0 0 11-11 0z',
  recovering: 'M0-9a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  insufficient: 'M-9-9H9V9H-9z',
  improved: 'M0-10.5 9.1-5.25v10.5L0 10.5-9.1 5.25v-10.5z',
  improving: 'M0-10.5 9.1-5.25v10.5L0 10.5-9.1 5.25v-10.5z',
};

/** What is drawn in them. */
export const flagStrokes: Record<FlagSign, string> = {
  alert: 'M0-5.5v6.5M0 4.4v.8',
  repeated: 'M0-5.5v6.5M0 4.4v.8',
  watch: 'M-4 0h8',
  recovering: 'M-4 .5-1 3.5 4.5-3',
  insufficient: 'M-5 5 5-5',
  improved: 'M-4.5 0h9M0-4.5v9',
  improving: 'M-4.5 0h9M0-4.5v9',
};
