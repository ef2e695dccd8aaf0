// The table of those who still call.

import { showProject } from "./sunset-project.js";
import { absolute, count, create, element, fromNow, percent } from "./sunset-words.js";

const SHOWN = 200;
const NOBODY = "-";
const ORDER = "order-of-callers";
const VERDICTS = ["", "yes", "unknown", "no"];
const IN_WORDS = { yes: "yes", unknown: "not known", no: "no" };
const COLUMNS = [
  { title: "Project", rank: caller => caller.project, fill: project },
  { title: "May it end?", style: "verdict", rank: caller => VERDICTS.indexOf(caller.ready ?? ""), fill: verdict },
  { title: "24 hours", style: "number", rank: caller => caller.last_day },
  { title: "7 days", style: "number", rank: caller => caller.last_week },
  { title: "30 days", style: "number", rank: caller => caller.last_month },
  { title: "On v2", style: "number", rank: caller => caller.successor_share ?? -1, fill: share },
  { title: "Programs", style: "programs", fill: programs },
  { title: "Refused", style: "refused", fill: refusals },
  { title: "First seen", style: "time", rank: caller => Date.parse(caller.first_seen) || 0, fill: (caller, now) => time(caller.first_seen, now) },
  { title: "Quiet since", style: "time", rank: caller => Date.parse(caller.last_seen) || 0, fill: (caller, now) => time(caller.last_seen, now) },
];

let shown = { callers: [], isComplete: true };
let at = 0;
let order = keptOrder();
let isShortened = true;

/** What was sorted by before the page was loaded anew. */
function keptOrder() {
  const [title, direction] = (sessionStorage.getItem(ORDER) ?? "").split("/");
  const column = COLUMNS.find(one => one.title === title && one.rank);
  return column
    ? { column, isDescending: direction === "descending" }
    : { column: COLUMNS.find(one => one.title === "30 days"), isDescending: true };
}

export function showCallers({ callers, isComplete }, now, readiness) {
  element("verdict").textContent = readiness.verdict;
  const known = new Set(callers.map(caller => caller.project));
  const others = isComplete
    ? readiness.callers.filter(caller => isInTheWay(caller) && !known.has(caller.project)).map(neverSeen)
    : [];
  shown = { isComplete, callers: [...callers.filter(caller => caller.last_month > 0 || isInTheWay(caller)), ...others] };
  at = now;
  element("nobody").hidden = shown.callers.length > 0;
  element("callers").hidden = shown.callers.length === 0;
  element("windows").hidden = shown.callers.length === 0;
  element("cut").hidden = shown.isComplete;
  element("cut").textContent = `There are more: these are the first ${count(shown.callers.length)} by id.`;
  show();
}

function show() {
  if (element("columns").childElementCount === 0) element("columns").append(...COLUMNS.map(header));
  COLUMNS.forEach((column, i) => mark(element("columns").children[i], column));
  const sorted = shown.callers.filter(isWanted).toSorted(compare);
  replaceRows((isShortened ? sorted.slice(0, SHOWN) : sorted).map(row));
  element("rest").hidden = !isShortened || sorted.length <= SHOWN;
  element("rest").firstElementChild.textContent = `The first ${SHOWN} of ${count(sorted.length)}.`;
}

/** Whether a caller counts, however long ago it called: a quarterly one, or one that needs the call some day. */
const isInTheWay = caller => caller.ready === "no" || caller.ready === "unknown";

/** One that needs the call, and has not made it as far as is known. */
const neverSeen = ({ project, ready, witnesses }) => ({
  project,
  ready,
  because: witnesses.map(witness => witness.because).join(" "),
  last_day: 0,
  last_week: 0,
  last_month: 0,
  agents: [],
  outcomes: {},
});

function isWanted(caller) {
  const text = element("search").value.trim().toLowerCase();
  const ready = element("ready").value;
  return (!ready || caller.ready === ready)
    && [caller.project, caller.name, caller.last_user].some(word => word?.toLowerCase().includes(text));
}

/** Rows that look the same stay, and with them what somebody has selected there. */
function replaceRows(rows) {
  const body = element("rows");
  rows.forEach((row, i) => {
    if (!body.children[i]?.isEqualNode(row)) body.children[i] ? body.children[i].replaceWith(row) : body.append(row);
  });
  while (body.childElementCount > rows.length) body.lastElementChild.remove();
}

