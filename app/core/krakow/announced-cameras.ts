/**
 * What the city itself has announced of its cameras: figures of the whole city, for which it gives no
 * districts, so that none may be made up.
 */
export const announcedCameras = {
  source: {
    pl: 'Urząd Miasta Krakowa, komunikat o bezpieczeństwie w mieście, 2025',
    en: 'City of Kraków, announcement on safety in the city, 2025',
  },
  /** Cameras of the integrated system. */
  integrated: 569,
  /** Of them, added in the last two years. */
  addedInTwoYears: 46,
  /** Cameras of units of the city that can be linked to it. */
  linkable: 22_273,
  /** Where the announcement says that cameras are planned, in agreement with the district councils. */
  planned: {
    pl: ['Stare Miasto', 'Kazimierz'],
    en: ['the Old Town', 'Kazimierz'],
  },
  /** Interventions of the municipal guard that began with footage. */
  interventionsFromFootage: [
    { year: 2023, interventions: 7_500 },
    { year: 2024, interventions: 8_480 },
  ],
} as const;

/** Where the city's rule for new cameras is stated. */
export const cameraRule = {
  source: {
    pl: 'Wydział Bezpieczeństwa i Zarządzania Kryzysowego UMK, uzasadnienie do projektu nr 230 budżetu obywatelskiego 2023; art. 9a ustawy o samorządzie gminnym',
    en: 'Department of Security and Crisis Management of the City of Kraków, reasons given to project 230 of the citizens’ budget of 2023; art. 9a of the Act on municipal self-government',
  },
  url: 'https://budzet.krakow.pl/projekty2023/6536-monitoring_na_terenach_zielonych_w_dzielnicach_xv_i_xvi.html',
} as const;
