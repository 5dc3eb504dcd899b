// Where a page meets the service: who looks at it, what came with a form, and the way on: the use cases, with their own
// checks. There is no second way to a journey.

import { timingSafeEqual } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { SignInTooOld } from "../../libs/service/access/recent.ts";
import { whatIsMissing, type Role } from "../../libs/service/access/principal.ts";
import { faultOf, writeLog } from "../../libs/watch/log.ts";
import { problemFrom } from "../../libs/http/problem-from.ts";
import { Problem } from "../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import type { Asked } from "../../libs/service/commands/asked.ts";
import { GroupNames } from "../../libs/service/work-groups/group-names.ts";
import { answerPage } from "./answer-page.ts";
import { faultsOf, type Fault } from "./faults.ts";
import { textIn, withDates, type FormField, type Typed } from "./form-fields.ts";
import { carried, newKey, nextKey } from "./form-page.ts";
import { html, type Html } from "./html.ts";
import { button } from "./look/parts.ts";
import type { Link } from "./navigation.ts";
import { toPerson } from "./words.ts";
import { PageProblem } from "./page-problem.ts";
import { POLICY } from "./page.ts";
import { Sessions, type Look } from "./session.ts";
import type { AtDesk, Visitor } from "./visitor.ts";

/** A form as it came: who sent it, what they typed, and the key that makes it one command however often it is sent. */
export interface Sent {
  visitor: AtDesk;
  request: ApiRequest;
  typed: Typed;
  key: string;
  /** It waited for a new sign-in: it is shown once more, and sent by its person alone. */
  cameBack: boolean;
}

/**
 * What a form asks of a use case: as who sent it, once however often it is sent. `preview`: only what would come of it.
 */
export function askedBy({ visitor, request, key }: Sent, body: unknown, preview = false): Asked {
  return { caller: visitor.person.principal, body, request: request.id, key, ...(preview && { preview }) };
}

const KEY = /^[\w-]{8,64}\.\d{1,4}$/u;

@Injectable()
export class Desk {
  constructor(
    private readonly sessions: Sessions,
    private readonly groupNames: GroupNames,
  ) {}

  /**
   * Who looks at a page. `roles`: those it is for.
   * @throws Problem `unauthenticated`, `forbidden`; `unavailable` where something is to be changed and the sign-in
   * cannot be asked whether they still may
   */
  async visitor(request: ApiRequest, response: ApiResponse, roles?: readonly Role[]): Promise<AtDesk> {
    const { state, visitor } = await this.signedIn(request, response);
    const { principal, reading } = visitor.person;
    if (reading !== undefined && request.method === "POST") throw new Problem("forbidden", READS_ONLY);
    const missing = whatIsMissing(principal);
    if (missing !== null) throw new Problem("forbidden", missing);
    if (roles !== undefined && !roles.includes(principal.role))
      throw new Problem("forbidden", "This page is for others: your role does not need it.");
    if (state === "away" && request.method === "POST") throw signInAway(request, visitor);
    return { ...visitor, called: await this.groupNames.now() };
  }

  /** Who ends a sign-in: whatever their role, and whether the sign-in answers or not. @throws Problem as `sent` */
  async ending(request: ApiRequest, response: ApiResponse): Promise<{ visitor: Visitor; typed: Typed }> {
    const { visitor } = await this.signedIn(request, response);
    return { visitor, typed: ownForm(request, visitor) };
  }

  /**
   * What came with a form.
   * @throws Problem as `visitor`; `forbidden` for a form that was not made for this sign-in
   */
  async sent(request: ApiRequest, response: ApiResponse): Promise<Sent> {
    const visitor = await this.visitor(request, response);
    const { [CAME_BACK]: cameBack, ...typed } = ownForm(request, visitor);
    const key = textIn(typed, "key");
    return { visitor, request, typed, key: KEY.test(key) ? key : newKey(), cameBack: cameBack !== undefined };
  }

  /**
   * Keeps what was typed where a use case wants a sign-in of just now, and says so.
   * @throws Problem `unauthenticated` for that, else the error itself
   */
  async signInFor(error: unknown, response: ApiResponse, { request, visitor, typed }: Sent): Promise<never> {
    if (!(error instanceof SignInTooOld)) throw error;
    await this.keep(request, response, visitor, typed);
    throw new PageProblem(error.code, `${error.detail} ${IT_COMES_BACK}`, SIGN_IN);
  }

