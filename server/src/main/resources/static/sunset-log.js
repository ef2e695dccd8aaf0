// What was decided and said about the end.

import { absolute, create, element } from "./sunset-words.js";

const KINDS = {
  brownout: "started a brownout", "brownout-end": "ended a brownout", exemption: "exempted", postponement: "postponed the sunset",
  release: "released from the interlock", moved: "has moved:", need: "needs the call:", rehearsal: "rehearses the end:",
};

export function showLog({ decisions }) {
  element("nothing-decided").hidden = decisions.length > 0;
  element("log").replaceChildren(...decisions.map(entry));
}

/** A decision in a sentence, as an item of a list. */
export function entry(decision) {
  const at = create("time", { dateTime: decision.at, textContent: absolute(Date.parse(decision.at)).split("\n")[0] });
  const whom = decision.projects.join(", ");
  const from = decision.start ? ` from ${inUtc(decision.start)}` : "";
  const until = decision.end ? ` until ${inUtc(decision.end)}` : "";
  const item = create("li", { title: decision.request_id }, at, ` ${decision.user} ${KINDS[decision.kind] ?? decision.kind} ${whom}${from}${until}. `);
  item.append(create("q", { textContent: decision.reason }));
  return item;
}

function inUtc(instant) {
  return absolute(Date.parse(instant)).split("\n")[0];
}
