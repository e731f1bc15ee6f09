import type { SeriesDraft } from '../use-cases/results/context/define-series.server.ts';

const announcement = {
  source: 'Urząd Miasta Krakowa, komunikat o bezpieczeństwie w mieście, 2025',
  sourceEnglish: 'City of Kraków, announcement on safety in the city, 2025',
  url: '',
};

/** What invented figures give as their source. */
export const syntheticSource = {
  source: 'Miasto pokazowe; w komunikacie miasta nie podano takich liczb',
  sourceEnglish: 'Demonstration city; the city’s announcement gives no such figures',
  url: '',
};

/** Figures that were really published, as the demonstration brings them. */
export const publishedSeries: readonly { draft: SeriesDraft; csv: string }[] = [
  {
    draft: {
      ...announcement,
      service: 'municipal-guard',
      name: 'Interwencje Straży Miejskiej po obserwacji z monitoringu',
      nameEnglish: 'Municipal guard: interventions that began with camera footage',
      unit: 'interwencje',
      unitEnglish: 'interventions',
      geography: 'city',
      period: 'year',
    },
    csv: 'rok;liczba\n2023;7500\n2024;8480\n',
  },
  {
    draft: {
      ...announcement,
      service: 'cameras',
      name: 'Kamery w zintegrowanym systemie monitoringu',
      nameEnglish: 'Cameras of the integrated system',
      unit: 'kamery',
      unitEnglish: 'cameras',
      geography: 'city',
      period: 'year',
    },
    csv: 'rok;liczba\n2024;569\n',
  },
  {
    draft: {
      source: 'GUS, Bank Danych Lokalnych (przestępstwa stwierdzone; podane wtórnie)',
      sourceEnglish: 'Statistics Poland, Local Data Bank (recorded crimes; taken from a secondary source)',
      url: 'https://bdl.stat.gov.pl',
      service: 'police',
      name: 'Przestępstwa stwierdzone w Krakowie',
      nameEnglish: 'Crimes recorded in Kraków',
      unit: 'przestępstwa',
      unitEnglish: 'crimes',
      geography: 'city',
      period: 'year',
    },
    csv: 'rok;liczba\n2025;18603\n',
  },
];
