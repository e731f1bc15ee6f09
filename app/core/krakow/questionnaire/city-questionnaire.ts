import type { Questionnaire } from '../../questionnaire/definition.ts';
import definition from './krakow-1.json';

/**
 * Version 1 of the survey of Kraków's residents: 35 items on 10 pages with all that is published of them.
 * Consent is given on the start page. The file is what a wave stores and is analysed by; tests find no fault
 * in it with `lintQuestionnaire`.
 */
export const cityQuestionnaire = definition as Questionnaire;
