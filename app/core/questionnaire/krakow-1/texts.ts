import { text } from './elements.ts';

/** Shown on the start page. The invitation says what the study is; the consent is the sentence that is agreed to. */
export const texts = {
  introduction: text([
    'Badanie prowadzi niezależna firma na zlecenie Miasta Krakowa. Pytamy, jak bezpiecznie czują się mieszkańcy i które miejsca wymagają poprawy. Udział jest dobrowolny i trwa około 11 minut. Odpowiedzi publikujemy tylko w zestawieniach zbiorczych, nigdy pojedynczo. To nie jest kanał zgłaszania zdarzeń. W nagłej sytuacji dzwoń pod 112.',
    'This survey is run by an independent firm for the City of Kraków. We ask how safe residents feel and which places need improving. Taking part is voluntary and takes about 11 minutes. We publish answers only in totals, never one by one. This is not a channel for reporting incidents. In an emergency call 112.',
    'Опитування проводить незалежна компанія на замовлення міста Кракова. Ми запитуємо, наскільки безпечно почуваються мешканці та які місця потребують покращення. Участь добровільна і триває близько 11 хвилин. Відповіді публікуємо лише в узагальненому вигляді, ніколи окремо. Це не канал для повідомлення про події. У невідкладній ситуації телефонуйте 112.',
  ]),
  consent: text([
    'Wyrażam zgodę na udział w badaniu i zapoznałam/em się z informacją o danych osobowych.',
    'I agree to take part and have read the privacy information.',
    'Я погоджуюся взяти участь і ознайомився/-лася з інформацією про персональні дані.',
  ]),
  help: text([
    '112 · Straż Miejska 986 · telefon zaufania 116 123 · „Niebieska Linia” 800 120 002',
    '112 · Municipal Guard 986 · crisis helpline 116 123 · "Blue Line" for people facing violence 800 120 002',
    '112 · Муніципальна варта 986 · телефон довіри 116 123 · «Блакитна лінія» для тих, хто зазнає насильства, 800 120 002',
  ]),
};
