// POST /together: one thing for the schools that were chosen in a list. First its form, then what would come of it for
// each, then what came.

import { Controller, Get, Post, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { mustHold } from "../../../libs/service/access/roles.ts";
import { JourneyFacts, type Facts } from "../../../libs/service/journeys/journey-facts.ts";
import {
  MANY_ROLES,
  manyCommandsOf,
  ManySchools,
  type ManyCommand,
  type SchoolChosen,
} from "../../../libs/service/journeys/many-schools.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { askedBy, Desk, type Page, type Sent } from "../desk.ts";
import { blanksIn, together, type Fault } from "../faults.ts";
import { allIn, textIn, type FormField, type Typed } from "../form-fields.ts";
import type { FormState } from "../form-page.ts";
import { ALL, BOX } from "../lists/choosing.ts";
import { filledIn } from "../look/templates.ts";
import { fitsNow } from "../journeys/actions-now.ts";
import { bodyOf } from "../journeys/record-fields.ts";
import { SchoolsDesk } from "../journeys/schools-desk.ts";
import type { Link } from "../navigation.ts";
import type { AtDesk } from "../visitor.ts";
import { MANY_WORDS, manyFields } from "./many-fields.ts";
import { cameView, carriedOn, fieldsView, lookView, STEP, titleOf } from "./together-page.ts";

const ACTION = "/together";
/** So many schools are looked at for one that has something to choose from. */
const LOOKED_AT = 10;
const JOURNEY = /^\d{6}-(?:primary|secondary)$/u;

/** What is to be done, for whom, and what its form asks. */
interface Job {
  command: ManyCommand;
  schools: readonly SchoolChosen[];
  like: string;
  fields: readonly FormField[];
}

@Controller("together")
export class TogetherController {
  constructor(
    private readonly desk: Desk,
    private readonly many: ManySchools,
    private readonly journeys: JourneyFacts,
    private readonly schools: SchoolsDesk,
  ) {}

  /** Whoever comes here by a kept address begins with the list. */
  @Get()
  @Visitors()
  async begin(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    await this.desk.visitor(request, response, MANY_ROLES);
    response.writeHead(303, { Location: "/journeys" }).end();
  }

  @Post()
  @Visitors()
  async post(@Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    mustHold(sent.visitor.person.principal, MANY_ROLES);
    const state = { action: ACTION, token: sent.visitor.token, key: sent.key, typed: sent.typed, faults: [] };
    const step = textIn(sent.typed, "change") === "" ? textIn(sent.typed, "step") : "";
    if (step === STEP.send) await this.send(response, sent, state);
    else if (step === STEP.look) await this.look(response, sent, state);
    else await this.ask(response, sent, state);
  }

  /** The form; what has none is looked at at once. Where nothing was chosen, the list again. */
  private async ask(response: ApiResponse, sent: Sent, state: FormState): Promise<void> {
    const again = (faults: readonly Fault[], key: string) => this.listAgain(sent, faults, key);
    const command = commandIn(sent);
    if (command !== null && MANY_WORDS[command].asks.length === 0) return this.look(response, sent, state, again);
    return this.desk.settle(response, sent, [WHICH, WHAT], {
      send: () => this.job(sent),
      then: (job) => formPage(job, state, this.back(sent)),
      again,
    });
  }

  private async look(
    response: ApiResponse,
    sent: Sent,
    state: FormState,
    again = this.formAgain(sent, state),
  ): Promise<void> {
    const { called } = sent.visitor;
    await this.desk.settle(response, sent, [WHICH, WHAT], {
      send: async () => {
        const job = await this.job(sent);
        mustBeWhole(job, sent.typed);
        return {
          job,
          came: await this.many.look(askedBy(sent, bodyOf(job.fields, sent.typed)), job.command, job.schools),
        };
      },
      then: ({ job: { command, fields }, came }) => ({
        title: titleOf(command),
        body: filledIn(
          "together/look.njk",
          lookView(command, came, { state, carries: carriedOn(state), called, change: fields.length > 0 }),
        ),
        back: this.back(sent),
      }),
      again,
    });
  }

  private async send(response: ApiResponse, sent: Sent, state: FormState): Promise<void> {
    const { called } = sent.visitor;
    const back = this.back(sent);
    await this.desk.settle(response, sent, [WHICH, WHAT], {
      send: async () => {
        const job = await this.job(sent);
        const seen = new Map(allIn(sent.typed, "seen").map((one) => one.split(" ") as [string, string]));
        const looked = job.schools.flatMap((one) => {
          const version = Number(seen.get(one.journey));
          return version > 0 ? [{ ...one, seen: version }] : [];
        });
        const asked = askedBy(sent, bodyOf(job.fields, sent.typed));
        return { job, came: await this.many.send(asked, job.command, looked) };
      },
      then: ({ job, came }) => ({
        title: titleOf(job.command),
        body: filledIn("together/came.njk", cameView(job.schools, came, { called, back: back.href })),
        back,
      }),
      again: this.formAgain(sent, state),
    });
  }

  /** @throws Refusal `invalid` where no school is chosen, or nothing to be done */
  private async job(sent: Sent): Promise<Job> {
    const { principal } = sent.visitor.person;
    const command = commandIn(sent);
    const journeys = allIn(sent.typed, BOX).filter((one) => JOURNEY.test(one));
    const all = textIn(sent.typed, ALL) === "yes";
    const missing = [...(all || journeys.length > 0 ? [] : [WHICH]), ...(command === null ? [WHAT] : [])];
    if (command === null || missing.length > 0) throw notChosen(missing);
    const which = all ? { filter: await this.schools.filterIn(principal, textIn(sent.typed, "list")) } : { journeys };
    const schools = await this.many.chosen(principal, which);
    const like = await this.like(sent.visitor, command, schools);
    return {
      command,
      schools,
      like: like?.school ?? "",
      fields: like === null ? [] : manyFields(command, like, principal.role),
    };
  }

  /** The first school at which it could be done now; else the first. */
  private async like(
    { person }: AtDesk,
    command: ManyCommand,
    schools: readonly SchoolChosen[],
  ): Promise<Facts | null> {
    if (MANY_WORDS[command].asks.length === 0) return null;
    let first: Facts | null = null;
    for (const { journey } of schools.slice(0, LOOKED_AT)) {
      const facts = await this.journeys.of(person.principal, journey);
      first ??= facts;
      if (fitsNow(command, facts, person.principal)) return facts;
    }
    return first;
  }

  /** The form with what is wrong in it. */
  private formAgain(sent: Sent, state: FormState) {
    return async (said: readonly Fault[], key: string): Promise<Page> => {
      const job = await this.job(sent);
      const faults = said.length === 0 ? said : together(job.fields, said, blanksIn(job.fields, sent.typed));
      return formPage(job, { ...state, key, faults }, this.back(sent));
    };
  }

  private back({ typed }: Sent): Link {
    return this.schools.wayBack(textIn(typed, "list"));
  }

  private async listAgain(sent: Sent, faults: readonly Fault[], key: string): Promise<Page> {
    const { person, token } = sent.visitor;
    const query = Object.fromEntries(new URLSearchParams(textIn(sent.typed, "list")));
    return this.schools.page(person.principal, query, "/journeys", { token, key, typed: sent.typed, faults });
  }
}

/** What the list itself asks. */
const WHICH: FormField = {
  kind: "line",
  name: BOX,
  label: "Schools",
  required: true,
  blank: "Choose at least one school.",
};
const WHAT: FormField = {
  kind: "line",
  name: "command",
  label: "What to do",
  required: true,
  blank: "Choose what to do.",
};

function commandIn({ typed, visitor: { person } }: Sent): ManyCommand | null {
  return manyCommandsOf(person.principal.role).find((one) => one === textIn(typed, "command")) ?? null;
}

function notChosen(missing: readonly FormField[]): Refusal {
  const errors = missing.map(({ name, label }) => ({ pointer: `/${name}`, detail: label }));
  return new Refusal("invalid", "Choose schools, and what to do.", { errors });
}

/** @throws Refusal `invalid` where the form leaves something open: it would be the same for every school */
function mustBeWhole({ fields }: Job, typed: Typed): void {
  const blanks = blanksIn(fields, typed);
  if (blanks.length === 0) return;
  const errors = blanks.map(({ field, text }) => ({ pointer: `/${field ?? ""}`, detail: text }));
  throw new Refusal("invalid", "Something is missing.", { errors });
}

const formPage = (job: Job, state: FormState, back: Link): Page => ({
  title: titleOf(job.command),
  back,
  body: filledIn(
    "together/fields.njk",
    fieldsView(job.schools, job.fields, job.like, { state, carries: carriedOn(withoutFields(job, state)) }),
  ),
});

/** What is asked on the page itself is not carried beside it. */
function withoutFields({ fields }: Job, state: FormState): FormState {
  const own = fields.flatMap(({ name }) => [name, `${name}-day`, `${name}-month`, `${name}-year`]);
  return { ...state, typed: Object.fromEntries(Object.entries(state.typed).filter(([name]) => !own.includes(name))) };
}
