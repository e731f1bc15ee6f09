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
}

/** The step whose act comes next; null when a wave is finished. */
export function nextStep(facts: WaveFacts): WaveStep | null {
  switch (facts.status) {
    case 'planned':
      return facts.frameProcessed ? 'draw' : 'frame';
    case 'sampled':
      return facts.awaitingCode > 0 ? 'codes' : 'fieldwork';
    case 'open':
      return 'close';
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
 * Where each step of a wave stands. Fieldwork is running while a wave is open, and a replicate released meanwhile asks
 * for codes again.
 */
export function stepStates(facts: WaveFacts): Record<WaveStep, StepState> {
  const next = nextStep(facts);
  const reached = next === null ? waveSteps.length : waveSteps.indexOf(next);
  const states = Object.fromEntries(
    waveSteps.map((step, index): [WaveStep, StepState] => [
      step,
      index < reached ? 'done' : index === reached ? 'next' : 'later',
    ]),
  ) as Record<WaveStep, StepState>;
  if (facts.status === 'open') {
    states.fieldwork = 'running';
    if (facts.awaitingCode > 0) states.codes = 'next';
  }
  return states;
}
