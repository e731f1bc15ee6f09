import type { StepState } from '#core/fieldwork/wave-steps.ts';

const shapes: Record<StepState, string> = {
  done: 'M5 12.5l4.5 4.5L19 7.5',
  running: 'M12 6v6l4 3',
  next: 'M9 6l6 6-6 6',
  later: 'M12 12h.01',
};

/** The sign beside a step: a shape for each state; the word stands in the heading. */
export function StepMark({ state }: { state: StepState }) {
  return (
    <svg className="step-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="11" />
      <path d={shapes[state]} />
    </svg>
  );
}
