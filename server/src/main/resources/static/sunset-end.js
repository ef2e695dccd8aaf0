// Countdown, phase, brownouts and the three figures.

import { absolute, count, counted, create, date, element, fromNow, isoDay, percent, span, sum, windows } from "./sunset-words.js";

const DAY = 24 * 60 * 60 * 1000;
const PHASES = {
  deprecated: "Works, and every answer says that it ends",
  brownout: "Rests in a brownout",
  gone: "Gone: answers 410 for good",
};

let shown;

export function showEnd(end, { callers }) {
  // The server's clock goes on by a counter of the browser, whose own clock may be wrong.
  shown = { sunset: Date.parse(end.sunset), now: Date.parse(end.now), counter: performance.now() };
  element("operation").replaceChildren("The end of ", create("code", {}, ...breakable(end.operation)));
  element("end").dataset.phase = end.phase;
  element("phase").textContent = PHASES[end.phase] ?? end.phase;
  element("date").textContent = shown.now < shown.sunset
    ? `until it is gone, on ${date(shown.sunset)}, 00:00 UTC`
    : `since it is gone, on ${date(shown.sunset)}, 00:00 UTC`;
  element("date").title = absolute(shown.sunset);
  element("instead").textContent = `Deprecated since ${date(Date.parse(end.deprecated_at))}. Instead: ${end.successor}`;
  showPostponement(end);
  showBrownouts(end, shown.now);
  showFigures(end, callers, shown.now);
  if (end.migration_page.startsWith("/")) element("migration").href = `.${end.migration_page}`;
  tick();
}

/** A path may go on in the next line after a slash. */
function breakable(operation) {
  return operation.split(/(?=\/)/).flatMap(part => [part, create("wbr")]);
}

/** Lets the countdown go on. */
export function tick() {
  if (!shown) return;
  const now = shown.now + performance.now() - shown.counter;
  const isGone = now >= shown.sunset;
  const text = span(Math.abs(shown.sunset - now));
  if (element("countdown").textContent !== text) element("countdown").textContent = text;
  const title = isGone ? "v1.1 is gone" : `${text} until v1.1 is gone`;
  if (document.title !== title) document.title = title;
}

function showPostponement(end) {
  element("postponed").hidden = !end.postponed_from;
  element("postponed").textContent = end.postponed_from
    ? `Postponed: it was to end on ${date(Date.parse(end.postponed_from))}.`
    : "";
}

function showBrownouts(end, now) {
  const [first, ...later] = end.brownouts;
  const rules = end.brownout_rules ?? [];
  element("brownouts").hidden = !first && end.phase === "gone";
  element("brownout-title").textContent = first && Date.parse(first.start) <= now ? "Brownout now" : "Next brownout";
  element("brownout").replaceChildren(...(first ? describe(first, now) : ["None is planned."]));
  element("rules").hidden = rules.length === 0;
  element("rules").replaceChildren(
    ...rules.map(rule => create("li", { textContent: `For ${whom(rule)} ${rule.words}.` })));
  element("later").hidden = later.length === 0;
  // By a rule there are more than these.
  element("later").querySelector("summary").textContent = rules.length > 0
    ? `The next ${count(later.length)}`
    : `${count(later.length)} more`;
  element("later").querySelector("ul").replaceChildren(
    ...later.map(brownout => create("li", {}, ...describe(brownout, now))));
}

function describe(brownout, now) {
  const [start, end] = [Date.parse(brownout.start), Date.parse(brownout.end)];
  const state = start <= now ? `ends ${fromNow(end, now)}` : `starts ${fromNow(start, now)}`;
  return [
    ...windows(start, end).map(text => create("time", { dateTime: brownout.start, textContent: text })),
    `For ${whom(brownout)}; ${state}.`,
  ];
}

function whom({ projects = [], percent: share }) {
  const some = share < 100 ? `${share} % of ` : "";
  return projects.length === 0
    ? `${some || "all "}projects`
    : `${some}${counted(projects.length, "project")} (${projects.join(", ")})`;
}

function showFigures({ days }, callers, now) {
  const [week, before] = [isoDay(now - 6 * DAY), isoDay(now - 13 * DAY)];
  const recent = days.filter(({ day }) => day >= week);
  const earlier = days.filter(({ day }) => day >= before && day < week);
  const [old, successor] = [sum(recent, "deprecated"), sum(recent, "successor")];
  element("tile-callers").textContent = count(callers.filter(isCallingProject).length);
  element("tile-calls").textContent = count(old);
  element("tile-trend").textContent = `in 7 days, today included; ${count(sum(earlier, "deprecated"))} in the 7 before`;
  element("tile-moved").textContent = old + successor === 0 ? "–" : percent(successor && successor / (old + successor));
}

/** Calls without a good token are no project's. */
const isCallingProject = caller => caller.last_month > 0 && caller.project !== "-";
