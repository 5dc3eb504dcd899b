// GET and POST /tasks/together: one decision on every school of a task's line; /groups/{id}/outcomes: who of a group
// completed the year. Each is looked at, school by school, before it is confirmed.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { decisionsInWords } from "../../../libs/letters/words.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { CameOf } from "../../../libs/service/commands/to-each.ts";
import { TaskLines } from "../../../libs/service/hubs/task-lines.ts";
import { GroupOutcomes, OUTCOME_ROLES } from "../../../libs/service/work-groups/outcomes.ts";
import { Desk, type Sent } from "../desk.ts";
import { answerPage } from "../answer-page.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { inWords } from "../words.ts";
import { filledIn } from "../look/templates.ts";
import { outcomesPage, reasonPage, togetherView, type Together } from "./decide-together.ts";

const ID = /^[a-z0-9-]{1,80}$/u;
const TASK = /^[\w./-]{1,120}$/u;

@Controller()
export class DecideTogetherController {
  constructor(
    private readonly desk: Desk,
    private readonly lines: TaskLines,
    private readonly outcomes: GroupOutcomes,
  ) {}

  @Get("tasks/together")
  @Visitors()
  async ask(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, OUTCOME_ROLES.confirm);
    const typed = {
      group: one(query["group"], ID),
      task: one(query["task"], TASK),
      decision: decisionIn(query["decision"]),
    };
    const line = await this.lines.one(person.principal, { workGroup: typed.group || null, task: typed.task });
    const { title, body } = reasonPage(decided(typed), line.schools.map(named), {
      token,
      key: newKey(),
      typed,
      faults: [],
    });
    answerPage(response, 200, title, body, person, undefined, { back: { href: "/tasks", words: "Back to the tasks" } });
  }

  @Post("tasks/together")
  @Visitors()
  async decide(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { typed, visitor } = sent;
    const only = { workGroup: textIn(typed, "group") || null, task: textIn(typed, "task") };
    const said = { ...only, decision: textIn(typed, "decision"), reason: textIn(typed, "reason") };
    const line = await this.lines.one(visitor.person.principal, only);
    const words = decided(typed);
    await this.settle(response, sent, "/tasks?done=decide-task", {
      words,
      names: new Map(line.schools.map((school) => [school.journey, named(school)])),
      send: (asked) => this.lines.decide(asked, said),
      again: (faults, key) => reasonPage(words, line.schools.map(named), { token: visitor.token, key, typed, faults }),
    });
  }

  @Get("groups/:id/outcomes")
  @Visitors()
  async list(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token, called } = await this.desk.visitor(request, response, OUTCOME_ROLES.read);
    const list = await this.outcomes.list(person.principal, id);
    const may = (OUTCOME_ROLES.confirm as readonly string[]).includes(person.principal.role);
    const state = { token, key: newKey(), typed: {}, faults: [] };
    const { title, body } = outcomesPage({ id, name: called(id) }, list, may, state);
    answerPage(response, 200, title, body, person, undefined, {
      back: { href: `/groups/${id}`, words: `Back to ${called(id)}` },
    });
  }

  @Post("groups/:id/outcomes")
  @Visitors()
  async confirm(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { typed, visitor } = sent;
    const list = await this.outcomes.list(visitor.person.principal, id);
    const { schools } = list;
    const as = (word: string): string[] =>
      schools.map(({ journey }) => journey).filter((journey) => textIn(typed, `as.${journey}`) === word);
    const reason = textIn(typed, "reason");
    const said = { completed: as("completed"), notCompleted: as("not-completed"), ...(reason !== "" && { reason }) };
    await this.settle(response, sent, `/groups/${id}/outcomes`, {
      words: { title: "Who completed the year", action: `/groups/${id}/outcomes`, back: `/groups/${id}/outcomes` },
      names: new Map(schools.map((one) => [one.journey, named(one)])),
      send: (asked) => this.outcomes.confirm(asked, id, said),
      again: (faults, key) =>
        outcomesPage({ id, name: visitor.called(id) }, list, true, { token: visitor.token, key, typed, faults }),
    });
  }

  /** Looks first; confirmed, it is done, and what was turned down is shown with why. */
  private async settle(
    response: ApiResponse,
    sent: Sent,
    then: string,
    { words, names, send, again }: Together & { send(asked: Asked): Promise<CameOf[]> },
  ): Promise<void> {
    const { visitor, request, typed, key } = sent;
    const preview = textIn(typed, "confirm") !== "yes";
    const asked: Asked = { caller: visitor.person.principal, body: {}, request: request.id, key, preview };
    await this.desk.settle(response, sent, [], {
      send: () => send(asked),
      then: (came) =>
        !preview && came.every(({ outcome }) => outcome === "accepted")
          ? then
          : {
              title: words.title,
              body: filledIn(
                "hub/together.njk",
                togetherView({ words, names }, came, {
                  looked: preview,
                  called: visitor.called,
                  state: { token: visitor.token, key, typed, faults: [] },
                }),
              ),
            },
      again,
    });
  }
}

const named = ({ school, urn }: { school: string | null; urn: string }): string => school ?? `School ${urn}`;
const one = (value: unknown, shape: RegExp): string => (typeof value === "string" && shape.test(value) ? value : "");
const decisionIn = (value: unknown): string => TASK_DECISIONS.find((each) => each === value) ?? "";

function decided(typed: Typed): Together["words"] {
  const decision = TASK_DECISIONS.find((each) => each === textIn(typed, "decision"));
  const said = decision === undefined ? "Decide" : inWords(decisionsInWords([decision])[0] ?? decision);
  return { title: `${said}: all schools of this line`, action: "/tasks/together", back: "/tasks" };
}
