import { token, showSunset, showReadiness, listCallers, listDecisions, Refused } from "./sunset-service.js";
import { showEnd, tick } from "./sunset-end.js";
import { showCurve } from "./sunset-curve.js";
import { showCallers } from "./sunset-callers.js";
import { showLog } from "./sunset-log.js";
import { clockTime, element } from "./sunset-words.js";

const REFRESH = 30_000;

let running = new AbortController();
let timer;

async function refresh() {
  clearTimeout(timer);
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const [end, callers, log, readiness] =
      await Promise.all([showSunset(signal), listCallers(signal), listDecisions(signal), showReadiness(signal)]);
    if (!signal.aborted) show(end, callers, log, readiness);
  } catch (failure) {
    if (!signal.aborted) fail(failure);
  }
}

function show(end, callers, log, readiness) {
  notice("");
  element("loading").hidden = true;
  element("figures").hidden = false;
  showEnd(end, callers);
  showCurve(end);
  showCallers(callers, Date.parse(end.now), readiness);
  showLog(log);
  element("updated").textContent = `Updated at ${clockTime(new Date())}`;
  refreshIn(REFRESH);
}

function fail(failure) {
  element("loading").hidden = true;
  if (!(failure instanceof Refused)) {
    notice("This page does not understand the answer of the server.");
    refreshIn(REFRESH);
    throw failure;
  }
  if (failure.isOfToken) {
    token.forget();
    ask(failure.detail);
  } else {
    const seconds = Math.min(failure.retryAfter ?? REFRESH / 1000, 60);
    notice(`${failure.detail} Trying again in ${seconds} s.`);
    refreshIn(seconds * 1000);
  }
}

/** Nobody looks at a tab in the background; it is brought up to date when it is shown again. */
function refreshIn(milliseconds) {
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(refresh, milliseconds);
}

function notice(text) {
  if (element("notice").textContent !== text) element("notice").textContent = text;
  element("notice").hidden = text === "";
}

function ask(reason) {
  element("project").close();
  element("figures").hidden = true;
  element("session").hidden = true;
  element("ask").hidden = false;
  element("token").focus();
  notice(reason);
}

function start() {
  element("ask").hidden = true;
  element("session").hidden = false;
  element("loading").hidden = false;
  refresh();
}

element("ask").addEventListener("submit", event => {
  event.preventDefault();
  const given = element("token").value.trim();
  element("ask").reset();
  if (!token.isPossible(given)) {
    notice("This is no token: a token has no spaces and no special characters.");
    return;
  }
  notice("");
  token.keep(given);
  start();
});

element("forget").addEventListener("click", () => {
  token.forget();
  location.reload();
});

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (!document.hidden && token.isKept()) refresh();
});

setInterval(tick, 1000);
if (token.isKept()) start();
else ask("");
