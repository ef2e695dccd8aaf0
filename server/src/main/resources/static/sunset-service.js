// The operations of the contract that the page needs, and the token for them.

const KEY = "operator-token";
const PATIENCE = 15_000;
const PAGE = 1000;
const MAX_PAGES = 20;

/** Kept in this tab only: not in the URL, not in the page, in no cookie, and not for other tabs. */
export const token = {
  isPossible: text => /^[\x21-\x7e]+$/.test(text),
  isKept: () => sessionStorage.getItem(KEY) !== null,
  keep: text => sessionStorage.setItem(KEY, text),
  forget: () => sessionStorage.removeItem(KEY),
};

/** That the server refused, with its reason; or that it does not answer. */
export class Refused extends Error {
  constructor(status, detail, retryAfter) {
    super(detail);
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.isOfToken = status === 401 || status === 403;
  }

  static async by(answer) {
    const problem = await answer.json().catch(() => ({}));
    const seconds = Number.parseInt(answer.headers.get("Retry-After"), 10);
    return new Refused(
      answer.status,
      problem.detail ?? `The server answers ${answer.status}.`,
      seconds > 0 ? seconds : undefined,
    );
  }
}

async function get(path, signal) {
  const answer = await send(path, signal);
  if (!answer.ok) throw await Refused.by(answer);
  try {
    return await answer.json();
  } catch (failure) {
    if (failure instanceof SyntaxError) throw failure;
    throw unanswered();
  }
}

async function send(path, signal) {
  try {
    return await fetch(path, {
      headers: { Accept: "application/json", "X-Auth-Token": sessionStorage.getItem(KEY) },
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
  } catch {
    throw unanswered();
  }
}

function unanswered() {
  return new Refused(0, "The server does not answer.", 5);
}

export function showSunset(signal) {
  return get("operator/sunset", signal);
}

/** The calls of one project, by its id. */
export function showCalls(project, signal) {
  return get(`operator/calls?${new URLSearchParams({ project })}`, signal);
}

/** Whether it may end for all; only the server knows whether it has counted for long enough to have seen all. */
export function showReadiness(signal) {
  return get("operator/sunset/readiness", signal);
}

/** The last of what was decided and said. */
export function listDecisions(signal) {
  return get("operator/decisions?limit=20", signal);
}

/** All callers, or the first of very many. Of `next` only the marker is believed, so that no answer sends the token elsewhere. */
export async function listCallers(signal) {
  const callers = [];
  const query = new URLSearchParams({ limit: PAGE });
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await get(`operator/callers?${query}`, signal);
    callers.push(...answer.callers);
    const marker = answer.next && new URL(answer.next, location.href).searchParams.get("marker");
    if (!marker) return { callers, isComplete: true };
    query.set("marker", marker);
  }
  return { callers, isComplete: false };
}
