/** One source of the method, as a list of references names it: titles stay in their language. */
export interface Reference {
  id: string;
  authors: string;
  year: number;
  title: string;
  link: string;
}

/** In the order of the method: draw, weights, estimates, tests, places, protection, software. */
export const references = [
  {
    id: 'krawczyk',
    authors: 'Krawczyk, Bellare & Canetti',
    year: 1997,
    title: 'HMAC: Keyed-Hashing for Message Authentication. RFC 2104',
    link: 'https://www.rfc-editor.org/rfc/rfc2104',
  },
  {
    id: 'ohlsson',
    authors: 'Ohlsson',
    year: 1995,
    title: 'Coordination of Samples Using Permanent Random Numbers. In: Business Survey Methods, 153–169',
    link: 'https://doi.org/10.1002/9781118150504',
  },
  {
    id: 'aapor',
    authors: 'AAPOR',
    year: 2023,
    title:
      'Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys, 10th edition',
    link: 'https://aapor.org/standards-and-ethics/standard-definitions/',
  },
  {
    id: 'deming',
    authors: 'Deming & Stephan',
    year: 1940,
    title:
      'On a Least Squares Adjustment of a Sampled Frequency Table. Annals of Mathematical Statistics 11, 427–444',
    link: 'https://doi.org/10.1214/aoms/1177731829',
  },
  {
    id: 'battaglia',
    authors: 'Battaglia, Hoaglin & Frankel',
    year: 2009,
    title: 'Practical Considerations in Raking Survey Data. Survey Practice 2(5)',
    link: 'https://doi.org/10.29115/SP-2009-0019',
  },
  {
    id: 'kish',
    authors: 'Kish',
    year: 1992,
    title: 'Weighting for Unequal Pᵢ. Journal of Official Statistics 8, 183–200',
    link: 'https://www.scb.se/dokumentation/statistiska-metoder/JOS-archive/',
  },
  {
    id: 'deville',
    authors: 'Deville & Särndal',
    year: 1992,
    title:
      'Calibration Estimators in Survey Sampling. Journal of the American Statistical Association 87, 376–382',
    link: 'https://doi.org/10.1080/01621459.1992.10475217',
  },
  {
    id: 'sarndal',
    authors: 'Särndal, Swensson & Wretman',
    year: 1992,
    title: 'Model Assisted Survey Sampling. Springer',
    link: 'https://doi.org/10.1007/978-1-4612-4378-6',
  },
  {
    id: 'korn',
    authors: 'Korn & Graubard',
    year: 1998,
    title:
      'Confidence Intervals for Proportions with Small Expected Number of Positive Counts. Survey Methodology 24, 193–201',
    link: 'https://www150.statcan.gc.ca/n1/en/catalogue/12-001-X',
  },
  {
    id: 'franco',
    authors: 'Franco, Little, Louis & Slud',
    year: 2019,
    title: 'Comparative Study of Confidence Intervals for Proportions in Complex Sample Surveys',
    link: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6690503',
  },
  {
    id: 'parker',
    authors: 'Parker et al.',
    year: 2017,
    title:
      'National Center for Health Statistics Data Presentation Standards for Proportions. Vital and Health Statistics 2(175)',
    link: 'https://www.cdc.gov/nchs/data/series/sr_02/sr02_175.pdf',
  },
  {
    id: 'newcombe',
    authors: 'Newcombe',
    year: 1998,
    title:
      'Interval Estimation for the Difference between Independent Proportions: Comparison of Eleven Methods. Statistics in Medicine 17, 873–890',
    link: 'https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I',
  },
  {
    id: 'zou',
    authors: 'Zou & Donner',
    year: 2008,
    title:
      'Construction of Confidence Limits about Effect Measures: A General Approach. Statistics in Medicine 27, 1693–1702',
    link: 'https://doi.org/10.1002/sim.3095',
  },
  {
    id: 'benjamini',
    authors: 'Benjamini & Hochberg',
    year: 1995,
    title: 'Controlling the False Discovery Rate. Journal of the Royal Statistical Society B 57, 289–300',
    link: 'https://doi.org/10.1111/j.2517-6161.1995.tb02031.x',
  },
  {
    id: 'klein',
    authors: 'Klein, Wright & Wieczorek',
    year: 2020,
    title:
      'A Joint Confidence Region for an Overall Ranking of Populations. Journal of the Royal Statistical Society C 69, 589–606',
    link: 'https://doi.org/10.1111/rssc.12402',
  },
  {
    id: 'spiegelhalter',
    authors: 'Spiegelhalter',
    year: 2005,
    title: 'Funnel Plots for Comparing Institutional Performance. Statistics in Medicine 24, 1185–1202',
    link: 'https://doi.org/10.1002/sim.1970',
  },
  {
    id: 'schouten',
    authors: 'Schouten, van den Brakel, Buelens, van der Laan & Klausch',
    year: 2013,
    title:
      'Disentangling Mode-Specific Selection and Measurement Bias in Social Surveys. Social Science Research 42, 1555–1570',
    link: 'https://doi.org/10.1016/j.ssresearch.2013.07.005',
  },
  {
    id: 'vandenbrakel',
    authors: 'van den Brakel, Zhang & Tam',
    year: 2017,
    title: 'Measuring Discontinuities due to Survey Process Redesigns. Statistics Netherlands',
    link: 'https://www.cbs.nl/en-gb/background/2017/30/measuring-discontinuities-due-to-survey-process-redesigns',
  },
  {
    id: 'caldas',
    authors: 'Caldas de Castro & Singer',
    year: 2006,
    title:
      'Controlling the False Discovery Rate: A New Application to Account for Multiple and Dependent Tests in Local Statistics of Spatial Association. Geographical Analysis 38, 180–208',
    link: 'https://doi.org/10.1111/j.0016-7363.2006.00682.x',
  },
  {
    id: 'jakobi',
    authors: 'Jakobi & Pődör',
    year: 2020,
    title:
      'GIS-Based Statistical Analysis of Detecting Fear of Crime with Digital Sketch Maps: A Hungarian Multicity Study. ISPRS International Journal of Geo-Information 9, 229',
    link: 'https://doi.org/10.3390/ijgi9040229',
  },
  {
    id: 'hundepool',
    authors: 'Hundepool et al.',
    year: 2012,
    title: 'Statistical Disclosure Control. Wiley',
    link: 'https://doi.org/10.1002/9781118348239',
  },
  {
    id: 'lumley',
    authors: 'Lumley',
    year: 2004,
    title:
      'Analysis of Complex Survey Samples. Journal of Statistical Software 9(8), and the R package survey',
    link: 'https://doi.org/10.18637/jss.v009.i08',
  },
] as const satisfies readonly Reference[];

export type ReferenceId = (typeof references)[number]['id'];
