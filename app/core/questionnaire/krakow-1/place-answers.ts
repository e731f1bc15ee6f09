import { exclusive, options } from './elements.ts';

/** Kinds of places. */
export const placeTypes = options(
  [1, 'ulica, chodnik', 'street, pavement', 'вулиця, тротуар'],
  [2, 'park, zieleń', 'park, green area', 'парк, зелень'],
  [3, 'przystanek, dworzec', 'stop, station', 'зупинка, вокзал'],
  [4, 'przejście podziemne, tunel', 'underpass, tunnel', 'підземний перехід, тунель'],
  [5, 'podwórko, brama, klatka', 'yard, gateway, stairs', 'двір, брама, під’їзд'],
  [6, 'okolica lokali nocnych', 'near night venues', 'біля нічних закладів'],
  [7, 'okolica sklepu z alkoholem', 'near an alcohol shop', 'біля магазину з алкоголем'],
  [8, 'parking, garaż', 'car park, garage', 'паркінг, гараж'],
  [9, 'szkoła, boisko', 'school, pitch', 'школа, майданчик'],
  [10, 'pustostan, teren zaniedbany', 'empty or neglected site', 'пустка, занедбана територія'],
  [11, 'inne', 'other', 'інше'],
);

/** "Always" says all the others at once, so it stands alone. */
export const unsafeTimes = options(
  [1, 'rano i w dzień', 'morning and day', 'ранок і день'],
  [2, 'wieczór (po zmroku do 22)', 'evening (dark to 22)', 'вечір (після темряви до 22)'],
  [3, 'noc (22–6)', 'night (22–6)', 'ніч (22–6)'],
  [4, 'weekendy', 'weekends', 'вихідні'],
  [5, 'podczas imprez lub meczów', 'during events or matches', 'під час подій або матчів'],
).concat(exclusive(options([6, 'zawsze', 'always', 'завжди'])));

/** What makes a place unsafe. */
export const reasons = options(
  [1, 'ciemno, złe oświetlenie', 'dark, poor lighting', 'темно, погане освітлення'],
  [2, 'pusto, nikogo w pobliżu', 'empty, nobody around', 'безлюдно, нікого поблизу'],
  [3, 'osoby pijące, nietrzeźwe', 'people drinking or drunk', 'п’яні особи'],
  [4, 'narkotyki', 'drugs', 'наркотики'],
  [5, 'agresywne osoby lub grupy', 'aggressive people or groups', 'агресивні особи або групи'],
  [6, 'zaczepianie kobiet, molestowanie', 'pestering of women, harassment', 'чіпляння до жінок, домагання'],
  [7, 'kradzieże', 'thefts', 'крадіжки'],
  [8, 'tłok, impreza', 'crowd, partying', 'натовп, вечірки'],
  [9, 'zaniedbanie, śmieci, dewastacja', 'neglect, litter, damage', 'занедбаність, сміття, пошкодження'],
  [10, 'ukryte zakamarki, brak widoczności', 'hidden corners, poor sight lines', 'закутки, погана видимість'],
  [11, 'ruch pojazdów', 'vehicle traffic', 'рух транспорту'],
  [12, 'własne złe doświadczenie', 'own bad experience', 'власний поганий досвід'],
  [13, 'słyszałam/em od innych lub z mediów', 'heard from others or media', 'чув/-ла від інших чи зі ЗМІ'],
  [14, 'inne', 'other', 'інше'],
);

/** Reason and frequency of those who know the place only from others (a reputation, not an experience). */
export const heardOnlyReason = 13;
/** The frequency of someone who only heard of a place: it counts as reputation, not as evidence. */
export const neverGoFrequency = 5;

/** How often someone is at a place. */
export const frequencies = options(
  [1, 'prawie codziennie', 'almost daily', 'майже щодня'],
  [2, 'co tydzień', 'weekly', 'щотижня'],
  [3, 'rzadziej', 'less often', 'рідше'],
  [4, 'omijam całkowicie', 'avoid completely', 'повністю оминаю'],
  [5, 'nie bywam, tylko słyszałam/em', 'never go, only heard', 'не буваю, лише чув/-ла'],
);

/** What would help at a place. */
export const remedies = options(
  [1, 'oświetlenie', 'lighting', 'освітлення'],
  [2, 'patrole', 'patrols', 'патрулі'],
  [3, 'uporządkowanie, remont', 'clean-up, repair', 'прибирання, ремонт'],
  [4, 'zmiana organizacji ruchu', 'traffic changes', 'зміна організації руху'],
  [5, 'pomoc społeczna, streetworking', 'social help, outreach', 'соціальна допомога, вулична робота'],
  [
    6,
    'kontrola lokali i sprzedaży alkoholu',
    'control of venues and alcohol sales',
    'контроль закладів і продажу алкоголю',
  ],
  [
    7,
    'więcej ludzi i życia w tym miejscu',
    'more people and activity there',
    'більше людей і життя в цьому місці',
  ],
  [8, 'monitoring wizyjny', 'CCTV', 'відеоспостереження'],
  [9, 'inne', 'other', 'інше'],
);
