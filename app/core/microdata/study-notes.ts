import type { MicrodataMapping } from './mapping.ts';
import type { StudyTallies } from './study-tallies.ts';

/** What whoever imports a study should know of it, though nothing is refused. */
export type StudyNote =
  | { code: 'age-unknown' | 'sex-unknown' | 'another-gender'; respondents: number }
  | { code: 'neutral-answers'; variable: string; respondents: number }
  | { code: 'weights-as-given' | 'base-weights-given' }
  | { code: 'clusters-unknown' | 'design-not-described' };

/**
 * Counts of what is unknown or otherwise, how the study weights, and whether standard errors can follow how
 * it was drawn.
 */
export function studyNotes(
  { weights, design }: Pick<MicrodataMapping, 'weights' | 'design'>,
  { ageUnknown, sexUnknown, anotherGender, neutral }: StudyTallies,
): StudyNote[] {
  const notes: StudyNote[] = [];
  const count = (code: 'age-unknown' | 'sex-unknown' | 'another-gender', respondents: number) => {
    if (respondents > 0) notes.push({ code, respondents });
  };
  count('age-unknown', ageUnknown);
  count('sex-unknown', sexUnknown);
  count('another-gender', anotherGender);
  for (const [variable, respondents] of Object.entries(neutral)) {
    notes.push({ code: 'neutral-answers', variable, respondents });
  }
  if (weights) notes.push({ code: weights.use === 'as-given' ? 'weights-as-given' : 'base-weights-given' });
  if (design?.primaryUnits === 'not-in-file') notes.push({ code: 'clusters-unknown' });
  else if (!design) notes.push({ code: 'design-not-described' });
  return notes;
}
