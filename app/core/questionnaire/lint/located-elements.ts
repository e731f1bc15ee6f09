import type { Questionnaire, SurveyElement } from '../definition.ts';

/** A page, panel or question with its path in the JSON. */
export interface LocatedElement {
  element: SurveyElement | (Questionnaire['definition']['pages'][number] & { type: 'page' });
  path: string;
}

/** Pages, panels and questions in the order of the definition, each before what it contains. */
export function locatedElements({ definition }: Questionnaire): LocatedElement[] {
  return definition.pages.flatMap((page, index) => {
    const path = `definition.pages[${index}]`;
    return [{ element: { ...page, type: 'page' as const }, path }, ...inside(page.elements, path)];
  });
}

function inside(elements: SurveyElement[], around: string): LocatedElement[] {
  return elements.flatMap((element, index) => {
    const path = `${around}.elements[${index}]`;
    const here = { element, path };
    return element.type === 'panel' ? [here, ...inside(element.elements, path)] : [here];
  });
}
