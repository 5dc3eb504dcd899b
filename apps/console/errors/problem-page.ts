// What went wrong, to the person who met it: in their words, with the way back.

import type { Problem } from "../../../libs/http/problem.ts";
import { PROBLEM_TITLES } from "../../../libs/http/problem.ts";
import { html, type Html } from "../html.ts";
import type { Link } from "../navigation.ts";
import { PageProblem } from "../page-problem.ts";
import { button } from "../look/parts.ts";

/** `reference`: by which what went wrong is found in the log; null where nothing did. */
export interface ProblemView {
  says: readonly string[];
  way: Html;
  reference: string | null;
}

/** The title of the page, and what its template is filled with. `own`: whether the problem has words of its own. */
export function problemView(
  problem: Problem,
  { own, request }: { own: boolean; request: string },
): { title: string; view: ProblemView } {
  const { title, says } = wordsOf(problem, own);
  const reference = problem.status >= 500 ? request : null;
  return { title, view: { says, way: wayOn(problem), reference } };
}

function wordsOf({ status, code, detail }: Problem, own: boolean): { title: string; says: string[] } {
  if (status === 500)
    return {
      title: "Sorry, there is a problem with the service",
      says: ["It has been logged. Try again later: what you typed may not have been recorded, so look first."],
    };
  // Programs are told which id it is that nothing has; a person has none.
  if (status === 404)
    return {
      title: "Page not found",
      says: [
        "If you typed the address, look whether it is right. If you pasted it, look whether it is whole.",
        own
          ? "If you followed a link, what it led to is not there any more, or is for others to see."
          : "If you followed a link, it may be out of date.",
      ],
    };
  const title = status === 503 ? "Sorry, the service is unavailable" : PROBLEM_TITLES[code];
  return { title, says: [detail] };
}

function wayOn(problem: Problem): Html {
  if (problem instanceof PageProblem) return problem.way;
  return problem.code === "unauthenticated"
    ? signIn()
    : html`<p class="govuk-body"><a class="govuk-link" href="/">To the first page</a></p>`;
}

const signIn = (): Html => button("Sign in", { href: "/sign-in" });

/** Of a sign-in that came to nothing, and why: with the way to another. */
export const noSignInView = (why: string): ProblemView => ({ says: [why], way: signIn(), reference: null });

/** The page that somebody came from, where that was one of ours and not the very one that failed. */
export function wayBack(referer: string | undefined, host: string | undefined, at: string): Link | null {
  if (referer === undefined || host === undefined || !URL.canParse(referer)) return null;
  const { host: from, pathname, search } = new URL(referer);
  const href = pathname + search;
  return from === host && href !== at ? { href, words: "Back" } : null;
}
