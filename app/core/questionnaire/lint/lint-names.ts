import type { Questionnaire, Rotation } from '../definition.ts';
import type { LintProblem } from '../lint-problem.ts';
import { locatedElements } from './located-elements.ts';
import { earlierStep, outsideStep, reviewStep, waveTextVariables } from './platform-names.ts';

/** Names that stand twice (in any case, as SPSS reads them), and names of things that do not exist. */
export function nameProblems(questionnaire: Questionnaire): LintProblem[] {
  const located = locatedElements(questionnaire);
  const rotations = questionnaire.rotations.map((rotation, index) => ({
    path: `rotations[${index}]`,
    rotation,
  }));
  const names = [
    ...located.map(({ element, path }) => ({ path: `${path}.name`, name: element.name })),
    ...rotations.map(({ path, rotation }) => ({ path: `${path}.variable`, name: rotation.variable })),
  ];
  const questions = new Set(
    located.filter(({ element }) => !('elements' in element)).map(({ element }) => element.name),
  );
  const unknownKeys = questionnaire.keyVariables
    .map(
      (name, index): LintProblem => ({
        path: `keyVariables[${index}]`,
        code: 'unknown-variable',
        detail: name,
      }),
    )
    .filter(({ detail }) => !questions.has(detail));
  const known: readonly string[] = waveTextVariables;
  const unknownTexts = questionnaire.textVariables
    .map(
      (name, index): LintProblem => ({
        path: `textVariables[${index}]`,
        code: 'unknown-text-variable',
        detail: name,
      }),
    )
    .filter(({ detail }) => !known.includes(detail));
  const reserved = located
    .filter(
      ({ element }) =>
        element.type === 'page' && [reviewStep, earlierStep, outsideStep].includes(element.name),
    )
    .map(
      ({ path, element }): LintProblem => ({
        path: `${path}.name`,
        code: 'reserved-name',
        detail: element.name,
      }),
    );
  return [
    ...duplicates(names),
    ...unknownKeys,
    ...unknownTexts,
    ...reserved,
    ...rotations.flatMap(({ path, rotation }) => rotationProblems(questionnaire, rotation, path)),
  ];
}

function duplicates(names: { path: string; name: string }[]): LintProblem[] {
  const seen = new Set<string>();
  return names.flatMap(({ path, name }) => {
    const known = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return known ? [{ path, code: 'duplicate-name', detail: name }] : [];
  });
}

function rotationProblems(questionnaire: Questionnaire, rotation: Rotation, path: string): LintProblem[] {
  const target = locatedElements(questionnaire).find(
    ({ element }) => element.name === rotation.target,
  )?.element;
  let available: (string | number)[];
  if (target?.type === 'panel' && rotation.of === 'rows') {
    available = target.elements.map(({ name }) => name);
  } else if (target && 'choices' in target && rotation.of === 'answers') {
    available = target.choices.map(({ value }) => value);
  } else {
    return [{ path: `${path}.target`, code: 'unknown-target', detail: rotation.target }];
  }
  return rotation.items.flatMap((item: string | number, index) => {
    const isTwice = (rotation.items as (string | number)[]).indexOf(item) < index;
    if (available.includes(item) && !isTwice) return [];
    return [{ path: `${path}.items[${index}]`, code: 'unknown-item', detail: String(item) }];
  });
}
