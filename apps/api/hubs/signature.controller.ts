// How a hub signs its letters: looked at first, then kept.

import { Body, Controller, Delete, Get, Param, Put, Req, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { isPreview } from "../../../libs/http/query.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubSignatures, SIGNATURE_ROLES, SignatureBody } from "../../../libs/service/hubs/signature.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PREVIEW } from "../openapi/parameters.ts";
import { SignatureAnswer } from "./signature.dto.ts";

@Controller("api/v1/hubs/:hub/signature")
@UseGuards(OwnHubGuard)
export class SignatureController {
  constructor(private readonly signatures: HubSignatures) {}

  @Get()
  @Roles(...SIGNATURE_ROLES.read)
  @Doc({
    id: "getSignature",
    tag: "People",
    summary: "How this hub signs its letters to schools",
    parameters: [HUB],
    answer: SignatureAnswer,
    problems: [403, 404, 503],
  })
  one(@Caller() caller: Principal, @Param("hub") hub: string): Promise<SignatureAnswer> {
    return this.signatures.of(caller, hub);
  }

  @Put()
  @Roles(...SIGNATURE_ROLES.set)
  @Doc({
    id: "setSignature",
    tag: "People",
    summary: "Sign letters to schools so from now on",
    description:
      "Words alone, sealed as a contact of the hub is. With preview=true it is only looked at, as letters would have " +
      "it. The same once more changes nothing. Roles: hub-coordinator, hub-lead.",
    parameters: [HUB, PREVIEW],
    answer: SignatureAnswer,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async set(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Body() body: SignatureBody,
    @Req() request: ApiRequest,
  ): Promise<SignatureAnswer> {
    if (!isPreview(request)) return this.signatures.set(caller, hub, body);
    return { ...this.signatures.wouldSet(caller, hub, body), preview: true };
  }

  @Delete()
  @Roles(...SIGNATURE_ROLES.set)
  @Doc({
    id: "removeSignature",
    tag: "People",
    summary: "Sign letters no more",
    description: "Where there is no signature it changes nothing. Roles: hub-coordinator, hub-lead.",
    parameters: [HUB],
    answer: SignatureAnswer,
    problems: [403, 404, 503],
  })
  remove(@Caller() caller: Principal, @Param("hub") hub: string): Promise<SignatureAnswer> {
    return this.signatures.remove(caller, hub);
  }
}
