const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. */
export const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;

export const dayText = (day) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

export const monthText = (day) => dayText(day).slice(0, 7);

const weekdayOf = (day) => new Date(day * MS_PER_DAY).getUTCDay();

function timeText(second) {
  const twoDigits = (number) => String(number).padStart(2, "0");
  return `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`;
}

export const instantText = ({ day, second }) => `${dayText(day)} ${timeText(second)}`;

export const secondOf = (hour, minute) => hour * 3600 + minute * 60;

export function lastDayOfMonth(month) {
  const [year, monthNumber] = month.split("-").map(Number);
  return Date.UTC(year, monthNumber, 0) / MS_PER_DAY;
}

/** The same day of the month, or that month's last day where there is none. */
export function addMonths(day, months) {
  const start = new Date(day * MS_PER_DAY);
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1) / MS_PER_DAY;
  const last = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0) / MS_PER_DAY;
  return Math.min(first + start.getUTCDate() - 1, last);
}

export function daysBetween(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const SPRING_FESTIVALS = [
  ["2024-02-10", "2024-02-17"],
  ["2025-01-28", "2025-02-04"],
];

const OTHER_BREAKS = [
  ["2024-01-01", "2024-01-01"],
  ["2024-04-04", "2024-04-06"],
  ["2024-05-01", "2024-05-05"],
  ["2024-06-08", "2024-06-10"],
  ["2024-09-15", "2024-09-17"],
  ["2024-10-01", "2024-10-07"],
  ["2025-01-01", "2025-01-01"],
  ["2025-04-04", "2025-04-06"],
];

const WORKING_WEEKENDS = [
  "2024-02-04",
  "2024-02-18",
  "2024-04-07",
  "2024-04-28",
  "2024-05-11",
  "2024-09-14",
  "2024-09-29",
  "2024-10-12",
  "2025-01-26",
  "2025-02-08",
];

const daysOf = (breaks) => new Set(breaks.flatMap(([from, to]) => daysBetween(dayOf(from), dayOf(to))));
const springFestivalDays = daysOf(SPRING_FESTIVALS);
const otherBreakDays = daysOf(OTHER_BREAKS);
const workingWeekendDays = new Set(WORKING_WEEKENDS.map(dayOf));

export function isWorkingDay(day) {
  if (springFestivalDays.has(day) || otherBreakDays.has(day)) return false;
  return workingWeekendDays.has(day) || (weekdayOf(day) !== 0 && weekdayOf(day) !== 6);
}

/** The day on which something due on `day` is paid. */
export function settlementDay(day) {
  let settled = day;
  while (!isWorkingDay(settled)) settled += 1;
  return settled;
}

/** How lively a day is, against 1000 for an ordinary Wednesday. */
export function busynessPermille(day) {
  if (springFestivalDays.has(day)) return 170;
  if (otherBreakDays.has(day)) return 380;
  if (!isWorkingDay(day)) return 560;
  return [1000, 1080, 1040, 1000, 960, 930, 900][weekdayOf(day)];
}
