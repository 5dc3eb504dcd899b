// The schools to which a hub offers a programme, where it offers it to named ones alone.

import { Body, Controller, Delete, Get, Param, Put, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { HubLists, LIST_ROLES } from "../../../libs/service/hubs/lists.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PROGRAMME, YEAR } from "../openapi/parameters.ts";
import { ListAnswer, ListBody, ListPageAnswer } from "./decisions.dto.ts";
import { KnownProgrammeGuard } from "./known-programme.guard.ts";

const WHERE = [HUB, YEAR, PROGRAMME];

@Controller("api/v1/hubs/:hub/lists")
@UseGuards(OwnHubGuard)
export class ListsController {
  constructor(private readonly lists: HubLists) {}

  @Get()
  @Roles(...LIST_ROLES.read)
  @Doc({
    id: "listLists",
    tag: "Lists",
    summary: "The programmes that this hub offers to named schools alone, with their URNs",
    description: "A programme that is not listed is open to every school that fits it.",
    parameters: [HUB],
    answer: ListPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<ListPageAnswer> {
    return { items: await this.lists.list(caller, hub), next: null };
  }

  @Put(":year/:programme")
  @UseGuards(KnownProgrammeGuard)
  @Roles(...LIST_ROLES.set)
  @Doc({
    id: "setList",
    tag: "Lists",
    summary: "Offer a programme to these schools alone",
    description:
      "From now on another school’s application is turned down with not-eligible; one that came before is " +
      "judged by what held then. The list replaces the " +
      "one before; the same schools once more change nothing. Roles: hub-coordinator, hub-lead.",
    parameters: WHERE,
    answer: ListAnswer,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  set(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Body() { urns }: ListBody,
  ): Promise<ListAnswer> {
    return this.lists.set(caller, hub, `${year}/${programme}`, urns);
  }

  @Delete(":year/:programme")
  @UseGuards(KnownProgrammeGuard)
  @Roles(...LIST_ROLES.set)
  @Doc({
    id: "removeList",
    tag: "Lists",
    summary: "Open a programme to every school that fits it",
    description: "Where there is no list it changes nothing. Roles: hub-coordinator, hub-lead.",
    parameters: WHERE,
    answer: ListAnswer,
    problems: [403, 404, 503],
  })
  remove(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
  ): Promise<ListAnswer> {
    return this.lists.remove(caller, hub, `${year}/${programme}`);
  }
}
