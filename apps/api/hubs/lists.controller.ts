// The schools to which a hub offers a programme, where it offers it to named ones alone.

import { Controller, Delete, Get, Param, Put, Req } from "@nestjs/common";
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from "class-validator";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { listsOf, setList, type HubList } from "../../../libs/store/hubs/lists.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { sameHub } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PROGRAMME, YEAR } from "../openapi/parameters.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";

const MOST = 5_000;

class ListBody {
  @IsArray()
  @ArrayMinSize(1, { message: "urns names one school at least; DELETE opens the programme to all." })
  @ArrayMaxSize(MOST)
  @Matches(/^\d{6}$/u, { each: true, message: "urns are six digits each." })
  urns: string[];
}

const WHERE = [HUB, YEAR, PROGRAMME];

@Controller("api/v1/hubs/:hub/lists")
export class ListsController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Roles("hub-coordinator", "hub-lead", "operator", "auditor")
  @Doc({
    id: "listLists",
    tag: "Lists",
    summary: "The programmes that this hub offers to named schools alone, with their URNs",
    description: "A programme that is not listed is open to every school that fits it.",
    parameters: [HUB],
    answer: "ListPage",
    problems: [403, 404, 503],
  })
  async list(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<{ items: HubList[]; next: null }> {
    sameHub(callerOf(request), hub);
    return { items: await listsOf(await this.database.open(), hubCode(hub)), next: null };
  }

  @Put(":year/:programme")
  @Roles("hub-coordinator", "hub-lead")
  @Doc({
    id: "setList",
    tag: "Lists",
    summary: "Offer a programme to these schools alone",
    description:
      "From now on another school’s application is turned down with not-eligible; one that came before is " +
      "judged by what held then. The list replaces the " +
      "one before; the same schools once more change nothing. Roles: hub-coordinator, hub-lead.",
    parameters: WHERE,
    body: { schema: ref("ListOfSchools"), example: { urns: ["100001", "100002"] }, required: true },
    answer: "List",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async set(
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Req() request: ApiRequest,
  ): Promise<HubList> {
    const set = this.decision(request, hub, `${year}/${programme}`);
    const { urns } = validated(ListBody, request.body);
    const stands = await setList(await this.database.open(), { ...set, urns });
    return stands ?? { ...set, urns };
  }

  @Delete(":year/:programme")
  @Roles("hub-coordinator", "hub-lead")
  @Doc({
    id: "removeList",
    tag: "Lists",
    summary: "Open a programme to every school that fits it",
    description: "Where there is no list it changes nothing. Roles: hub-coordinator, hub-lead.",
    parameters: WHERE,
    answer: "List",
    problems: [403, 404, 503],
  })
  async remove(
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Req() request: ApiRequest,
  ): Promise<HubList> {
    const set = { ...this.decision(request, hub, `${year}/${programme}`), urns: null };
    return (await setList(await this.database.open(), set)) ?? set;
  }

  /** Who decides what, and when. */
  private decision(request: ApiRequest, hub: string, id: string): Omit<HubList, "urns"> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const prospectus = this.settings.catalogue.get(id);
    if (!prospectus)
      throw new Problem("not-found", "There is no such prospectus. GET /api/v1/prospectuses lists them.");
    return {
      hub: hubCode(hub),
      prospectus: prospectus.id,
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    };
  }
}