  /**
   * Sends a form on. Accepted: the browser goes to `then`, so that a reload repeats nothing; or sees the page that
   * `then` is. Turned down: the form again, with why.
   * `again` shows it with what was typed, under the key given.
   */
  async settle<A>(response: ApiResponse, sent: Sent, fields: readonly FormField[], work: Work<A>): Promise<void> {
    if (sent.cameBack) {
      const { title, body, policy = POLICY, ...around } = await work.again([], sent.key);
      answerPage(response, 200, title, body, sent.visitor.person, policy, around);
      return;
    }
    let answer: A;
    try {
      answer = await work.send();
    } catch (error) {
      if (error instanceof SignInTooOld) await this.signInFor(error, response, sent);
      const problem = problemFrom(error);
      if (problem.status === 500 || TO_A_PAGE.includes(problem.code)) throw error;
      if (problem.status === 503) writeLog("warn", "failed", { request: sent.request.id, ...faultOf(error) });
      // A request turned down is over: put right, it is a new one. One whose outcome is not known is sent again as it
      // was.
      const key = problem.code === "unavailable" ? sent.key : nextKey(sent.key);
      const faults = faultsOf(problem, fields, sent.typed, toPerson(sent.visitor.called));
      const { title, body, policy = POLICY, ...around } = await work.again(faults, key);
      answerPage(response, problem.status, title, body, sent.visitor.person, policy, { ...around, faulty: true });
      return;
    }
    const then = work.then(answer);
    if (typeof then === "string") response.writeHead(303, { Location: then }).end();
    else {
      const { title, body, policy = POLICY, ...around } = then;
      answerPage(response, 200, title, body, sent.visitor.person, policy, around);
    }
  }

  /** Somebody whose session stands. @throws Problem `unauthenticated` */
  private async signedIn(request: ApiRequest, response: ApiResponse): Promise<Look> {
    const look = await this.sessions.look(request);
    if (look === null || look.state === "over") throw await this.signInAnew(request, response, look);
    return look;
  }

  /** That a sign-in is wanted; what was typed in one that is over, and only there, waits for it. */
  private async signInAnew(request: ApiRequest, response: ApiResponse, look: Look | null): Promise<Problem> {
    const typed = typedIn(request);
    if (look === null || !same(textIn(typed, "token"), look.visitor.token)) {
      return new Problem("unauthenticated", `You are not signed in, or no longer: ${LASTS}`);
    }
    await this.keep(request, response, look.visitor, typed);
    return new PageProblem("unauthenticated", `You are no longer signed in: ${LASTS} ${IT_COMES_BACK}`, SIGN_IN);
  }

  private keep(request: ApiRequest, response: ApiResponse, { person }: Visitor, typed: Typed): Promise<void> {
    const { token: _, ...rest } = typed;
    const form = { who: person.principal.who, action: request.originalUrl, typed: rest };
    return this.sessions.keepForm(request, response, form);
  }
}

/** A field that says: show this form once more, as it was typed. */
export const CAME_BACK = "came-back";

const LASTS = "a sign-in lasts eight hours, and one hour without a request.";
const IT_COMES_BACK = "What you typed is kept for an hour and comes back when you have signed in.";
const SIGN_IN = button("Sign in", { href: "/sign-in" });

const READS_ONLY =
  "You read as somebody else, so nothing can be sent. Stop that first: the button is at the top of each page.";

/** Seconds after which a form is worth another try. */
const TRY_AGAIN_SECONDS = 10;

/** What was typed goes out with the answer, and comes in again with the next try. */
function signInAway(request: ApiRequest, { token }: Visitor): Problem {
  const typed = typedIn(request);
  const again = html`<form method="post" action="${request.originalUrl}"><input type="hidden" name="token"
    value="${token}"><input type="hidden" name="key" value="${textIn(typed, "key")}">${carried(typed)}
${button("Send it again")}</form>`;
  return new PageProblem(
    "unavailable",
    "The sign-in does not answer, so nobody can be asked whether your role still stands. You can read on; nothing " +
      "was recorded. Try again in a moment: what you typed is on this page, unseen.",
    same(textIn(typed, "token"), token) ? again : button("To the first page", { href: "/", look: "second" }),
    { "Retry-After": String(TRY_AGAIN_SECONDS) },
  );
}

/** What came with a form of this sign-in. @throws Problem `forbidden` for any other */
function ownForm(request: ApiRequest, { token }: Visitor): Typed {
  const typed = typedIn(request);
  if (same(textIn(typed, "token"), token)) return withDates(typed);
  throw new Problem(
    "forbidden",
    "This form was not made in your present sign-in, so nothing was recorded. Go back, load the page " +
      "again and send it once more.",
  );
}

/** An object, by soundBodies; of texts and lists of texts, by the form's own coding. Parts of a file are none yet. */
const typedIn = ({ body }: ApiRequest): Typed => (body ?? {}) as Typed;

/** What becomes of a form. */
export interface Work<A> {
  send(): Promise<A>;
  then(answer: A): string | Page;
  again(faults: readonly Fault[], key: string): Page | Promise<Page>;
}
export interface Page {
  title: string;
  body: Html;
  /** The way back, over the title. */
  back?: Link;
  /** What a browser may do with it, where that is not what every page may. */
  policy?: string;
}

/** Nothing on the form can be put right. */
const TO_A_PAGE: readonly string[] = ["unauthenticated", "forbidden"];

function same(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
