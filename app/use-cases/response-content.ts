import type { Language } from '#core/language.ts';
import type { Answers } from '#core/questionnaire/definition.ts';

/** What is inside a seal: all that a response will ever say, and nothing that leads back to its case. */
export interface ResponseContent {
  stratum: string;
  /** District of analysis: the one that the resident confirmed, which may differ from the stratum's. */
  district: number;
  mode: 'web' | 'phone' | 'paper';
  phase: 'early' | 'late';
  language: Language;
  completeness: 'complete' | 'partial';
  questionnaireVersion: string;
  answers: Answers;
}
