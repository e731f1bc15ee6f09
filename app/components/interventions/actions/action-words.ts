import { formatDay } from '../../../i18n/format.ts';
import type { Translator } from '../../../i18n/translate.ts';
import type { Action, CameraAction } from '../../../use-cases/results/interventions/actions-for.server.ts';

/** `(under way since 2 May 2026); place: …; aim: …; answers: the city guard`, after the name of an action. */
export function actionWords(translator: Translator, action: Action): string {
  return `${actionState(translator, action)}${answersWords(translator, action)}`;
}

/** `; answers: the city guard`; the district's own line says it of what is done in the whole district. */
export function answersWords({ t }: Translator, { isOfDistrict, responsible }: Action): string {
  return isOfDistrict ? '' : `; ${t('interventions:line.responsible', { responsible })}`;
}

/** How far an action is, and where and what for if it is not plain from what stands above. */
export function actionState(
  translator: Translator,
  action: Action,
  { tellsAim = true }: { tellsAim?: boolean } = {},
): string {
  const { t, language } = translator;
  const { what, isOfDistrict, placeName } = action;
  const state =
    what === 'camera'
      ? cameraWords(translator, action)
      : t(`interventions:line.${action.status}`, { day: formatDay(language, action.on, 'medium') });
  const aim = what === 'intervention' && tellsAim ? action.aim : null;
  return [
    state,
    ...(isOfDistrict ? [t('interventions:line.ofDistrict')] : []),
    ...(placeName === null ? [] : [t('interventions:line.place', { place: placeName })]),
    ...(aim === null ? [] : [t('interventions:line.aim', { aim: aim[language] })]),
  ].join('; ');
}

function cameraWords({ t, language }: Translator, { status, on, confirmed, steps }: CameraAction): string {
  if (status === 'decided')
    return t('interventions:line.camerasDecided', { day: formatDay(language, on, 'medium') });
  return t(`interventions:line.${confirmed < steps ? 'camerasProposed' : 'camerasAwaiting'}`, {
    confirmed,
    steps,
  });
}
