import type { Questionnaire } from '../definition.ts';
import { about } from './about.ts';
import { behaviour } from './behaviour.ts';
import { city } from './city.ts';
import { outsideKrakow } from './districts.ts';
import { text } from './elements.ts';
import { environment } from './environment.ts';
import { experience } from './experience.ts';
import { feeling } from './feeling.ts';
import { places } from './places.ts';
import { problems } from './problems.ts';
import { keyVariables, rotations } from './rotations.ts';
import { services } from './services.ts';
import { texts } from './texts.ts';
import { worry } from './worry.ts';

const pages = [city, feeling, problems, worry, experience, behaviour, places, services, environment, about];

/** Version 1 of the survey of Kraków's residents: 35 items on 10 pages. Consent is given on the start page. */
export const krakowQuestionnaire: Questionnaire = {
  version: 'krakow-1',
  status: 'draft',
  definition: {
    title: text([
      'Poczucie bezpieczeństwa w Krakowie',
      'Feeling of safety in Kraków',
      'Відчуття безпеки в Кракові',
    ]),
    pages,
  },
  screenOut: `{q02_district} = ${outsideKrakow}`,
  textVariables: ['recall_date'],
  rotations,
  keyVariables,
  texts,
};
