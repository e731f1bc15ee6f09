import type { AnswerValue } from '../definition.ts';
import type { CompiledChoices, CompiledQuestion, CompiledText } from './compile.ts';

/** Why a value cannot be the answer to its question, whatever else was answered. */
export type ValueProblem =
  | 'wrong-type'
  | 'not-a-choice'
  | 'duplicate-choice'
  | 'exclusive-choice'
  | 'too-many-choices'
  | 'too-long'
  | 'control-character';

/** `null` clears the answer. */
export type ValueJudgement = { ok: true; value: AnswerValue | null } | { ok: false; code: ValueProblem };

const cleared: ValueJudgement = { ok: true, value: null };

/** Judges one submitted value by itself: its type, its codes, its length. Routing is `judgePage`'s matter. */
export function judgeValue(question: CompiledQuestion, submitted: unknown): ValueJudgement {
  if (submitted === null || submitted === '') return cleared;
  if (question.kind === 'text') return judgeText(question, submitted);
  return question.kind === 'single' ? judgeCode(question, submitted) : judgeCodes(question, submitted);
}

function judgeCode({ offeredIf }: CompiledChoices, submitted: unknown): ValueJudgement {
  if (typeof submitted !== 'number') return { ok: false, code: 'wrong-type' };
  return offeredIf.has(submitted) ? { ok: true, value: submitted } : { ok: false, code: 'not-a-choice' };
}

function judgeCodes(question: CompiledChoices, submitted: unknown): ValueJudgement {
  if (!Array.isArray(submitted)) return { ok: false, code: 'wrong-type' };
  if (submitted.length === 0) return cleared;
  if (submitted.length > question.offeredIf.size) return { ok: false, code: 'too-many-choices' };
  const codes: number[] = [];
  for (const code of submitted as unknown[]) {
    if (typeof code !== 'number') return { ok: false, code: 'wrong-type' };
    if (!question.offeredIf.has(code)) return { ok: false, code: 'not-a-choice' };
    if (codes.includes(code)) return { ok: false, code: 'duplicate-choice' };
    codes.push(code);
  }
  if (codes.length > 1 && codes.some((code) => question.exclusive.has(code))) {
    return { ok: false, code: 'exclusive-choice' };
  }
  if (codes.length > question.mostSelected) return { ok: false, code: 'too-many-choices' };
  return { ok: true, value: codes.sort((a, b) => a - b) };
}

/**
 * Controls, line and paragraph separators, marks that turn the direction of text, and halves of characters.
 */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

function judgeText({ maxLength, severalLines }: CompiledText, submitted: unknown): ValueJudgement {
  if (typeof submitted !== 'string') return { ok: false, code: 'wrong-type' };
  // Twice covers carriage returns and decomposed letters; longer input is not worth normalising.
  if (submitted.length > 2 * maxLength + 2) return { ok: false, code: 'too-long' };
  const value = submitted.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', ' ').trim();
  if (unprintable.test(severalLines ? value.replaceAll('\n', ' ') : value)) {
    return { ok: false, code: 'control-character' };
  }
  if (value.length > maxLength) return { ok: false, code: 'too-long' };
  return value === '' ? cleared : { ok: true, value };
}
