import type { StaffAct } from '../../staff-act.ts';

/** Who of city hall does something, by name: city hall's database knows no accounts. */
export interface CameraAct extends StaffAct {
  name: string;
}

/** That somebody else changed in the meantime what a form began from: who, and when. */
export interface Overtaken {
  ok: false;
  reason: 'changed-meanwhile';
  by: string;
  at: number;
}
