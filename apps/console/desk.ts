// Where a page meets the service: who looks at it, what came with a form, and the way on: the use cases, with their own
// checks. There is no second way to a journey.

import { timingSafeEqual } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { whatIsMissing, type Role } from "../../libs/service/access/principal.ts";
import { traceOf, writeLog } from "../../libs/http/log.ts";
import { problemFrom } from "../../libs/http/problem-from.ts";
import { Problem } from "../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../libs/http/request.ts";
import type { Asked } from "../../libs/service/commands/asked.ts";
import { answerPage } from "./answer-page.ts";
import { faultsOf, type Fault } from "./faults.ts";
import type { FormField, Typed } from "./form-fields.ts";
import { textIn } from "./form-fields.ts";
import { newKey, nextKey } from "./form-page.ts";
import type { Html } from "./html.ts";
import { Sessions, type Visitor } from "./session.ts";

/** A form as it came: who sent it, what they typed, and the key that makes it one command however often it is sent. */
export interface Sent {
  visitor: Visitor;
  request: ApiRequest;
  typed: Typed;
  key: string;
}

/** What a form asks of a use case: as who sent it, once however often it is sent. */
export function askedBy({ visitor, request, key }: Sent, body: unknown): Asked {
  return { caller: visitor.person.principal, body, request: request.id, key };
}

const KEY = /^[\w-]{8,64}\.\d{1,4}$/u;

@Injectable()
export class Desk {
  constructor(private readonly sessions: Sessions) {}

  /**
   * Who looks at a page. `roles`: those it is for.
   * @throws Problem `unauthenticated`, `forbidden`
   */
  async visitor(request: ApiRequest, response: ApiResponse, roles?: readonly Role[]): Promise<Visitor> {
    const visitor = await this.sessions.visitor(request, response);
    if (visitor === null)
      throw new Problem(
        "unauthenticated",
        "You are not signed in, or no longer: a sign-in lasts eight hours. What you typed was not recorded.",
      );
    const { principal } = visitor.person;
    const missing = whatIsMissing(principal);
    if (missing !== null) throw new Problem("forbidden", missing);
    if (roles !== undefined && !roles.includes(principal.role))
      throw new Problem("forbidden", "This page is for others: your role does not need it.");
    return visitor;
  }

  /**
   * What came with a form.
   * @throws Problem `forbidden` for a form that was not made for this sign-in
   */
  async sent(request: ApiRequest, response: ApiResponse): Promise<Sent> {
    const visitor = await this.visitor(request, response);
    // an object, by soundBodies; of texts and lists of texts, by the form's own coding
    const typed = request.body as Typed;
    if (!same(textIn(typed, "token"), visitor.token)) {
      throw new Problem(
        "forbidden",
        "This form was not made in your present sign-in, so nothing was recorded. Go back, load the page " +
          "again and send it once more.",
      );
    }
    const key = textIn(typed, "key");
    return { visitor, request, typed, key: KEY.test(key) ? key : newKey() };
  }

  /**
   * Sends a form on. Accepted: the browser goes to `then`, so that a reload repeats nothing; or sees the page that
   * `then` is. Turned down: the form again, with why.
   * `again` shows it with what was typed, under the key given.
   */
  async settle<A>(response: ApiResponse, sent: Sent, fields: readonly FormField[], work: Work<A>): Promise<void> {
    let answer: A;
    try {
      answer = await work.send();
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.status === 500 || TO_A_PAGE.includes(problem.code)) throw error;
      if (problem.status === 503) writeLog("warn", "failed", { request: sent.request.id, ...traceOf(error) });
      // A request turned down is over: put right, it is a new one. One whose outcome is not known is sent again as it
      // was.
      const key = problem.code === "unavailable" ? sent.key : nextKey(sent.key);
      const { title, body } = await work.again(faultsOf(problem, fields, sent.typed), key);
      answerPage(response, problem.status, `Not yet: ${title}`, body, sent.visitor.person);
      return;
    }
    const then = work.then(answer);
    if (typeof then === "string") response.writeHead(303, { Location: then }).end();
    else answerPage(response, 200, then.title, then.body, sent.visitor.person);
  }
}

/** What becomes of a form. */
export interface Work<A> {
  send(): Promise<A>;
  then(answer: A): string | Page;
  again(faults: readonly Fault[], key: string): Page | Promise<Page>;
}
export interface Page {
  title: string;
  body: Html;
}

/** Nothing on the form can be put right. */
const TO_A_PAGE: readonly string[] = ["unauthenticated", "forbidden"];

function same(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
