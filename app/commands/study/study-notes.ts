import type { StudyNote } from '#core/microdata/study-notes.ts';
import { say } from '../ending.ts';

/** Says what a study lacks or has otherwise, a line for each. */
export function sayStudyNotes(notes: readonly StudyNote[]): void {
  for (const note of notes) say(sentence(note));
}

function sentence(note: StudyNote): string {
  switch (note.code) {
    case 'age-unknown':
      return `age unknown: ${note.respondents}; a group of their own in the district's margin of age, and in no age group`;
    case 'sex-unknown':
      return `sex unknown: ${note.respondents}; a group of their own in the district's margin of sex, and neither women nor men`;
    case 'another-gender':
      return `another gender: ${note.respondents}; a group of their own in the district's margin of sex, counted in city and district`;
    case 'neutral-answers':
      return `${note.variable}: ${note.respondents} answers of a neutral middle that our scale has not; in the base, counted as neither, and compared with no wave that asked without it`;
    case 'weights-as-given':
      return "weights: the study's own, neither fitted to the population nor trimmed";
    case 'base-weights-given':
      return "weights: the study's own base weights, fitted to the population";
    case 'clusters-unknown':
      return 'WARNING: the study was sampled in clusters that the file does not name; standard errors will be too small';
    case 'design-not-described':
      return 'design: not described; standard errors are those of people drawn one by one in district, age and sex, too small if the study was sampled in clusters';
  }
}
