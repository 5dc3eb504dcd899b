// Whom this service writes to at a hub.

import { Body, Controller, Get, Param, Put, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { CONTACT_ROLES, HubContacts, HubContactsBody } from "../../../libs/service/hubs/contacts.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { HubContactPageAnswer } from "./decisions.dto.ts";

@Controller("api/v1/hubs/:hub/contacts")
@UseGuards(OwnHubGuard)
export class HubContactsController {
  constructor(private readonly contacts: HubContacts) {}

  @Get()
  @Roles(...CONTACT_ROLES.read)
  @Doc({
    id: "listHubContacts",
    tag: "People",
    summary: "Whom this service writes to at this hub",
    description: "None: letters for the hub go to the inbox that HUB_INBOX names.",
    parameters: [HUB],
    answer: HubContactPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<HubContactPageAnswer> {
    return { items: await this.contacts.list(caller, hub), next: null };
  }

  @Put()
  @Roles(...CONTACT_ROLES.set)
  @Doc({
    id: "setHubContacts",
    tag: "People",
    summary: "Say whom this service writes to at this hub",
    description:
      "All of them, one a role, in place of those before; an inbox that several share has no names. Letters " +
      "for the hub go to the hub-lead, else to the " +
      "hub-coordinator, else to the inbox that HUB_INBOX names. The same once more changes nothing. Roles: " +
      "hub-coordinator, hub-lead.",
    parameters: [HUB],
    answer: HubContactPageAnswer,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async set(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Body() { contacts }: HubContactsBody,
  ): Promise<HubContactPageAnswer> {
    return { items: await this.contacts.set(caller, hub, contacts), next: null };
  }
}
