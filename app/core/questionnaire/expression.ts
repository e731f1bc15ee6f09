import { ConditionsParser } from 'survey-core';
import type { Answers } from './definition.ts';

/** A condition of the definition, parsed once: `evaluate` costs a fraction of a microsecond. */
export interface Expression {
  /** What it reads and how: a code compared, a list searched or counted, anything asked for being there. */
  uses: { variable: string; as: 'code' | 'list' | 'any' }[];
  evaluate(answers: Readonly<Answers>): boolean;
}

/**
 * A condition that can be evaluated, or why it is refused: it does not parse, or uses an operator that we do
 * not allow.
 */
export type ParsedExpression =
  | { ok: true; expression: Expression }
  | { ok: false; reason: 'expression-syntax' | 'expression-operator' };

/**
 * Parses a SurveyJS condition with SurveyJS's own parser, and accepts the part of the language that a
 * questionnaire needs: `=`, `<>`, `<`, `<=`, `>`, `>=` between a variable and a number, `contains`,
 * `.length`, `empty`, `notempty`, `and`, `or`. On answers that were judged, the result is the one SurveyJS
 * gives in the browser.
 */
export function parseExpression(text: string): ParsedExpression {
  const operand: unknown = new ConditionsParser().parseExpression(text);
  if (!isOperand(operand)) return { ok: false, reason: 'expression-syntax' };
  const uses: Expression['uses'] = [];
  const evaluate = conditionOf(operand, uses);
  return evaluate
    ? { ok: true, expression: { uses, evaluate } }
    : { ok: false, reason: 'expression-operator' };
}

type Condition = (answers: Readonly<Answers>) => boolean;
type Read = (answers: Readonly<Answers>) => unknown;

interface SurveyOperand {
  getType(): string;
  operator?: unknown;
  leftOperand?: unknown;
  rightOperand?: unknown;
  expression?: unknown;
  variable?: unknown;
  correctValue?: unknown;
}

function isOperand(value: unknown): value is SurveyOperand {
  return typeof value === 'object' && value !== null && 'getType' in value;
}

function conditionOf(operand: unknown, uses: Expression['uses']): Condition | null {
  if (!isOperand(operand)) return null;
  if (operand.getType() === 'unary') return presenceOf(operand, uses);
  if (operand.getType() !== 'binary') return null;
  const { operator, leftOperand, rightOperand } = operand;
  if (operator === 'and' || operator === 'or') {
    const left = conditionOf(leftOperand, uses);
    const right = conditionOf(rightOperand, uses);
    if (!left || !right) return null;
    return operator === 'and'
      ? (answers) => left(answers) && right(answers)
      : (answers) => left(answers) || right(answers);
  }
  const number = numberOf(rightOperand);
  if (number === null || typeof operator !== 'string') return null;
  if (operator === 'contains') {
    const list = readOf(leftOperand, 'list', uses);
    return list && ((answers) => includes(list(answers), number));
  }
  const compare = comparisons[operator];
  const code = readOf(leftOperand, 'code', uses);
  return compare && code ? (answers) => compare(code(answers), number) : null;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const comparisons: Partial<Record<string, (value: unknown, number: number) => boolean>> = {
  equal: (value, number) => value === number,
  notequal: (value, number) => value !== number,
  less: (value, number) => isNumber(value) && value < number,
  lessorequal: (value, number) => isNumber(value) && value <= number,
  greater: (value, number) => isNumber(value) && value > number,
  greaterorequal: (value, number) => isNumber(value) && value >= number,
};

function includes(list: unknown, number: number): boolean {
  return Array.isArray(list) && list.includes(number);
}

function presenceOf({ operator, expression }: SurveyOperand, uses: Expression['uses']): Condition | null {
  const value = readOf(expression, 'any', uses);
  if (!value || (operator !== 'empty' && operator !== 'notempty')) return null;
  return (answers) => (value(answers) === undefined) === (operator === 'empty');
}

function readOf(operand: unknown, as: 'code' | 'list' | 'any', uses: Expression['uses']): Read | null {
  if (!isOperand(operand) || operand.getType() !== 'variable' || typeof operand.variable !== 'string')
    return null;
  const { variable } = operand;
  if (as === 'code' && variable.endsWith('.length')) {
    const list = variable.slice(0, -'.length'.length);
    uses.push({ variable: list, as: 'list' });
    return (answers) => lengthOf(answerTo(list, answers));
  }
  uses.push({ variable, as });
  return (answers) => answerTo(variable, answers);
}

function answerTo(variable: string, answers: Readonly<Answers>): unknown {
  return Object.hasOwn(answers, variable) ? answers[variable] : undefined;
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function numberOf(operand: unknown): number | null {
  if (!isOperand(operand) || operand.getType() !== 'const') return null;
  const value = operand.correctValue;
  return isNumber(value) && Number.isFinite(value) ? value : null;
}
