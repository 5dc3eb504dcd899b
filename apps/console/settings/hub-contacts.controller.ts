// GET and POST /hub-contacts: whom this service writes to at the hub.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { CONTACT_ROLES, HubContacts, HubContactsBody } from "../../../libs/service/hubs/contacts.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { answerPage } from "../answer-page.ts";
import { Desk, type Page } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { filledIn } from "../look/templates.ts";
import { CONTACT_FIELDS, contactsIn, fieldAt, hubContactsView, typedOf } from "./hub-contacts-page.ts";

const ACTION = "/hub-contacts";

@Controller("hub-contacts")
export class HubContactsController {
  constructor(
    private readonly desk: Desk,
    private readonly contacts: HubContacts,
  ) {}

  @Get()
  @Visitors()
  async show(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, CONTACT_ROLES.set);
    const typed = typedOf(await this.contacts.list(person.principal, person.principal.hub ?? ""));
    const { title, body } = page({ action: ACTION, token, key: newKey(), typed, faults: [] }, done === "set");
    answerPage(response, 200, title, body, person);
  }

  @Post()
  @Visitors()
  async set(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed } = sent;
    const { principal } = visitor.person;
    await this.desk.settle(response, sent, CONTACT_FIELDS, {
      send: async () => this.contacts.set(principal, principal.hub ?? "", checked(typed)),
      then: () => `${ACTION}?done=set`,
      again: (faults, key) => page({ action: ACTION, token: visitor.token, key, typed, faults }, false),
    });
  }
}

const page = (state: FormState, done: boolean): Page => ({
  title: "Whom we write to at your hub",
  body: filledIn("settings/hub-contacts.njk", hubContactsView(state, done)),
});

/** @throws Refusal `invalid`, with what is wrong at the fields of the form */
function checked(typed: Typed): HubContactsBody["contacts"] {
  const contacts = contactsIn(typed);
  try {
    return validated(HubContactsBody, { contacts }).contacts;
  } catch (error) {
    if (!(error instanceof Refusal) || error.errors === undefined) throw error;
    const errors = error.errors.map((one) => ({ ...one, pointer: fieldAt(one.pointer, contacts) }));
    throw new Refusal(error.code, error.detail, { errors });
  }
}
