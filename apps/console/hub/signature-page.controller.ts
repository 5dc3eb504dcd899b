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
import { bodyFrom, textIn } from "../form-fields.ts";
import { newKey, type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import type { Html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { SIGNATURE_FIELDS, signatureFields, signatureView } from "./signature-page.ts";

const TITLE = "How your hub signs its letters";
const ACTION = "/signature";

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
    const said = done === "set" ? "Your letters end so from now on." : null;
    answerPage(response, 200, TITLE, signaturePage(now, null, state, said), person);
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
    await this.desk.settle(response, sent, SIGNATURE_FIELDS, {
      send: async () => {
        const body = validated(SignatureBody, bodyFrom(SIGNATURE_FIELDS, typed));
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
function signaturePage(
  now: SignatureSeen,
  then: SignatureSeen | null,
  state: FormState,
  done: string | null = null,
): Html {
  const asks = formShown(signatureFields(then !== null), state, { button: then === null ? "Look at it" : "Go on" });
  return filledIn("hub/signature.njk", signatureView(now, then, asks, done));
}
