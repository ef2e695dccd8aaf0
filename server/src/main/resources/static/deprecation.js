// What a project still calls, and what it says of that, with its own token, which is kept nowhere.

const element = id => document.getElementById(id);
const VERDICTS = { yes: "It may end for your project.", no: "It may not end for your project yet.", unknown: "It is not known yet whether it may end for your project." };
let token = "";
let asked = 0;

async function call(method, path, body) {
  try {
    const answer = await fetch(path, {
      method,
      headers: { Accept: "application/json", "X-Auth-Token": token, ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(15_000),
    });
    const document = await answer.json();
    return answer.ok ? document : { failure: document.detail };
  } catch {
    return { failure: "The server does not answer. Try again." };
  }
}

function tell(text) {
  element("answer").textContent = text;
}

/** Only the answer to the last question is shown: a slower one may be another project's. */
async function show(before = "") {
  const question = ++asked;
  const mine = await call("GET", "my/calls");
  if (question !== asked) return;
  element("calls").hidden = Boolean(mine.failure);
  if (mine.failure) return tell(before + mine.failure);
  tell(`${before}${VERDICTS[mine.readiness.ready]}`);
  element("witnesses").replaceChildren(...mine.readiness.witnesses.map(({ because }) => item("li", because)));
  element("days").replaceChildren(...mine.days.toReversed().map(({ day, deprecated, successor }) => {
    const row = document.createElement("tr");
    row.append(...[day, deprecated, successor].map(value => item("td", value)));
    return row;
  }));
}

function item(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

element("ask").addEventListener("submit", event => {
  event.preventDefault();
  // What is said from now on, this token says: not under the figures of another project.
  element("calls").hidden = true;
  asked++;
  token = element("token").value.trim();
  if (/^[\x21-\x7e]+$/.test(token)) show();
  else tell("This is no token: a token has no spaces and no special characters.");
});

/** A word is kept for good, so only its own button says it: no Enter in a field, and no second click meanwhile. */
async function speak(word) {
  const reason = element("reason").value;
  const until = element("until").value;
  if (!element("say").reportValidity()) return;
  if (word === "need" && !until) return tell("Choose the day until when you need it.");
  buttons.forEach(button => { button.disabled = true; });
  const kept = word === "rehearsal"
    ? await call("POST", "my/rehearsals", { minutes: 15, reason })
    : await call("POST", "my/words", { word, reason, ...(word === "need" && { until: `${until}T00:00:00Z` }) });
  buttons.forEach(button => { button.disabled = false; });
  if (kept.failure) tell(kept.failure);
  else show("That is kept. ");
}

const buttons = [...element("say").querySelectorAll("button")];
buttons.forEach(button => button.addEventListener("click", () => speak(button.value)));
element("say").addEventListener("submit", event => event.preventDefault());
