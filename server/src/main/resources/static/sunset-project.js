// One project: what it still calls and with what, what it said, and whether it looks ready.

import { showCalls } from "./sunset-service.js";
import { entry } from "./sunset-log.js";
import { count, create, element } from "./sunset-words.js";

const VERDICTS = { yes: "It may end for this project.", no: "It may not end for this project yet.", unknown: "It is not known yet whether it may end for this project." };

let asked = new AbortController();

export async function showProject(id, name) {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  element("project-title").textContent = name ?? id;
  element("project-id").textContent = id;
  element("project-notice").textContent = "Loading…";
  element("project-calls").hidden = true;
  if (!element("project").open) element("project").showModal();
  try {
    const calls = await showCalls(id, signal);
    if (!signal.aborted) show(calls);
  } catch (failure) {
    if (!signal.aborted) element("project-notice").textContent = failure.detail ?? "This page does not understand the answer of the server.";
  }
}

function show({ readiness, user_agents, last_request_id, outcomes, words, days }) {
  element("project-notice").textContent = VERDICTS[readiness.ready];
  element("project-calls").hidden = false;
  list("project-witnesses", readiness.witnesses.map(({ because }) => because));
  list("project-programs", user_agents);
  element("project-request").textContent = last_request_id ?? "none";
  list("project-outcomes", Object.entries(outcomes).map(([outcome, calls]) => `${count(calls)} ${outcome}`));
  element("project-words").replaceChildren(...(words.length > 0 ? words.map(entry) : [create("li", { textContent: "nothing" })]));
  element("project-days").replaceChildren(...days.toReversed().map(({ day, deprecated, successor }) => create(
    "tr",
    {},
    create("th", { scope: "row", textContent: day }),
    ...[deprecated, successor].map(calls => create("td", { className: "number", textContent: count(calls) })),
  )));
}

function list(id, texts) {
  element(id).replaceChildren(...(texts.length > 0 ? texts : ["none"]).map(text => create("li", { textContent: text })));
}

element("project-close").addEventListener("click", () => element("project").close());
element("project").addEventListener("close", () => asked.abort());
