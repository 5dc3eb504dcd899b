// Schools that one hub asks of another.

import { Controller, Get, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { MOVE_ROLES, Moves } from "../../../libs/service/journeys/moves.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { Doc } from "../openapi/doc.ts";
import { MoveAnswer, MovePageAnswer, MovesQuery } from "./moves.dto.ts";

@Controller("api/v1/moves")
export class MovesController {
  constructor(private readonly moves: Moves) {}

  @Get()
  @Roles(...MOVE_ROLES.read)
  @Doc({
    id: "listMoves",
    tag: "Journeys",
    summary: "Schools that one hub asks of another, by journey; a hub sees what it asks and what it is asked",
    description:
      "What a hub’s application or interest for a school of another hub waits for. POST " +
      "/api/v1/journeys/{id}/move-to-hub answers: with the hub that asks, the school goes; with its own, it stays. " +
      "Its own hub answers to the end of `until`, then an operator.",
    answer: MovePageAnswer,
    problems: [403, 422, 503],
  })
  async list(@Caller() caller: Principal, @Query() query: MovesQuery): Promise<MovePageAnswer> {
    const { items, next } = await this.moves.list(caller, query);
    return { items: items.map((move) => present(MoveAnswer, move)), next };
  }
}
