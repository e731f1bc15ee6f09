/** That somebody else changed in the meantime what a form began from: who, and when. */
export interface Overtaken {
  ok: false;
  reason: 'changed-meanwhile';
  by: string;
  at: number;
}
