import { districtByNumber, districts } from '#city/city.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { evenSample } from '#core/analysis/published-sample.ts';
import { type SampleLimits, sampleLimits } from '#core/flagging/power/detectable.ts';
import { type FieldworkReport, fieldworkReportForm } from '#core/publication/open-wave/fieldwork-report.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { newestWave, publicationOf } from '../published/published-results.server.ts';

/** A wave that is being answered, as the firm last told it. */
export interface OpenWave {
  report: FieldworkReport;
  receivedAt: number;
  responses: number;
  districts: {
    district: number;
    name: string;
    responses: number;
    limits: SampleLimits['districts'][number];
  }[];
  city: SampleLimits['city'];
  /** What the limits take for granted. */
  share: number;
  designEffect: number;
  /** Of the whole city on earlier days, the oldest first. */
  days: { asOf: string; responses: number }[];
}

/** The wave that is open, by the newest report of one that has no results yet; null when there is none. */
export function openWave(database: ResultsDatabase): OpenWave | null {
  const newest = database.fieldworkReports.newest();
  if (!newest || database.publications.headsOfWave(newest.waveId).length > 0) return null;
  const rows = database.fieldworkReports.ofWave(newest.waveId);
  const reports = rows.map(({ report, waveId, asOf }) =>
    readStored(fieldworkReportForm, report, `fieldwork_reports.report of ${waveId} on ${asOf}`),
  );
  const report = reports.at(-1);
  if (!report) return null;
  const counts = new Map(report.districts.map(({ district, responses }) => [district, responses]));
  const published = newestWave(database);
  const rule = (published && publicationOf(database, published.wave.waveId)?.method.rule) ?? defaultFlagRule;
  const respondents = districts.map(({ number }) => counts.get(number) ?? 0);
  const sample = { ...evenSample(0, rule), respondents };
  const limits = sampleLimits(sample);
  return {
    report,
    receivedAt: newest.receivedAt,
    responses: total(report),
    city: limits.city,
    share: sample.share,
    designEffect: sample.designEffect,
    days: reports.map((each) => ({ asOf: each.asOf, responses: total(each) })),
    districts: limits.districts.map((ofDistrict, index) => {
      const { number, numeral, name } = districtByNumber(index + 1);
      return {
        district: number,
        name: `${numeral} ${name}`,
        responses: counts.get(number) ?? 0,
        limits: ofDistrict,
      };
    }),
  };
}

function total(report: FieldworkReport): number {
  return report.districts.reduce((sum, { responses }) => sum + responses, 0);
}
