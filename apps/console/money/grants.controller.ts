// GET /money, POST /money: the grants of a hub, approved many at once; each approval is a command of its own. GET
// /money/grants.csv: a list of them as a file.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { endOfDay, startOfDay } from "../../../libs/calendar/instants.ts";
import { HubStaff } from "../../../libs/service/hubs/staff.ts";
import { Grants } from "../../../libs/service/money/grants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { problemFrom } from "../../../libs/http/problem-from.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Sent } from "../desk.ts";
import { faultsOf } from "../faults.ts";
import { allIn, textIn, type Typed } from "../form-fields.ts";
import { newKey, nextKey, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import { saysDone } from "../journeys/done.ts";
import { IN_FILE } from "../lists/list-asked.ts";
import { filledIn } from "../look/templates.ts";
import type { AtDesk } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { grantsAsked, grantsFile, type GrantsAsked } from "./grant-sums.ts";
import { GRANT_SHOWS, grantKey, grantsView, openTo, type GrantShow, type NotApproved } from "./grants-page.ts";
import { MoneyDesk } from "./money-desk.ts";
import { daysOf } from "./periods.ts";
import { MONEY, moneyAt, type Whose } from "./tabs.ts";

const A_PAGE = 50;
const AT_ONCE = 4;

const saysApproved = (approved: number): string => `${approved} ${approved === 1 ? "grant" : "grants"} approved.`;

/** How a list of grants is looked at. */
interface Look {
  visitor: AtDesk;
  whose: Whose;
  show: GrantShow;
  asked: GrantsAsked;
}
/** What has come of a form, where one was sent. */
interface Came {
  state: Pick<FormState, "key" | "faults" | "typed">;
  done: string | null;
  turnedDown?: readonly NotApproved[];
  /** Every grant of the page is ticked, of those that can be. */
  all?: boolean;
}

@Controller("money")
export class GrantsPageController {
  constructor(
    private readonly desk: Desk,
    private readonly money: MoneyDesk,
    private readonly approvals: Grants,
    private readonly staff: HubStaff,
  ) {}

  @Get()
  @Visitors()
  async grants(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const look = { ...visit, show: showIn(query), asked: grantsAsked(query) };
    const approved = textIn(query, "approved");
    const done = /^\d{1,3}$/u.test(approved) ? saysApproved(Number(approved)) : saysDone(query["done"]);
    const state = { key: newKey(), typed: {}, faults: [] };
    const body = await this.page(look, { state, done, all: textIn(query, "tick") === "all" });
    answerPage(response, 200, `Money of ${hubInWords(visit.whose.hub)}`, body, visit.visitor.person);
  }

  @Get("grants.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visit = await this.money.visit(request, response, query["hub"]);
    if (visit === null) return;
    const { principal } = visit.visitor.person;
    const show = showIn(query);
    const { items } = await this.find({ ...visit, show, asked: grantsAsked(query) }, IN_FILE.size);
    const csv = grantsFile(items, await this.staff.called(principal));
    const { hub } = visit.whose;
    await this.money.give(response, { csv, name: `grants-${show}`, code: "grants" }, { by: principal, hub, request });
  }

  @Post()
  @Visitors()
  async approve(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const visit = await this.money.visit(request, response, null, MONEY);
    if (visit === null) return;
    const { key, typed } = sent;
    const look: Look = { ...visit, show: "payable", asked: grantsAsked(query) };
    // What was ticked before a new sign-in is looked at, and sent, by its person.
    if (sent.cameBack) {
      const body = await this.page(look, { state: { key, typed, faults: [] }, done: null });
      return answerPage(response, 200, `Money of ${hubInWords(visit.whose.hub)}`, body, visit.visitor.person);
    }
    const ticked = [...new Set(allIn(typed, "grant"))].slice(0, A_PAGE);
    const turnedDown = await this.approveAll(sent, look, ticked, response);
    if (ticked.length > 0 && turnedDown.length === 0) {
      response.writeHead(303, { Location: `/money?approved=${ticked.length}` }).end();
      return;
    }
    const faults = ticked.length === 0 ? [{ field: null, text: "Tick the grants that you approve." }] : [];
    const approved = ticked.length - turnedDown.length;
    const done = approved === 0 ? null : saysApproved(approved);
    const body = await this.page(look, { state: { key: nextKey(key), typed, faults }, done, turnedDown });
    answerPage(response, ticked.length === 0 ? 422 : 409, "Not all is approved", body, visit.visitor.person);
  }

  /** Approves those that were ticked, a few at once; answers those that were not, each with why. */
  private async approveAll(
    sent: Sent,
    look: Look,
    ticked: readonly string[],
    response: ApiResponse,
  ): Promise<NotApproved[]> {
    const before = await this.find(look, A_PAGE);
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
    return failed;
  }

  /** The list as a page. */
  private async page(look: Look, { state, done, turnedDown = [], all = false }: Came): Promise<Html> {
    const { visitor, whose, show, asked } = look;
    const { principal } = visitor.person;
    const { items, next } = await this.find(look, A_PAGE);
    const typed = all ? { grant: openTo(items, principal.who) } : state.typed;
    const action = moneyAt("/money", null, { year: asked.year, after: asked.after });
    const view = grantsView(items, {
      ...{ show, whose, asked, done, next, turnedDown },
      who: principal.who,
      approves: MONEY.includes(principal.role),
      people: await this.staff.called(principal),
      sums: await this.approvals.sums(principal, { hub: whose.hub, status: show }),
      state: { ...state, typed, action, token: visitor.token },
    });
    return filledIn("money/grants.njk", view);
  }

  private find({ visitor, whose, show, asked }: Look, limit: number): ReturnType<Grants["ofHub"]> {
    const { year, when, after } = asked;
    const days = daysOf(when);
    return this.approvals.ofHub(visitor.person.principal, {
      ...{ hub: whose.hub, status: show, limit },
      ...(year !== "" && { academicYear: year.replaceAll("-", "/") }),
      ...(days !== null && { released: { from: startOfDay(days.from), to: endOfDay(days.to) } }),
      ...(after !== "" && { after }),
    });
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
}

const showIn = (query: Typed): GrantShow => GRANT_SHOWS.find((one) => one === query["show"]) ?? "payable";
