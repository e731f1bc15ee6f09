/** Who does something, when, and where chance comes from. Every use case of the firm takes one. */
export interface StaffAct {
  /** Id of the staff user, or `command`. */
  actor: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Unpredictable bytes: `randomBytes` of `node:crypto`, or a seeded source in a test or demonstration. */
  randomBytes(size: number): Buffer;
}

/** The entry of an act in the firm's audit. */
export function entryOf(
  { actor, now }: StaffAct,
  act: string,
  subject: string,
  detail: Record<string, unknown> = {},
): { at: number; actor: string; act: string; subject: string; detail: Record<string, unknown> } {
  return { at: now, actor, act, subject, detail };
}

/** Why a use case may refuse, by its codes. */
export type ReasonOf<UseCase extends (...given: never[]) => unknown> = Extract<
  Awaited<ReturnType<UseCase>>,
  { ok: false; reason: string }
>['reason'];

/** What a use case answers: its outcome, or a code that says why nothing was changed. */
export type Outcome<Done, Reason extends string> =
  | ({ ok: true } & Done)
  | { ok: false; reason: Reason; detail?: Record<string, string | number> };