function compare(one, other) {
  const [a, b] = [order.column.rank(one), order.column.rank(other)];
  const difference = typeof a === "string" ? a.localeCompare(b) : a - b;
  return (order.isDescending ? -difference : difference) || one.project.localeCompare(other.project);
}

function header(column) {
  const cell = create("th", { scope: "col", role: "columnheader", className: column.style ?? "" });
  if (!column.rank) cell.append(column.title);
  else cell.append(create("button", { type: "button", textContent: column.title, onclick: () => sortBy(column) }));
  return cell;
}

function sortBy(column) {
  const isText = column.title === "Project";
  order = { column, isDescending: order.column === column ? !order.isDescending : !isText };
  sessionStorage.setItem(ORDER, `${column.title}/${order.isDescending ? "descending" : "ascending"}`);
  show();
}

function mark(cell, column) {
  if (order.column === column) cell.ariaSort = order.isDescending ? "descending" : "ascending";
  else cell.removeAttribute("aria-sort");
}

function row(caller) {
  return create("tr", { role: "row" }, ...COLUMNS.map((column, i) => {
    const cell = i === 0
      ? create("th", { scope: "row", role: "rowheader" })
      : create("td", { role: "cell", className: column.style });
    cell.dataset.column = column.title;
    cell.append(...(column.fill ? column.fill(caller, at) : [count(column.rank(caller))]));
    return cell;
  }));
}

function project(caller) {
  if (caller.project === NOBODY) return [create("i", { textContent: "without a good token" })];
  const more = create("button", { type: "button", className: "more", textContent: caller.name ?? caller.project });
  more.dataset.project = caller.project;
  const lastUser = caller.last_user ? `last used by ${caller.last_user}, ` : "";
  const domain = caller.domain ? `of domain ${caller.domain}, ` : caller.name ? "of no domain, " : "";
  if (caller.last_request_id) more.title = `${domain}${lastUser}last request ${caller.last_request_id}`;
  return caller.name ? [more, create("small", { textContent: caller.project })] : [more];
}

function verdict(caller) {
  return caller.ready ? [create("span", { textContent: IN_WORDS[caller.ready], title: caller.because ?? "" })] : [];
}

/** For those who write to the teams. A text that a spreadsheet would take for a formula is told to be none. */
function csv() {
  const columns = ["project", "name", "domain", "last_user", "last_request_id", "last_month", "last_seen", "ready", "because", "user_agents"];
  const cell = value => `"${String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const rows = shown.callers.filter(isWanted).toSorted(compare).map(caller => columns.map(column => cell(caller[column])));
  return [columns, ...rows].map(row => row.join(",")).join("\r\n");
}

function programs(caller) {
  return [create("span", { textContent: caller.agents.join(", "), title: (caller.user_agents ?? []).join("\n") })];
}

function share(caller) {
  if (caller.successor_share === undefined) return [percent(undefined)];
  const bar = create("span", { className: "share" });
  bar.style.setProperty("--moved", `${caller.successor_share * 100}%`);
  return [percent(caller.successor_share), bar];
}

function refusals({ outcomes }) {
  const refused = Object.entries(outcomes).filter(([outcome, calls]) => outcome !== "ok" && calls > 0);
  return refused.sort((one, other) => other[1] - one[1])
    .map(([outcome, calls]) => create("span", { textContent: `${count(calls)} ${outcome}` }));
}

function time(instant, now) {
  if (!instant) return ["never"];
  const at = Date.parse(instant);
  return [create("time", { dateTime: instant, title: absolute(at), textContent: fromNow(at, now) })];
}

element("rows").addEventListener("click", ({ target }) => {
  const more = target.closest("button.more");
  if (more) showProject(more.dataset.project, more.textContent);
});
element("filter").addEventListener("input", show);
element("filter").addEventListener("submit", event => event.preventDefault());
element("csv").addEventListener("click", () => {
  const address = URL.createObjectURL(new Blob(["\ufeff", csv()], { type: "text/csv" }));
  create("a", { href: address, download: "callers.csv" }).click();
  URL.revokeObjectURL(address);
});
element("all").addEventListener("click", () => {
  isShortened = false;
  show();
});
