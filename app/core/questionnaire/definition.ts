import type { LocalisedText } from '../language.ts';
import type { DefinedIndicator } from './indicator-form.ts';
import type { Roles } from './roles.ts';
import type { SurveyText } from './survey-text.ts';

/** Answers of one respondent by variable name. A missing key is an unanswered or unasked question. */
export type Answers = Record<string, AnswerValue>;
/** A code, words, or the codes of several answers. */
export type AnswerValue = number | string | number[];

/**
 * A versioned questionnaire: a SurveyJS definition (JSON) whose texts are in three languages and whose values
 * are numeric codes, with what SurveyJS has no word for, and with all that the method and a publication take
 * from the answers. All of it is one plain JSON file. `status` says how far it has been tested; `frozen` once
 * a wave's first code is issued.
 */
export interface Questionnaire {
  version: string;
  status: 'draft' | 'reviewed' | 'frozen';
  definition: SurveyDefinition;
  /** True for a respondent outside the population (an expression over the answers). */
  screenOut: string;
  /** Names that a text may quote as `{name}`; the wave gives their values, for example the recall date. */
  textVariables: string[];
  /** Rows and answers whose order differs between respondents. */
  rotations: Rotation[];
  /** Closed questions whose answered share tells a partial interview from a break-off (AAPOR). */
  keyVariables: string[];
  /** What stands before and after the questions, and changes only with them. */
  texts: { introduction: SurveyText; consent: SurveyText; help: SurveyText };
  /** Which questions the method reads: district, weighting, places. */
  roles: Roles;
  /** What results call the subject of a page with indicators. */
  topics: Record<string, SurveyText>;
  /** Who is in the base of an indicator, in words. */
  bases: Record<string, SurveyText>;
  /** What is published, in the order in which results show it. */
  indicators: DefinedIndicator[];
}

/**
 * An order that differs between respondents. `target` is a panel (its rows are ordered) or a question (its
 * answers). What `items` does not list stays behind the item it follows in the definition; an answer that is
 * not listed stays last.
 */
export type Rotation =
  | { variable: string; target: string; of: 'rows'; method: 'shuffle'; items: string[] }
  | { variable: string; target: string; of: 'answers'; method: 'shuffle' | 'rotate'; items: number[] };

/** The part of SurveyJS's JSON that a definition may use; `lintQuestionnaire` refuses everything else. */
export interface SurveyDefinition {
  title: SurveyText;
  pages: SurveyPage[];
}

/** A page of the questionnaire, as SurveyJS has it. */
export interface SurveyPage {
  name: string;
  title: SurveyText;
  description?: SurveyText;
  visibleIf?: string;
  elements: SurveyElement[];
}

/** What stands on a page: a question, or a panel of questions. */
export type SurveyElement = SurveyPanel | SurveyQuestion;

/** A battery or a group of questions; the title is its lead text. */
export interface SurveyPanel {
  type: 'panel';
  name: string;
  title?: SurveyText;
  description?: SurveyText;
  visibleIf?: string;
  elements: SurveyElement[];
}

/** Answered by choosing or by writing. */
export type SurveyQuestion = ChoiceQuestion | TextQuestion;

/** One code (`radiogroup`, `dropdown`) or several (`checkbox`). */
export interface ChoiceQuestion {
  type: 'radiogroup' | 'dropdown' | 'checkbox';
  name: string;
  title: SurveyText;
  description?: SurveyText;
  visibleIf?: string;
  isRequired?: boolean;
  choices: SurveyChoice[];
  /** `checkbox` only. */
  maxSelectedChoices?: number;
}

/** Free text; `comment` may have several lines. */
export interface TextQuestion {
  type: 'text' | 'comment';
  name: string;
  title: SurveyText;
  description?: SurveyText;
  visibleIf?: string;
  isRequired?: boolean;
  maxLength: number;
}

/** An answer that may be chosen, by its code. */
export interface SurveyChoice {
  value: number;
  text: SurveyText;
  visibleIf?: string;
  /** In a `checkbox`: cannot stand beside another answer. */
  isExclusive?: boolean;
}

/** How one published figure is derived from a respondent's answers. */
export interface IndicatorDefinition {
  id: string;
  kind: 'share' | 'mean';
  /** `neutral` for opinions on what should be done: no answer is worse than another. */
  direction: 'high-is-bad' | 'high-is-good' | 'neutral';
  /** Member of the family of the district rule. */
  headline: boolean;
  trend: boolean;
  /** Page of the questionnaire, and so the group in which results show it. */
  page: string;
  /** What results call the subject of that page. */
  topic: LocalisedText;
  variables: readonly string[];
  /**
   * The answers behind a share of one question: `codes` of `variable` among `baseCodes`; null when it has
   * several.
   */
  derivedFrom: { variable: string; codes: number[]; baseCodes: number[] } | null;
  name: LocalisedText;
  question: LocalisedText;
  base: LocalisedText;
  /** The result in words with `{{value}}`, for example "{{value}} feel unsafe walking alone after dark". */
  result: LocalisedText;
  /** 0 or 1 for a share, 0–100 for a mean; null when the respondent is outside the base. */
  valueOf(answers: Answers): number | null;
}
