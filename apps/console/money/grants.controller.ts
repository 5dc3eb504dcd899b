// GET /money, POST /money: the grants of a hub, approved many at once; each approval is a command of its own.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { Grants } from "../../../libs/service/money/grants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { problemFrom } from "../../../libs/http/problem-from.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Sent } from "../desk.ts";
import { faultsOf } from "../faults.ts";
import { allIn } from "../form-fields.ts";
import { newKey, nextKey } from "../form-page.ts";
import { saysDone } from "../journeys/done.ts";
import { hubInWords } from "../words.ts";
import { GRANT_SHOWS, grantKey, grantsPage, type NotApproved } from "./grants-page.ts";
import { MONEY } from "./tabs.ts";

const A_PAGE = 50;
const AT_ONCE = 4;

const saysApproved = (approved: number): string => `${approved} ${approved === 1 ? "grant" : "grants"} approved.`;

@Controller("money")
export class GrantsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly approvals: Grants,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async grants(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, MONEY);
    const show = GRANT_SHOWS.find((one) => one === query["show"]) ?? "payable";
    const after = typeof query["after"] === "string" ? { after: query["after"] } : {};
    const { items, next } = await this.approvals.ofHub(person.principal, {
      status: show,
      limit: A_PAGE,
      ...after,
    });
    const approved =
      typeof query["approved"] === "string" && /^\d{1,3}$/u.test(query["approved"]) ? Number(query["approved"]) : null;
    const done = approved === null ? saysDone(query["done"]) : saysApproved(approved);
    const state = { action: "/money", token, key: newKey(), typed: {}, faults: [] };
    answerPage(
      response,
      200,
      `Money of ${hubInWords(person.principal.hub ?? "")}`,
      grantsPage(items, {
        show,
        who: person.principal.who,
        people: await this.staff.called(person.principal),
        done,
        next,
        state,
      }),
      person,
    );
  }

  @Post()
  @Visitors()
  async approve(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { person, token } = await this.desk.visitor(request, response, MONEY);
    if (sent.cameBack) return this.showAgain(response, sent);
    const ticked = [...new Set(allIn(sent.typed, "grant"))].slice(0, A_PAGE);
    const before = await this.payable(person.principal);
    const failed: NotApproved[] = [];
    const waiting = [...ticked];
    const work = async (): Promise<void> => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
        const text = await this.approveOne(sent, key);
        if (text !== null) failed.push({ grant: before.items.find((one) => grantKey(one) === key) ?? null, text });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } catch (error) {
      await this.desk.signInFor(error, response, sent);
    }
    if (ticked.length > 0 && failed.length === 0) {
      response.writeHead(303, { Location: `/money?approved=${ticked.length}` }).end();
      return;
    }
    const faults = ticked.length === 0 ? [{ field: null, text: "Tick the grants that you approve." }] : [];
    const approved = ticked.length - failed.length;
    const { items, next } = await this.payable(person.principal);
    const state = { action: "/money", token, key: nextKey(sent.key), typed: sent.typed, faults };
    answerPage(
      response,
      ticked.length === 0 ? 422 : 409,
      "Not all is approved",
      grantsPage(items, {
        show: "payable",
        who: person.principal.who,
        people: await this.staff.called(person.principal),
        done: approved === 0 ? null : saysApproved(approved),
        next,
        state,
        turnedDown: failed,
      }),
      person,
    );
  }

  /** What was ticked before a new sign-in, to be looked at and sent by its person. */
  private async showAgain(response: ApiResponse, { visitor, key, typed }: Sent): Promise<void> {
    const { person, token } = visitor;
    const { items, next } = await this.payable(person.principal);
    const state = { action: "/money", token, key, typed, faults: [] };
    answerPage(
      response,
      200,
      `Money of ${hubInWords(person.principal.hub ?? "")}`,
      grantsPage(items, {
        show: "payable",
        who: person.principal.who,
        people: await this.staff.called(person.principal),
        done: null,
        next,
        state,
      }),
      person,
    );
  }

  /** Approves one grant, once for this form; why not, in words, where it is turned down. */
  private async approveOne(sent: Sent, grant: string): Promise<string | null> {
    const [journey = "", stage = "", academicYear = ""] = grant.split("~");
    const which = { journey, stage, academicYear };
    try {
      await this.approvals.approve(which, { ...askedBy(sent, null), key: `${sent.key}.${stage}.${academicYear}` });
      return null;
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.status === 500 || problem.status === 403 || problem.status === 401) throw error;
      return faultsOf(problem, [], sent.typed)
        .map(({ text }) => text)
        .join(" ");
    }
  }

  private payable(caller: Principal): ReturnType<Grants["ofHub"]> {
    return this.approvals.ofHub(caller, { status: "payable", limit: A_PAGE });
  }
}
