// GET /letters: letters that the hub has written to many. GET and POST /letters/new: write one, look at it, send it.
// GET /letters/{id}: what became of it.

import { Controller, Get, Param, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { LetterSeen } from "../../../libs/service/letters/letter-seen.ts";
import { LETTER_ROLES, LettersToMany, type LetterLooked } from "../../../libs/service/letters/letters-to-many.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { WorkGroups } from "../../../libs/service/work-groups/work-groups.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page } from "../desk.ts";
import type { Fault } from "../faults.ts";
import { bodyFrom, textIn, type FormField, type Typed } from "../form-fields.ts";
import { newForm } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { letterFields, letterForm, type LetterChoices } from "./letter-form.ts";
import { letterView, lettersView, lookedView } from "./letters-page.ts";

const ACTION = "/letters/new";
/** More groups than a hub has. */
const MOST_GROUPS = 100;

@Controller("letters")
export class LettersPageController {
  constructor(
    private readonly desk: Desk,
    private readonly letters: LettersToMany,
    private readonly groups: WorkGroups,
  ) {}

  @Get()
  @Visitors()
  async list(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, LETTER_ROLES.write);
    const letters = await this.letters.list(person.principal, person.principal.hub ?? "");
    answerPage(response, 200, "Letters to many", filledIn("hub/letters.njk", lettersView(letters, called)), person);
  }

  @Get("new")
  @Visitors()
  async begin(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token, called } = await this.desk.visitor(request, response, LETTER_ROLES.write);
    const fields = letterFields(await this.choices(person.principal, called));
    const { title, body, ...around } = letterForm(fields, { ...newForm(token), action: ACTION });
    answerPage(response, 200, title, body, person, undefined, around);
  }

  @Post("new")
  @Visitors()
  async write(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    const { principal } = visitor.person;
    const fields = letterFields(await this.choices(principal, visitor.called));
    const state = { action: ACTION, token: visitor.token, key, typed };
    const again = (faults: readonly Fault[], nextKey: string): Page =>
      letterForm(fields, { ...state, key: nextKey, faults });
    if (textIn(typed, "change") !== "") {
      const { title, body, ...around } = again([], key);
      answerPage(response, 200, title, body, visitor.person, undefined, around);
      return;
    }
    const hub = principal.hub ?? "";
    const confirmed = textIn(typed, "confirm") === "yes";
    await this.desk.settle<LetterLooked | LetterSeen>(response, sent, fields, {
      send: async () => {
        const body = bodyOf(fields, typed);
        return confirmed ? this.letters.send(hub, askedBy(sent, body)) : this.letters.look(hub, askedBy(sent, body));
      },
      then: (answer) =>
        "letter" in answer
          ? {
              title: "Write to many",
              body: filledIn("hub/letter-looked.njk", lookedView(answer, state, visitor.called)),
            }
          : `/letters/${answer.id}`,
      again,
    });
  }

  @Get(":id")
  @Visitors()
  async one(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, LETTER_ROLES.write);
    const seen = await this.letters.one(person.principal, person.principal.hub ?? "", id);
    const view = letterView(seen, seen.by.who === person.principal.who, called);
    answerPage(response, 200, seen.subject ?? "A letter to many", filledIn("hub/letter.njk", view), person);
  }

  private async choices(principal: Principal, called: GroupNaming): Promise<LetterChoices> {
    const { items } = await this.groups.list(principal, { limit: MOST_GROUPS });
    return {
      called,
      groups: items.map(({ id }) => id),
      themes: await this.letters.themes(principal, principal.hub ?? ""),
      sessions: await this.groups.sessionsNotHeld(principal, items),
    };
  }
}

/** A session is chosen with its group. @throws Refusal `invalid` where another group is chosen beside it */
function bodyOf(fields: readonly FormField[], typed: Typed): Record<string, unknown> {
  const { session, ...body } = bodyFrom(fields, typed);
  const plan = textIn(typed, "plan");
  const [group, code] = typeof session === "string" ? session.split("/") : [];
  const whole = { ...body, ...(plan !== "" && { plan }) };
  if (group === undefined || code === undefined) return whole;
  if (body["workGroup"] !== undefined && body["workGroup"] !== group) {
    const detail = "This session is of another group than the one chosen above.";
    throw new Refusal("invalid", detail, { errors: [{ pointer: "/session", detail }] });
  }
  return { ...whole, workGroup: group, session: code };
}
