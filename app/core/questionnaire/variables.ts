import type { LocalisedText } from '../language.ts';
import type { Questionnaire, SurveyQuestion } from './definition.ts';
import { isMissingCode } from './missing-codes.ts';
import { localised, questionsOf } from './questions.ts';

/** One column of the answers: what a codebook says about it. */
export interface Variable {
  name: string;
  /**
   * `single`: one code; `multiple`: a list of codes; `text`: words; `order`: the order in which rows or
   * answers were shown.
   */
  kind: 'single' | 'multiple' | 'text' | 'order';
  page: string;
  title: LocalisedText;
  /** The lead text of the battery or group it stands in. */
  lead: LocalisedText | null;
  codes: VariableCode[];
  /** Longest text in UTF-16 units; null for codes. */
  maxLength: number | null;
  /** It is asked when every one of these SurveyJS expressions holds. */
  askedIf: string[];
}

/** An answer code in words. */
export interface VariableCode {
  code: number;
  label: LocalisedText;
  /** 97, 98 or 99. */
  missing: boolean;
}

/**
 * Every variable of a response in the order of the questionnaire, the order variables at the end.
 *
 * @throws when a rotation names a battery that is not there, which `lintQuestionnaire` refuses
 */
export function variables(questionnaire: Questionnaire): Variable[] {
  const asked = questionsOf(questionnaire).map(({ question, page, panels, conditions }): Variable => {
    const lead = panels.at(-1)?.title;
    return {
      name: question.name,
      kind: kindOf(question),
      page: page.name,
      title: localised(question.title),
      lead: lead ? localised(lead) : null,
      codes: 'choices' in question ? question.choices.map(variableCode) : [],
      maxLength: 'maxLength' in question ? question.maxLength : null,
      askedIf: conditions,
    };
  });
  return [...asked, ...orderVariables(questionnaire, asked)];
}

function kindOf(question: SurveyQuestion): Variable['kind'] {
  if (question.type === 'text' || question.type === 'comment') return 'text';
  return question.type === 'checkbox' ? 'multiple' : 'single';
}

function variableCode({
  value,
  text,
}: {
  value: number;
  text: Parameters<typeof localised>[0];
}): VariableCode {
  return { code: value, label: localised(text), missing: isMissingCode(value) };
}

/**
 * The codes of an order of rows are the rows' numbers (1 = first in the definition), of an order of answers
 * their codes.
 */
function orderVariables(questionnaire: Questionnaire, asked: Variable[]): Variable[] {
  const byName = new Map(asked.map((variable) => [variable.name, variable]));
  return questionnaire.rotations.map((rotation): Variable => {
    const row = byName.get(rotation.of === 'rows' ? (rotation.items[0] ?? '') : rotation.target);
    if (!row) throw new Error(`\`variables\` requires a questionnaire with the rows of ${rotation.variable}`);
    const codes =
      rotation.of === 'rows'
        ? rotation.items.map((name, index) => ({
            code: index + 1,
            label: titleOf(byName, name),
            missing: false,
          }))
        : row.codes.filter((answer) => rotation.items.includes(answer.code));
    const title = rotation.of === 'rows' ? (row.lead ?? row.title) : row.title;
    return { ...row, name: rotation.variable, kind: 'order', title, lead: null, codes, maxLength: null };
  });
}

function titleOf(byName: Map<string, Variable>, name: string): LocalisedText {
  const variable = byName.get(name);
  if (!variable) throw new Error(`\`variables\` requires a questionnaire with ${name}`);
  return variable.title;
}
