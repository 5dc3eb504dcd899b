// GET /webhooks: where a hub's systems are told of its events; GET and POST /webhooks/new: add an address;
// GET /webhooks/{id}: one of them; POST /webhooks/{id}/{deed}: what is done with it.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { WebhookActions } from "../../../libs/service/webhooks/webhook-actions.ts";
import { WEBHOOK_ROLES } from "../../../libs/service/webhooks/webhook-desk.ts";
import { Webhooks } from "../../../libs/service/webhooks/webhooks.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk, type Page, type Sent } from "../desk.ts";
import { bodyFrom } from "../form-fields.ts";
import { newForm, newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import {
  ADD_FIELDS,
  addView,
  DEEDS,
  doneOf,
  secretView,
  webhooksView,
  webhookView,
  type DeedName,
} from "./webhooks-page.ts";

/** Of a hub; whoever is of none has the API. */
const READ: readonly Role[] = ["hub-lead", "hub-coordinator"];
const BACK = { href: "/webhooks", words: "Back to the addresses" };

@Controller("webhooks")
export class WebhookPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly webhooks: Webhooks,
    private readonly actions: WebhookActions,
  ) {}

  @Get()
  @Visitors()
  async list(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, READ);
    const { principal } = person;
    const found = await this.webhooks.list(principal, principal.hub ?? "");
    const view = webhooksView(found, mayWrite(principal.role), doneOf(done));
    answerPage(response, 200, "Systems that are told of events", filledIn("webhooks/webhooks.njk", view), person);
  }

  @Get("new")
  @Visitors()
  async adding(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, WRITE);
    const { title, body, ...around } = addPage({
      action: "/webhooks/new",
      token,
      key: newKey(),
      typed: {},
      faults: [],
    });
    answerPage(response, 200, title, body, person, undefined, around);
  }

  @Post("new")
  @Visitors()
  async add(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    await this.desk.settle(response, sent, ADD_FIELDS, {
      send: () => this.webhooks.add(askedBy(sent, bodyFrom(ADD_FIELDS, typed)), visitor.person.principal.hub ?? ""),
      then: (made) => secretPage(secretView(made)),
      again: (faults, key) => addPage({ action: "/webhooks/new", token: visitor.token, key, typed, faults }),
    });
  }

  @Get(":id")
  @Visitors()
  async one(
    @Param("id") id: string,
    @Query("done") done: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, READ);
    const { principal } = person;
    const found = await this.webhooks.one(principal, principal.hub ?? "", id);
    const look = { mayWrite: mayWrite(principal.role), done: doneOf(done), state: newForm(token) };
    const body = filledIn("webhooks/webhook.njk", webhookView(found, look));
    answerPage(response, 200, "A system that is told of events", body, person, undefined, { back: BACK });
  }

  @Post(":id/:deed")
  @Visitors()
  async act(
    @Param("id") id: string,
    @Param("deed") asked: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const deed = DEEDS.find((one) => one === asked);
    if (deed === undefined) throw new Refusal("not-found", "There is no such page.");
    if (deed === "rotate-secret") {
      const { title, body, ...around } = await this.rotated(sent, id);
      answerPage(response, 200, title, body, sent.visitor.person, undefined, around);
    } else response.writeHead(303, { Location: await this.done(sent, id, deed) }).end();
  }

  private async rotated(sent: Sent, id: string): Promise<Page> {
    const hub = sent.visitor.person.principal.hub ?? "";
    return secretPage(secretView(await this.actions.rotate(askedBy(sent, {}), hub, id)));
  }

  /** Where one goes once it is done. */
  private async done(sent: Sent, id: string, deed: Exclude<DeedName, "rotate-secret">): Promise<string> {
    const hub = sent.visitor.person.principal.hub ?? "";
    if (deed === "remove") {
      await this.webhooks.remove(askedBy(sent, {}), hub, id);
      return "/webhooks?done=removed";
    }
    if (deed === "test") await this.actions.test(askedBy(sent, {}), hub, id);
    else await this.webhooks.change(askedBy(sent, { enabled: deed === "enable" }), hub, id);
    return `/webhooks/${id}?done=${deed}`;
  }
}

const WRITE: readonly Role[] = READ.filter((role) => WEBHOOK_ROLES.write.some((one) => one === role));
const mayWrite = (role: Role): boolean => WRITE.includes(role);

const addPage = (state: FormState): Page => ({
  title: "Add an address",
  body: filledIn("webhooks/add.njk", addView(state)),
  back: BACK,
});

const secretPage = (view: ReturnType<typeof secretView>): Page => ({
  title: "The secret of this address",
  body: filledIn("webhooks/secret.njk", view),
  back: BACK,
});
