// The schools of the term: placed in June for one of four programmes, each with people to write to, and each with a way
// of its own through the term.

import type { DataSource } from "typeorm";
import { addSeconds, type Instant } from "../../libs/calendar/instants.ts";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import type { Actor, Command, CommandData, CommandName } from "../../libs/journey/commands.ts";
import { decide } from "../../libs/journey/decide.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { evolve, NOTHING } from "../../libs/journey/evolve.ts";
import type { Journey } from "../../libs/journey/state.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import type { Prospectus } from "../../libs/prospectus/prospectus.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { putLives, type PutLife } from "../support/country/put.ts";
import { ACADEMIC_YEAR, REMINDED } from "./term.ts";
import { sentenceOfRejection } from "../../libs/words/rejection.ts";

export interface School {
  urn: string;
  hub: string;
  journey: string;
  prospectus: string;
  /** Its Work Group: the schools of its hub in its programme. A round of one locks it for the others. */
  group: string;
}
export type Says = { [N in CommandName]: { at: Instant; type: N; data: CommandData[N] } }[CommandName];

const PROGRAMMES = [
  "primary-readiness",
  "primary-readiness",
  "primary-readiness",
  "primary-development",
  "secondary-development",
  "primary-embedding",
];
const rules = { catalogue: loadCatalogue(), calendar: ENGLAND };
const [TEMPLATE, HUB, GROUP] = ["400000", "great-north", "term-group"];
const SEEDED_AT_ONCE = 100;
const ASKED_BY: Actor = { who: "term", role: "hub-lead" };

/** So many schools at so many hubs, all programmes in turn. */
export function schoolsOfTerm(count: number, hubs: number): School[] {
  return Array.from({ length: count }, (_, index) => {
    const programme = PROGRAMMES[index % PROGRAMMES.length] ?? "";
    const urn = String(420_000 + index);
    const hub = `hub-${String((index % hubs) + 1).padStart(2, "0")}`;
    return {
      urn,
      hub,
      journey: `${urn}-${programme.split("-")[0]}`,
      prospectus: `2026-27/${programme}`,
      group: `${hub}-${programme}`,
    };
  });
}

/**
 * Everybody at a school who may be written to. Of every fiftieth, one teacher has an address that is refused for good.
 */
export function peopleOf({ urn }: School): { id: string; role: string; email: string }[] {
  const second = Number(urn) % 50 === 0 ? "gone" : "second";
  return [
    { id: `person-${urn}`, role: "applicant", email: `office-${urn}@school.example` },
    { id: `head-${urn}`, role: "headteacher", email: `head-${urn}@school.example` },
    { id: `${urn}-1`, role: "", email: `first-${urn}@school.example` },
    { id: `${urn}-2`, role: "", email: `${second}-${urn}@school.example` },
  ];
}

/** Puts them into the database: registers, people, and what happened up to their place, its letters sent. */
export async function seedSchools(dataSource: DataSource, schools: readonly School[]): Promise<void> {
  const templates = new Map(
    [...new Set(schools.map(({ prospectus }) => prospectus))].map((id) => [id, JSON.stringify(lifeOfTemplate(id))]),
  );
  for (let from = 0; from < schools.length; from += SEEDED_AT_ONCE) {
    const some = schools.slice(from, from + SEEDED_AT_ONCE);
    await putSchools(
      dataSource,
      some.map(({ urn, journey }) => ({
        urn,
        name: `Example School ${urn}`,
        phase: journey.endsWith("primary") ? "primary" : "secondary",
        funding: "state",
        open: true,
        address: null,
        postcode: null,
        source: "application",
      })),
    );
    await Promise.all(
      some.map(async (school) => {
        for (const { id, role, email } of peopleOf(school)) {
          await putPerson(dataSource, { id, firstName: "Alex", lastName: `Example ${school.urn}`, email });
          if (role === "headteacher") await putContact(dataSource, { journey: school.journey, role, person: id });
        }
      }),
    );
    const lives = some.map(({ urn, hub, journey, prospectus, group }): PutLife => {
      const life = (templates.get(prospectus) ?? "[]").replaceAll(GROUP, group);
      return {
        hub,
        journey,
        events: JSON.parse(life.replaceAll(TEMPLATE, urn).replaceAll(HUB, hub)) as Recorded[],
      };
    });
    await dataSource.transaction((manager) => putLives(manager, lives));
  }
}

