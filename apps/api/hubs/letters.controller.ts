// Letters that a hub writes to many of its schools' people.

import { Controller, Get, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import { renderHtml, renderText } from "../../../libs/letters/render.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { LetterToManyBody } from "../../../libs/service/letters/letter-body.ts";
import type { LetterSeen } from "../../../libs/service/letters/letter-seen.ts";
import { LETTER_ROLES, LettersToMany } from "../../../libs/service/letters/letters-to-many.ts";
import { told } from "../../../libs/words/rejection.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, LETTER_ID, PREVIEW } from "../openapi/parameters.ts";
import { LetterAnswer, LetterPageAnswer } from "./letters.dto.ts";

@Controller("api/v1/hubs/:hub/letters")
export class LettersController {
  constructor(private readonly letters: LettersToMany) {}

  @Get()
  @Roles(...LETTER_ROLES.write)
  @Doc({
    id: "listLettersToMany",
    tag: "Letters",
    summary: "Letters that this hub has written to many, the latest first",
    description: "The latest fifty; a Work Group lead sees those that they wrote.",
    parameters: [HUB],
    answer: LetterPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<LetterPageAnswer> {
    return { items: await this.letters.list(caller, hub), next: null };
  }

  @Post()
  @Roles(...LETTER_ROLES.write)
  @Doc({
    id: "writeToMany",
    tag: "Letters",
    summary: "Write a letter to the people of a Work Group, of a theme, or of the schools that owe something",
    description:
      "To schools that take part, and of each to those that `to` names; all of workGroup, theme and owing that is " +
      "sent must fit. One message an address: who is of two schools gets it once, for both. Who wants no reminders " +
      "is passed over, unless it is news of a session of the group: that also reaches a school that has paused. It " +
      "stands in the record of each school, and its words with it, sealed. `preview=true` shows who would get it and " +
      "the very letter; send its `plan` along, and it goes to these or is refused. It answers within half a minute: " +
      "what is `waiting` then goes by itself. Roles: hub-coordinator, hub-lead; work-group-lead for their own groups.",
    parameters: [HUB, PREVIEW],
    body: LetterToManyBody,
    answer: LetterAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 412, 413, 415, 422, 503],
  })
  async write(@AskedHere() asked: Asked, @Param("hub") hub: string): Promise<LetterAnswer> {
    if (!asked.preview) return presented(await this.letters.send(hub, asked));
    const { plan, letter, preview, consequences, ...seen } = await this.letters.look(hub, asked);
    const shown = { subject: letter.subject, text: renderText(letter), html: renderHtml(letter) };
    return { ...presented(seen), plan, letter: shown, preview, consequences };
  }

  @Get(":letter")
  @Roles(...LETTER_ROLES.write)
  @Doc({
    id: "getLetterToMany",
    tag: "Letters",
    summary: "A letter to many: its words, who got it, and what became of it",
    parameters: [HUB, LETTER_ID],
    answer: LetterAnswer,
    problems: [403, 404, 503],
  })
  async one(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("letter") id: string,
  ): Promise<LetterAnswer> {
    return presented(await this.letters.one(caller, hub, id));
  }
}

function presented({ schools, ...letter }: LetterSeen): LetterAnswer {
  return {
    ...letter,
    schools: schools.map(({ because, people, ...school }) => ({
      ...school,
      ...(because ? told(because) : { code: null, detail: null }),
      people: people.map(({ standsInFor: _, ...person }) => person),
    })),
  };
}
