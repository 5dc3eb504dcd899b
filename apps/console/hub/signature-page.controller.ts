// GET and POST /signature: how the hub signs its letters.

import { Controller, Get, Post, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import {
  HubSignatures,
  SIGNATURE_ROLES,
  SignatureBody,
  type SignatureSeen,
} from "../../../libs/service/hubs/signature.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { bodyFrom, textIn, type FormField } from "../form-fields.ts";
import { form, newKey, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { doneBanner } from "../look/parts.ts";

const TITLE = "How your hub signs its letters";
const ACTION = "/signature";
const FIELDS: readonly FormField[] = [
  { kind: "line", name: "name", label: "Who signs", required: true },
  { kind: "line", name: "telephone", label: "Telephone", required: false },
  {
    kind: "words",
    name: "paragraph",
    label: "A few words",
    hint: "For example when to call. Words alone: no web address.",
    required: false,
  },
];
const CONFIRM: FormField = {
  kind: "tick",
  name: "confirmed",
  label: "Sign our letters so from now on",
  required: true,
};

@Controller("signature")
export class SignaturePageController {
  constructor(
    private readonly desk: Desk,
    private readonly signatures: HubSignatures,
  ) {}

  @Get()
  @Visitors()
  async show(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, token } = await this.desk.visitor(request, response, SIGNATURE_ROLES.set);
    const now = await this.signatures.of(person.principal, person.principal.hub ?? "");
    const { name, telephone, paragraph } = now;
    const state = { action: ACTION, token, key: newKey(), typed: { name, telephone, paragraph }, faults: [] };
    const said = doneBanner(done === "set" ? "Your letters end so from now on." : null);
    answerPage(response, 200, TITLE, html`${said}${signaturePage(now, null, state)}`, person);
  }

  @Post()
  @Visitors()
  async set(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    const { visitor, typed, key } = sent;
    const { principal } = visitor.person;
    const hub = principal.hub ?? "";
    const state = { action: ACTION, token: visitor.token, typed };
    const now = await this.signatures.of(principal, hub);
    await this.desk.settle(response, sent, FIELDS, {
      send: async () => {
        const body = validated(SignatureBody, bodyFrom(FIELDS, typed));
        if (textIn(typed, "confirmed") === "") return this.signatures.wouldSet(principal, hub, body);
        await this.signatures.set(principal, hub, body);
        return null;
      },
      then: (then) =>
        then === null
          ? `${ACTION}?done=set`
          : { title: TITLE, body: signaturePage(now, then, { ...state, key, faults: [] }) },
      again: (faults, next) => ({ title: TITLE, body: signaturePage(now, null, { ...state, key: next, faults }) }),
    });
  }
}

/** `then`: as it would be, once it was looked at; to keep it is then one tick on. */
function signaturePage(now: SignatureSeen, then: SignatureSeen | null, state: FormState): Html {
  const lines = (of: SignatureSeen): Html =>
    html`<blockquote>${of.lines.map((line) => html`<p>${line}</p>`)}</blockquote>`;
  const fields = then === null ? FIELDS : [...FIELDS, CONFIRM];
  const stands =
    now.lines.length === 0
      ? html`<p class="note">Nothing of your own yet: letters name your hub and its inbox.</p>`
      : html`<p>Letters to schools end so, below the address for answers:</p>${lines(now)}`;
  const next = then === null ? null : html`<h2>So they would end</h2>${lines(then)}`;
  const button = then === null ? "Look at it" : "Go on";
  return html`${then === null ? stands : next}${form(fields, state, { button })}`;
}
