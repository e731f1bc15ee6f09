import type { SKRSContext2D } from '@napi-rs/canvas';

/** A picture that can be written as SVG and as PNG. */
export interface Picture {
  /** In pixels at a scale of one. */
  width: number;
  height: number;
  /** What it shows, also as the title of the file. */
  title: string;
  /** Everything that stands in it below: base, n, source, day. */
  notes: string[];
  paint(context: SKRSContext2D): void;
}
