import { SECONDS_A_DAY, zoneOffsetSeconds } from "#src/domain/calendar.ts";

/** Zones change their clocks on whole quarters of an hour. */
const QUARTER = 900;

/** The platform's clock: what it showed at an instant. */
export class Clock {
  readonly #zone: string;
  readonly #offsets = new Map<number, number>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  toLocal(utcSeconds: number): number {
    const quarter = Math.floor(utcSeconds / QUARTER);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      offset = zoneOffsetSeconds(this.#zone, quarter * QUARTER);
      if (this.#offsets.size >= 10_000) this.#offsets.clear();
      this.#offsets.set(quarter, offset);
    }
    return utcSeconds + offset;
  }
}

/** Seconds after midnight, and the offset from UTC in seconds where the text names one. */
export interface ClockTime {
  readonly seconds: number;
  readonly offset: number | undefined;
}

const NOON_MARK = /^(上午|下午|am|pm)\s*|\s*(上午|下午|am|pm)$/;
const OFFSET = /\s*(?:(z|utc|gmt)|([+-])(\d{2}):?(\d{2})?)$/;
const CLOCK = /^(\d{1,2})[:时点](\d{1,2})(?:分|[:分](\d{1,2})(?:[.,]\d{1,9})?秒?)?$/;
const CLOCK_DIGITS = /^(\d{2})(\d{2})(\d{2})?$/;

/** A time of day in plain lower-case text; empty is midnight, and 24:00 the next one. */
export function clockSeconds(text: string): ClockTime | undefined {
  let time = text.trim();
  if (time === "") return { seconds: 0, offset: undefined };
  const zone = OFFSET.exec(time);
  if (zone) time = time.slice(0, zone.index);
  const noonMark = NOON_MARK.exec(time);
  const half = noonMark?.[1] ?? noonMark?.[2];
  time = time.replace(NOON_MARK, "");
  const match = CLOCK.exec(time) ?? CLOCK_DIGITS.exec(time);
  if (match === null) return undefined;
  let hours = Number(match[1]);
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)];
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === "下午" || half === "pm" ? 12 : 0);
  }
  if (minutes > 59 || seconds > 59 || hours > 24 || (hours === 24 && minutes + seconds > 0)) return undefined;
  const offset = zone ? offsetSeconds(zone) : undefined;
  if (Number.isNaN(offset)) return undefined;
  return { seconds: hours === 24 ? SECONDS_A_DAY : hours * 3600 + minutes * 60 + seconds, offset };
}

/** NaN when no zone is that far from UTC. */
function offsetSeconds(zone: RegExpExecArray): number {
  if (zone[1] !== undefined) return 0;
  const [hours, minutes] = [Number(zone[3]), Number(zone[4] ?? 0)];
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (zone[2] === "-" ? -1 : 1) * (hours * 3600 + minutes * 60);
}
