// Whom this service writes to at a hub. Names and addresses are sealed; no event knows them.

import { Controller, Get, Param, Put, Req } from "@nestjs/common";
import { hubContacts, setHubContacts, type KnownHubContact } from "../../../libs/people/hub-contacts.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { sameHub } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { Database } from "../../../libs/service/database.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB_CONTACTS_EXAMPLE } from "../openapi/examples.ts";
import { HUB } from "../openapi/parameters.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { HubContactsBody } from "./contacts.dto.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";

@Controller("api/v1/hubs/:hub/contacts")
export class HubContactsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles("hub-coordinator", "hub-lead", "finance-officer", "operator")
  @Doc({
    id: "listHubContacts",
    tag: "People",
    summary: "Whom this service writes to at this hub",
    description: "None: letters for the hub go to the inbox that HUB_INBOX names.",
    parameters: [HUB],
    answer: "HubContactPage",
    problems: [403, 404, 503],
  })
  async list(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: KnownHubContact[]; next: null }> {
    sameHub(callerOf(request), hub);
    return { items: await hubContacts(await this.database.open(), hubCode(hub)), next: null };
  }

  @Put()
  @Roles("hub-coordinator", "hub-lead")
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
    body: { schema: ref("HubContacts"), example: HUB_CONTACTS_EXAMPLE, required: true },
    answer: "HubContactPage",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async set(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: KnownHubContact[]; next: null }> {
    sameHub(callerOf(request), hub);
    const { contacts } = validated(HubContactsBody, request.body);
    const wanted = contacts.map(({ role, firstName, lastName, email }) => ({
      role,
      firstName: firstName?.trim() ?? "",
      lastName: lastName?.trim() ?? "",
      email,
    }));
    return { items: await setHubContacts(await this.database.open(), hubCode(hub), wanted), next: null };
  }
}
