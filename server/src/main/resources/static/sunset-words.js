// How the page says times, counts and shares; all of it in English, like its texts.

const LANGUAGE = "en-GB";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [["day", DAY], ["hour", HOUR], ["minute", MINUTE], ["second", SECOND]];

const counts = new Intl.NumberFormat(LANGUAGE);
const relative = new Intl.RelativeTimeFormat(LANGUAGE);
const moment = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
const localMoment = new Intl.DateTimeFormat(LANGUAGE, moment);
const utcMoment = new Intl.DateTimeFormat(LANGUAGE, { ...moment, timeZone: "UTC" });
const dates = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const shortDates = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat(LANGUAGE, { timeStyle: "medium" });

export const element = id => document.getElementById(id);

export function create(name, properties = {}, ...children) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

/** What the server leaves out, nobody knows. */
export const count = number => (number === undefined ? "unknown" : counts.format(number));
/** Of the calls of all days; unknown, if those of one day are. */
export const sum = (days, series) =>
  (days.some(day => day[series] === undefined) ? undefined : days.reduce((total, day) => total + day[series], 0));
export const counted = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;
export const date = time => dates.format(time);
export const shortDate = time => shortDates.format(time);
export const clockTime = time => clock.format(time);
export const isoDay = time => new Date(time).toISOString().slice(0, 10);

/** Rounded down: 100 % means all. */
export function percent(share) {
  if (share === undefined) return "unknown";
  const tenths = Math.floor(share * 1000 + 1e-6) / 10;
  return share > 0 && tenths === 0 ? "< 0.1 %" : `${count(tenths)} %`;
}

/** The two largest units of a time span, like 12 days 3 hours. */
export function span(milliseconds) {
  const largest = UNITS.findIndex(([, length]) => milliseconds >= length);
  const from = largest === -1 ? UNITS.length - 1 : largest;
  let rest = Math.max(0, milliseconds);
  return UNITS.slice(from, from + 2).map(([unit, length]) => {
    const number = Math.floor(rest / length);
    rest -= number * length;
    return counted(number, unit);
  }).join(" ");
}

/** Like 3 days ago, or in 3 days. */
export function fromNow(time, now) {
  const difference = time - now;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(difference) >= length) ?? UNITS.at(-1);
  return relative.format(Math.trunc(difference / length), unit);
}

/** A moment in UTC, and in the time of who looks. */
export function absolute(time) {
  const [utc, local] = [utcMoment.format(time), localMoment.format(time)];
  return utc === local ? utc : `${utc}\n${local}`;
}

/** A window in UTC and in the time of who looks, if that is another. */
export function windows(start, end) {
  const [utc, local] = [utcMoment.formatRange(start, end), localMoment.formatRange(start, end)];
  return utc === local ? [utc] : [utc, local];
}
