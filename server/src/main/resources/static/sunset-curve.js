// The calls of both versions, day by day.

import { count, create, date, element, isoDay, shortDate, sum } from "./sunset-words.js";

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 90;
const SERIES = [
  { key: "deprecated", name: "v1.1", color: "--old" },
  { key: "successor", name: "v2", color: "--new" },
];

let chart;

export function showCurve(end) {
  const days = everyDay(end);
  chart ??= draw();
  chart.data.labels = days.map(({ day }) => day);
  SERIES.forEach(({ key }, i) => { chart.data.datasets[i].data = days.map(day => day[key]); });
  paint();
  showLegend(days);
  showTable(days);
  element("curve").setAttribute("aria-label", describe(days));
}

/** The server leaves out a day without calls; here it is a zero. */
function everyDay({ now, days }) {
  const known = new Map(days.map(day => [day.day, day]));
  const none = days.some(day => day.successor === undefined) ? { deprecated: 0 } : { deprecated: 0, successor: 0 };
  return Array.from({ length: DAYS }, (_, i) => isoDay(Date.parse(now) - (DAYS - 1 - i) * DAY))
    .map(day => known.get(day) ?? { day, ...none });
}

function draw() {
  return new Chart(element("curve"), {
    type: "line",
    data: { labels: [], datasets: SERIES.map(series) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 24, callback: (_, i) => shortDate(Date.parse(chart.data.labels[i])) } },
        y: { beginAtZero: true, border: { display: false }, ticks: { precision: 0, maxTicksLimit: 6 } },
      },
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { title: ([point]) => `${date(Date.parse(point.label))}, UTC` } },
      },
    },
  });
}

function series({ name }) {
  return {
    label: name,
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 8,
    cubicInterpolationMode: "monotone",
    // Today is not over.
    segment: { borderDash: context => (context.p1DataIndex === DAYS - 1 ? [4, 4] : undefined) },
  };
}

function paint() {
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  SERIES.forEach((series, i) => {
    Object.assign(chart.data.datasets[i], { borderColor: color(series.color), backgroundColor: color(series.color) });
  });
  Object.values(chart.options.scales).forEach(scale => { scale.ticks.color = color("--quiet"); });
  chart.options.scales.y.grid.color = color("--line");
  Object.assign(chart.options.plugins.tooltip, {
    backgroundColor: color("--text"), titleColor: color("--sheet"), bodyColor: color("--sheet"), multiKeyBackground: color("--sheet"),
  });
  chart.update();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart && paint());

/** Buttons that take a curve away: the other one then has the whole height. */
function showLegend(days) {
  if (element("legend").childElementCount === 0) element("legend").append(...SERIES.map(button));
  SERIES.forEach(({ key, name }, i) => {
    const total = sum(days, key);
    element("legend").children[i].textContent = `${name}: ${count(total)}`;
  });
}

function button({ color }, i) {
  const created = create("button", { type: "button", ariaPressed: "true" });
  created.style.setProperty("--series", `var(${color})`);
  created.addEventListener("click", () => {
    const isShown = !chart.isDatasetVisible(i);
    chart.setDatasetVisibility(i, isShown);
    created.ariaPressed = String(isShown);
    chart.update();
  });
  return created;
}

function showTable(days) {
  element("days").replaceChildren(...days.toReversed().map(day => create("tr", {},
    create("th", { scope: "row", textContent: day.day }),
    ...SERIES.map(({ key }) => create("td", { className: "number", textContent: count(day[key]) })))));
}

function describe(days) {
  const last = days.at(-2);
  const peaks = SERIES.map(({ key, name }) => `${name} ${count(last[key])}, at most ${count(last[key] === undefined ? undefined : Math.max(...days.map(day => day[key])))}`);
  return `Calls per day. Yesterday, and the most within 90 days: ${peaks.join("; ")}.`;
}
