import type { InterventionCourse } from '#core/intervention/course.ts';
import { formatDay } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

interface Planned {
  startsOn: string;
  endsOn: string | null;
}

/** When it was, or is planned to be: a plan never reads as done. */
export function courseWords(
  { t, language }: Translator,
  { startsOn, endsOn }: Planned,
  { beganOn, endedOn }: InterventionCourse,
  style: 'long' | 'medium' = 'medium',
): string {
  const day = (text: string) => formatDay(language, text, style);
  const planned = endsOn === null ? day(startsOn) : `${day(startsOn)} – ${day(endsOn)}`;
  if (beganOn === null) {
    return t(endedOn === null ? 'interventions:course.planned' : 'interventions:course.never', { planned });
  }
  const real =
    endedOn === null
      ? t('interventions:from', { from: day(beganOn) })
      : t('interventions:fromTo', { from: day(beganOn), to: day(endedOn) });
  const isAsPlanned = beganOn === startsOn && (endsOn === null || endsOn === endedOn);
  return isAsPlanned ? real : t('interventions:course.differs', { real, planned });
}
