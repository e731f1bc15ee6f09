/** The way of a wave through the firm, in its order. */
export const waveSteps = [
  'plan',
  'frame',
  'draw',
  'codes',
  'fieldwork',
  'close',
  'freeze',
  'weight',
  'publish',
  'destroy',
] as const;
/** The act that a step waits for bears its name. */
export type WaveStep = (typeof waveSteps)[number];

/** `running` is fieldwork alone: every other step is one act. */
export type StepState = 'done' | 'running' | 'next' | 'later';

/** What decides which step of a wave comes next. */
export interface WaveFacts {
  status: 'planned' | 'sampled' | 'open' | 'closed' | 'frozen' | 'weighted' | 'published';
  frameProcessed: boolean;
  /** Released cases that have never had a code. */
  awaitingCode: number;
  identitiesDestroyed: boolean;
  /** Nobody new comes in any more. */
  fieldworkOver: boolean;
}

/**
 * The step whose act comes next; null while fieldwork runs to its planned end, and when a wave is finished.
 */
export function nextStep(facts: WaveFacts): WaveStep | null {
  switch (facts.status) {
    case 'planned':
      return facts.frameProcessed ? 'draw' : 'frame';
    case 'sampled':
      return facts.awaitingCode > 0 ? 'codes' : 'fieldwork';
    case 'open':
      return facts.fieldworkOver ? 'close' : null;
    case 'closed':
      return 'freeze';
    case 'frozen':
      return 'weight';
    case 'weighted':
      return 'publish';
    case 'published':
      return facts.identitiesDestroyed ? null : 'destroy';
  }
}

/**
 * Where each step of a wave stands. Fieldwork is running until it ends, and a replicate released meanwhile
 * asks for codes again.
 */
export function stepStates(facts: WaveFacts): Record<WaveStep, StepState> {
  const next = nextStep(facts);
  const isRunning = facts.status === 'open' && !facts.fieldworkOver;
  const end = isRunning ? waveSteps.indexOf('close') : waveSteps.length;
  const reached = next === null ? end : waveSteps.indexOf(next);
  const states = Object.fromEntries(
    waveSteps.map((step, index): [WaveStep, StepState] => [
      step,
      index < reached ? 'done' : step === next ? 'next' : 'later',
    ]),
  ) as Record<WaveStep, StepState>;
  if (isRunning) {
    states.fieldwork = 'running';
    if (facts.awaitingCode > 0) states.codes = 'next';
  }
  return states;
}