/** One school up to its place for the year. */
function lifeOfTemplate(id: string): Recorded[] {
  const prospectus = rules.catalogue.get(id);
  if (!prospectus) throw new Error(`the catalogue has no ${id}`);
  let state: Journey = NOTHING;
  const events: Recorded[] = [];
  const ask = <N extends CommandName>(at: Instant, type: N, data: CommandData[N]): void => {
    const decision = decide(state, { id: `${type} ${events.length}`, type, at, by: ASKED_BY, data } as Command, rules);
    if ("rejection" in decision) throw new Error(`${id}, ${type}: ${sentenceOfRejection(decision.rejection)}`);
    for (const event of decision.events) {
      const next = { ...event, seq: events.length + 1 };
      events.push(next);
      state = evolve(state, next);
    }
  };
  ask("2026-06-01T09:00:00Z", "SubmitApplication", applicationFor(prospectus));
  ask("2026-06-02T09:00:00Z", "OfferPlace", { workGroup: GROUP });
  ask("2026-06-03T09:00:00Z", "AcceptOffer", {});
  const { roles, mathsLeadAmongThem } = prospectus.participants;
  const role = roles.value.find((one) => one !== "maths-lead") ?? "lead-teacher";
  const fit = { experienced: true, authority: true, releasedForAllSessions: true };
  ask("2026-06-04T09:00:00Z", "NominateParticipant", {
    participant: `${TEMPLATE}-1`,
    role: mathsLeadAmongThem.value ? "maths-lead" : role,
    ...fit,
  });
  ask("2026-06-04T09:00:00Z", "NominateParticipant", { participant: `${TEMPLATE}-2`, role, ...fit });
  ask("2026-06-05T09:00:00Z", "PlaceInWorkGroup", {});
  for (const { seq } of openEffects(state))
    ask("2026-06-05T10:00:00Z", "RecordEffect", { effect: seq, outcome: "performed" });
  return events;
}

const openEffects = (state: Journey): readonly { seq: number }[] => (state.status === "none" ? [] : state.effects);

function applicationFor({ id, phase, application }: Prospectus): CommandData["SubmitApplication"] {
  const history =
    application.prior.value === "none" ? [] : [{ stage: "development" as const, academicYear: "2025/26" }];
  const criteria = application.criteria?.value.slice(0, 1).map(({ code }) => code);
  return {
    school: { urn: TEMPLATE, phase, funding: "state", open: true, headteacher: true, history },
    hub: HUB,
    prospectus: id,
    ...(criteria && { criteria }),
    reasons: { id: `reasons-${TEMPLATE}`, words: 40 },
    understandsExpectations: true,
    seniorLeaderSupports: true,
    contact: `person-${TEMPLATE}`,
  };
}

/** What a school says in the term, and when: most say nothing. `random` from 0 up to 1. */
export function saysInTerm({ urn, prospectus }: School, random: () => number): Says[] {
  const why = { reason: { id: `reason-${urn}`, words: 3 } };
  const [way, minutes] = [random(), Math.floor(random() * 40)];
  const thatMorning = addSeconds(REMINDED, minutes * 60);
  if (way < 0.05) return [{ at: "2026-09-10T09:00:00Z", type: "OptOutOfReminders", data: why }];
  if (way < 0.08)
    return [
      { at: "2026-09-08T09:00:00Z", type: "PauseJourney", data: why },
      { at: "2026-10-20T09:00:00Z", type: "ReturnToProgramme", data: {} },
    ];
  if (way < 0.1) return [{ at: "2026-09-09T09:00:00Z", type: "WithdrawSchool", data: why }];
  if (way < 0.14) return [{ at: thatMorning, type: "OptOutOfReminders", data: why }];
  if (way < 0.16) return [{ at: thatMorning, type: "WithdrawSchool", data: why }];
  if (way > 0.45) return [];
  const came: Says = {
    at: "2026-09-30T15:00:00Z",
    type: "RecordAttendance",
    data: { session: "session-1", on: "2026-09-30", present: [`${urn}-1`, `${urn}-2`], headteacher: true },
  };
  if (!prospectus.endsWith("readiness")) return [came];
  return [
    came,
    {
      at: addSeconds("2026-12-04T09:00:00Z", minutes * 60),
      type: "CompleteGapTask",
      data: { commitment: "gap-task-1" },
    },
  ];
}

/** The reminders of a term that each of these schools is to have had, one each. */
export const TERMLY = { academicYear: ACADEMIC_YEAR, term: "autumn" } as const;
