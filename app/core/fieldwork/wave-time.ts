const dayFormats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format;
}

/** Reads an instant as the wall clock of a time zone shows it, written as if it were UTC. */
function asIfUtc(instant: number, timeZone: string): number {
  const parts = wallClock(timeZone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The instant (milliseconds since 1970) at which the clock of a time zone shows `time` on `day`. A time that
 * the spring change skips is read as if the clock had not been changed yet; of a time that autumn shows
 * twice, the first is meant.
 *
 * @throws when `day` is not written `YYYY-MM-DD` or `time` not `HH:MM`
 */
export function instantAt(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wanted)) throw new Error(`\`instantAt\` requires a day and a time, not ${day} ${time}`);
  const earlierOffset = asIfUtc(wanted - 86_400_000, timeZone) - (wanted - 86_400_000);
  const laterOffset = asIfUtc(wanted + 86_400_000, timeZone) - (wanted + 86_400_000);
  const first = wanted - earlierOffset;
  if (asIfUtc(first, timeZone) === wanted) return first;
  const second = wanted - laterOffset;
  return asIfUtc(second, timeZone) === wanted ? second : first;
}

/** The day `YYYY-MM-DD` that the calendar of a time zone shows at an instant. */
export function dayIn(instant: number, timeZone: string): string {
  return new Date(asIfUtc(instant, timeZone)).toISOString().slice(0, 10);
}

/** The day after a day `YYYY-MM-DD`, by the calendar, whatever the clocks do. */
function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * The instants (milliseconds since 1970) between which a wave is open: from the first moment of the first day
 * to the last moment of the last, both in the time zone; `closesAt` is the first instant at which it is not.
 */
export function fieldworkWindow(
  firstDay: string,
  lastDay: string,
  timeZone: string,
): { opensAt: number; closesAt: number } {
  return {
    opensAt: instantAt(firstDay, '00:00', timeZone),
    closesAt: instantAt(nextDay(lastDay), '00:00', timeZone),
  };
}
