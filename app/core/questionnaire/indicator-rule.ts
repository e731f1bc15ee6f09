import { z } from 'zod';
import { nameForm } from './words-form.ts';

const variable = z.string().min(1);
const variables = z.array(variable).min(1);
const code = z.number().int();
const codes = z.array(code).min(1);
const count = z.number().int().min(1);

/**
 * A question with one answer: 1 for `codes`, 0 for the rest of `outOf`; all other answers are outside the
 * base.
 */
const chosen = z.strictObject({ rule: z.literal('chosen'), variable, codes, outOf: codes });

/**
 * A question with several answers: 1 when one of `codes` was ticked, 0 when others were or none, `without`
 * are outside the base. An empty list is an answer, "none of these", which studies have whose question offers
 * no such choice.
 */
const mentioned = z.strictObject({
  rule: z.literal('mentioned'),
  variable,
  codes,
  without: codes.optional(),
});

/**
 * A list of questions with one answer each: 1 when at least `atLeast` of them have one of `codes`; otherwise
 * 0 when at least `answered` have an answer of `outOf` (which holds `codes`), so that a list left blank is
 * not taken for "nothing of it".
 */
const items = z.strictObject({
  rule: z.literal('items'),
  variables,
  codes,
  outOf: codes,
  atLeast: count,
  answered: count,
});

/**
 * Mean of the questions answered on a scale in percent of its maximum: `zero` and `hundred` are its ends, in
 * either order.
 */
const score = z.strictObject({
  rule: z.literal('score'),
  variables,
  zero: code,
  hundred: code,
  answered: count,
});

const simple = z.discriminatedUnion('rule', [chosen, mentioned, items, score]);
/** What another rule is made of: a rule of questions, or an indicator by its id. */
const part = z.union([nameForm, simple]);

/** `of` for those for whom the share `base` is 1; everybody else is outside the base. */
const among = z.strictObject({ rule: z.literal('among'), base: part, of: simple });

/** 100 − a mean. */
const reversed = z.strictObject({ rule: z.literal('reversed'), of: part });

/** Plain mean of the parts that are known, when at least `known` are: an index from 0 to 100. */
const mean = z.strictObject({ rule: z.literal('mean'), of: z.array(part).min(2), known: count });

/**
 * How the value of an indicator follows from one respondent's answers, as data. A share is 0 or 1, a mean
 * lies between 0 and 100, and both are nothing for those outside the base. A question that routing did not
 * ask is one without an answer.
 */
export const indicatorRuleForm = z.discriminatedUnion('rule', [
  chosen,
  mentioned,
  items,
  score,
  among,
  reversed,
  mean,
]);

/** One rule of the language. */
export type IndicatorRule = z.infer<typeof indicatorRuleForm>;
/** A rule inside a rule, or the id of an indicator. */
export type RulePart = z.infer<typeof part>;
