import type { SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { options, single, text } from './elements.ts';
import { safePlace, unsafePlace } from './place-loops.ts';
import { cannotSay } from './scales.ts';

const yesNo = options([1, 'tak', 'yes', 'так'], [2, 'nie', 'no', 'ні']).concat(cannotSay);

/** Place k + 1 is asked when every place before it was followed by "yes, another". */
export const places: SurveyPage = {
  name: 'places',
  title: text(['Miejsca', 'Places', 'Місця']),
  visibleIf: livesInKrakow,
  elements: [
    single(
      'q20_place_gate',
      [
        'Czy w Krakowie jest konkretne miejsce, w którym nie czuje się Pani/Pan bezpiecznie albo które Pani/Pan omija?',
        'Is there a specific place in Kraków where you do not feel safe or which you avoid?',
        'Чи є в Кракові конкретне місце, де Ви не почуваєтеся безпечно або яке оминаєте?',
      ],
      yesNo,
    ),
    unsafePlace(1, '{q20_place_gate} = 1'),
    unsafePlace(2, '{q20_place_gate} = 1 and {q21_1_more} = 1'),
    unsafePlace(3, '{q20_place_gate} = 1 and {q21_1_more} = 1 and {q21_2_more} = 1'),
    single(
      'q22_safe_place',
      [
        'A jest w Krakowie miejsce, w którym czuje się Pani/Pan szczególnie bezpiecznie, także po zmroku?',
        'And is there a place in Kraków where you feel particularly safe, also after dark?',
        'А чи є в Кракові місце, де Ви почуваєтеся особливо безпечно, також після настання темряви?',
      ],
      yesNo,
    ),
    safePlace(1, '{q22_safe_place} = 1'),
    safePlace(2, '{q22_safe_place} = 1 and {q22_1_more} = 1'),
    safePlace(3, '{q22_safe_place} = 1 and {q22_1_more} = 1 and {q22_2_more} = 1'),
  ],
};
