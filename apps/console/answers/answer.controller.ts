// GET /answer/{secret}: what a link in a letter is for; it changes nothing, so that programs that look through mail do
// no harm. POST: what was chosen there. No cookie is read: the address itself is the key, and no page of another site
// knows it.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Anyone } from "../../../libs/http/allowed.ts";
import { problemFrom } from "../../../libs/http/problem-from.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { ACTS, Answers, type Act } from "../../../libs/service/answers/answers.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { blanksIn, faultsOf } from "../faults.ts";
import { bodyFrom, textIn, withDates, type Typed } from "../form-fields.ts";
import { newKey, nextKey } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { POLICY } from "../page.ts";
import { answerView, fieldsOfAct, type Tried } from "./answer-page.ts";

const KEY = /^[\w-]{8,64}\.\d{1,4}$/u;
const actIn = (text: unknown): Act | null => ACTS.find((one) => one === text) ?? null;

@Controller("answer/:secret")
export class AnswerController {
  constructor(private readonly answers: Answers) {}

  @Get()
  @Anyone()
  async show(
    @Param("secret") secret: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    await this.page(secret, request, response, { done: actIn(done), key: newKey() });
  }

  @Post()
  @Anyone()
  async answer(
    @Param("secret") secret: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const typed = withDates((request.body ?? {}) as Typed); // an object of texts and lists of texts, by soundBodies
    const act = actIn(textIn(typed, "act"));
    const given = textIn(typed, "key");
    // Without a choice made on the page nothing is done: whatever sent this has not seen it.
    if (act === null || !KEY.test(given)) return this.page(secret, request, response, { done: null, key: newKey() });
    try {
      const opened = await this.answers.open(secret, request.id);
      // The rules take the day on which something is said for a day that is not: whoever answers a letter says it.
      const blank = act === "done" && opened.standing === "open" ? blanksIn(fieldsOfAct(act, opened), typed) : [];
      if (blank.length > 0) {
        const tried = { act, typed, faults: blank };
        return await this.page(secret, request, response, { done: null, key: given, tried, status: 422 });
      }
      const body = bodyFrom(fieldsOfAct(act, opened), typed);
      const { standing } = await this.answers.act(secret, { act, body, key: given, request: request.id });
      if (opened.standing !== "open") return await this.page(secret, request, response, { done: null, key: given });
      if (standing === "open" || standing === "settled")
        response.writeHead(303, { Location: `/answer/${secret}?done=${act}` }).end();
      else await this.page(secret, request, response, { done: null, key: given });
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.status === 500) throw error;
      if (problem.code === "not-found") return noLink(response, error);
      const opened = await this.answers.open(secret, request.id);
      const key = problem.code === "unavailable" ? given : nextKey(given);
      const tried = { act, typed, faults: faultsOf(problem, fieldsOfAct(act, opened), typed) };
      await this.page(secret, request, response, { done: null, key, tried, status: problem.status });
    }
  }

  private async page(
    secret: string,
    request: ApiRequest,
    response: ApiResponse,
    { done, key, tried = null, status }: { done: Act | null; key: string; tried?: Tried | null; status?: number },
  ): Promise<void> {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    try {
      const opened = await this.answers.open(secret, request.id);
      const { title, view } = answerView(opened, { action: `/answer/${secret}`, key }, tried, done);
      const body = filledIn("answers/answer.njk", view);
      const ended = opened.standing !== "open" && opened.standing !== "settled";
      answerPage(response, status ?? (ended ? 410 : 200), title, body, null, POLICY, { faulty: tried !== null });
    } catch (error) {
      noLink(response, error);
    }
  }
}

/** Says that there is no such link. @throws `error`, where it is anything else */
function noLink(response: ApiResponse, error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== "not-found") throw error;
  const body = filledIn("answers/no-link.njk", { says: error.detail });
  answerPage(response, 404, "This link does not work", body, null);
}
