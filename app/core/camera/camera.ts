import { z } from 'zod';

/**
 * What a camera is to the city: in its integrated system, of a unit of the city and such that it can be
 * linked, or planned.
 */
export const cameraKinds = ['integrated', 'linkable', 'planned'] as const;

/** The form of kinds that are stored. */
export const cameraKindsForm = z.array(z.enum(cameraKinds)).min(1);

/** One of them. */
export type CameraKind = (typeof cameraKinds)[number];

/**
 * A row of a camera register: one camera, or several of one unit in one area. Where they are and whose; never
 * what they look at, and nothing that they record.
 */
export interface CameraRow {
  /** Line of the file, from 1. */
  line: number;
  kind: CameraKind;
  /** Name of the owner, as the city's list of units has it. */
  unit: string;
  /** The register's own number of the camera; null where it gives none. */
  number: string | null;
  count: number;
  district: number;
  /** WGS84 degrees; null where the register knows the area only. */
  point: { latitude: number; longitude: number } | null;
  /** What the register calls the place; empty where it says nothing. */
  place: string;
}
