import type { Questionnaire } from '../definition.ts';
import { parseExpression } from '../expression.ts';
import type { LintProblem } from '../lint-problem.ts';
import type { PlaceTurn } from '../roles.ts';
import { choicesByVariable, type KnownVariables, unknownCodes, wrongVariable } from './asked-choices.ts';

/** Questions that the method reads and that are not asked, or not so that it could read them. */
export function roleProblems(
  questionnaire: Questionnaire,
  districts: readonly { number: number }[],
): LintProblem[] {
  const { weighting, places } = questionnaire.roles;
  const known = choicesByVariable(questionnaire);
  const education = 'roles.weighting.education';
  return [
    ...districtProblems(questionnaire, districts, known),
    ...wrongVariable(known, weighting.education.variable, ['single'], `${education}.variable`),
    ...unknownCodes(known, [weighting.education.variable], weighting.education.codes, `${education}.codes`),
    ...repeatedCodes(weighting.education.codes, `${education}.codes`),
    ...(['unsafe', 'safe'] as const).flatMap((kind) =>
      turnsProblems(places[kind], known, `roles.places.${kind}`),
    ),
    ...places.unsafe.flatMap((turn, index) => {
      const here = `roles.places.unsafe[${index}]`;
      const { reasons, frequencies } = places.hearsay;
      return [
        ...unknownCodes(known, [turn.reasons], reasons, `${here}.reasons`),
        ...(turn.frequency === undefined
          ? []
          : unknownCodes(known, [turn.frequency], frequencies, `${here}.frequency`)),
      ];
    }),
  ];
}

/**
 * Every district of the city can be confirmed, and whoever confirms something else is outside the population.
 */
function districtProblems(
  questionnaire: Questionnaire,
  districts: readonly { number: number }[],
  known: KnownVariables,
): LintProblem[] {
  const { district } = questionnaire.roles;
  const path = 'roles.district';
  const wrong = wrongVariable(known, district, ['single'], path);
  if (wrong.length > 0) return wrong;
  const codes = known.get(district)?.codes ?? [];
  const parsed = parseExpression(questionnaire.screenOut);
  const isOutside = (code: number) => parsed.ok && parsed.expression.evaluate({ [district]: code });
  const numbers = districts.map(({ number }) => number);
  return [
    ...numbers
      .filter((number) => !codes.includes(number) || isOutside(number))
      .map(
        (number): LintProblem => ({ path, code: 'district-not-offered', detail: `${district} = ${number}` }),
      ),
    ...codes
      .filter((code) => !numbers.includes(code) && !isOutside(code))
      .map((code): LintProblem => ({ path, code: 'district-unknown', detail: `${district} = ${code}` })),
  ];
}

type TurnPart = keyof PlaceTurn;

const kindsOfParts: Record<Exclude<TurnPart, 'pin'>, ('single' | 'multiple' | 'text')[]> = {
  name: ['text'],
  times: ['single', 'multiple'],
  reasons: ['single', 'multiple'],
  mainReason: ['single'],
  type: ['single'],
  frequency: ['single'],
  remedy: ['single'],
};

/** Each turn asks what it should, and all turns in the same answers: a publication words their codes once. */
function turnsProblems(turns: readonly PlaceTurn[], known: KnownVariables, path: string): LintProblem[] {
  return turns.flatMap((turn, index) =>
    (Object.entries(turn) as [TurnPart, string][]).flatMap(([part, variable]): LintProblem[] => {
      const here = `${path}[${index}].${part}`;
      // No element of a questionnaire asks for a pin yet.
      if (part === 'pin') return [{ path: here, code: 'unknown-variable', detail: variable }];
      const wrong = wrongVariable(known, variable, kindsOfParts[part], here);
      if (wrong.length > 0) return wrong;
      const first = turns[0]?.[part];
      const isAlike = first === undefined || known.get(variable)?.choices === known.get(first)?.choices;
      return isAlike ? [] : [{ path: here, code: 'other-answers', detail: `${variable} ≠ ${first}` }];
    }),
  );
}

function repeatedCodes(codes: readonly number[], path: string): LintProblem[] {
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [{ path: `${path}[${index}]`, code: 'duplicate-code', detail: String(code) }]
      : [],
  );
}
