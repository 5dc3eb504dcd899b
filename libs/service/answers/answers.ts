// Answers from a letter, without an account: whoever has the link acts as the person to whom the letter went, about one
// thing of one school. Opening it changes nothing; what it does is small, is seen by the hub as coming from a letter,
// and can be taken back. What it never does: say that somebody was at a meeting or a visit, or anything about money.

import { instantFromMs, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { fold } from "../../journey/evolve.ts";
import { notContacts } from "../../journey/said.ts";
import type { Begun, Commitment } from "../../journey/state.ts";
import type { Recipient } from "../../journey/events.ts";
import { owed, partOf, standingOf, thingOf, type Standing, type Thing } from "../../letters/answers.ts";
import { contactsOf, getPeople } from "../../people/people.ts";
import { answerLinkBehind, type AnswerLink } from "../../store/answer-links.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import type { ParticipantRole } from "../../prospectus/prospectus.ts";
import { knownSchool } from "../../store/schools/schools.ts";
import type { Principal } from "../access/principal.ts";
import type { SecurityLog } from "../access/security-log.ts";
import type { Asked } from "../commands/asked.ts";
import type { RoutedCommand } from "../commands/journey-commands.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import type { Database } from "../database.ts";
import type { JourneyPeople } from "../people/journey-people.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";

const SECRET_SHAPE = /^[\w-]{43}$/u;

/**
 * How a link stands: `open`, or why it is not. `settled`: answered, from here or elsewhere; `over`: its day has passed;
 * `revoked`: by the hub; `gone`: the letter's reader is not one of the school's people any more, or was erased.
 */
export type LinkStanding = Standing | "revoked" | "gone";

/** What a page shows of a link: of the reader no more than their part. */
export interface OpenedLink {
  standing: LinkStanding;
  thing: Thing;
  journey: string;
  school: string;
  urn: string;
  hub: string;
  part: Recipient | null;
  /** What it is about, where it is about something promised. */
  commitment: Commitment | null;
  /** Of the next year: as what teachers take part in it. */
  roles: readonly ParticipantRole[];
  today: LocalDate;
}

/** What somebody chooses on the page; `body`: the fields of the command that it is. */
export interface AnswerGiven {
  act: Act;
  body: Readonly<Record<string, unknown>>;
  key: string;
  request: string;
}

export const ACTS = ["done", "ask", "accept", "decline", "same", "named", "later", "no", "stop", "not-me"] as const;
export type Act = (typeof ACTS)[number];

/** Which choices a thing has. */
export const ACTS_OF: Readonly<Record<Thing["what"], readonly Act[]>> = {
  done: ["done"],
  "another-date": ["ask"],
  place: ["accept", "decline"],
  "next-year": ["same", "named", "later"],
  "not-next-year": ["no"],
  "no-reminders": ["stop"],
  "not-me": ["not-me"],
};

/** Teachers who may be named from a letter; others are named once the school signs in. */
export const TEACHERS = ["one", "two"] as const;

interface Found {
  link: AnswerLink;
  thing: Thing;
  state: Begun;
  opened: OpenedLink;
}

export class Answers {
  constructor(
    private readonly database: Database,
    private readonly commands: JourneyCommands,
    private readonly people: JourneyPeople,
    private readonly settings: Pick<ServiceSettings, "clock" | "catalogue">,
    private readonly security: SecurityLog,
  ) {}

  /**
   * What the link with this key is, as things stand; nothing is changed by it. `request`: its id.
   * @throws Refusal `not-found` for a key that this service has not made
   */
  async open(secret: string, request: string): Promise<OpenedLink> {
    const { opened, link } = await this.find(secret, request);
    const { standing } = opened;
    if (standing === "revoked" || standing === "gone") this.turnedAway(link, standing, request);
    return opened;
  }

  /**
   * Does what was chosen, as the person to whom the letter went. A link that is not open any more does nothing: the
   * answer says how it stands. The same key again does nothing more.
   * @throws Refusal `not-found` as `open`; `invalid` for a choice that the link does not give; what the rules say
   */
  async act(secret: string, { act, body, key, request }: AnswerGiven): Promise<OpenedLink> {
    const { opened, link, thing, state } = await this.find(secret, request);
    if (opened.standing !== "open") {
      this.turnedAway(link, opened.standing, request);
      return opened;
    }
    if (!ACTS_OF[thing.what].includes(act)) throw new Refusal("invalid", "This link is for something else.");
    const caller: Principal = {
      who: link.person,
      role: "school-contact",
      hub: null,
      urns: [state.school.urn],
      workGroups: [],
    };
    const { name, fields } = commandOf(thing, act, opened.commitment, link.person);
    const asked = { caller, key, request, via: "letter" as const };
    const said = act === "named" ? { teachers: await this.named(link.journey, asked, body) } : body;
    await this.commands.perform(name, link.journey, { ...asked, body: { ...said, ...fields } });
    return (await this.find(secret, request)).opened;
  }

  private async find(secret: string, request: string): Promise<Found> {
    const source = await this.database.open();
    const link = SECRET_SHAPE.test(secret) ? await answerLinkBehind(source, secret) : null;
    const thing = link && thingOf(link.thing);
    const state = link && fold(recorded(await load(source, streamOf(link.journey))));
    if (link === null || thing === null || state === null || state.status === "none") {
      this.turnedAway(link, "unknown", request);
      throw new Refusal(
        "not-found",
        "This link does not work: it is not one of a letter of this service, or is cut off.",
      );
    }
    const [contacts, people, school] = await Promise.all([
      contactsOf(source, link.journey),
      getPeople(source, [link.person, ...state.applicants]),
      knownSchool(source, state.school.urn),
    ]);
    const now: Instant = instantFromMs(this.settings.clock());
    const known = new Set(people.map(({ id }) => id));
    const roles = contacts.filter(({ id }) => id === link.person).map(({ role }) => role);
    const part = known.has(link.person) ? partOf(state, link.person, roles, (id) => known.has(id)) : null;
    // Who has said that they are not the contact answers no more; that they said so, their link still shows.
    const stopped = thing.what !== "not-me" && notContacts(state).has(link.person);
    const standing: LinkStanding =
      link.revokedAt !== null
        ? "revoked"
        : part === null || stopped
          ? "gone"
          : standingOf(state, link.person, thing, now);
    const commitment = thing.what === "done" || thing.what === "another-date" ? owed(state, thing) : null;
    const opened: OpenedLink = {
      standing,
      thing,
      journey: link.journey,
      school: school?.name ?? `School ${state.school.urn}`,
      urn: state.school.urn,
      hub: state.hub,
      part,
      commitment,
      roles: this.rolesOf(thing),
      today: localDate(now),
    };
    return { link, thing, state, opened };
  }

  /** Keeps the names and addresses of the teachers to come, and answers them by their ids, as a command has them. */
  private async named(journey: string, asked: Omit<Asked, "body">, body: AnswerGiven["body"]): Promise<object[]> {
    const teachers: object[] = [];
    for (const which of TEACHERS) {
      const given = body[which];
      if (typeof given !== "object" || given === null) continue;
      const { firstName, lastName, email, ...as } = given as Record<string, unknown>;
      const contact = { firstName, lastName, email };
      const { person } = await this.people
        .add(journey, { ...asked, key: `${asked.key}/${which}`, body: contact })
        .catch((error: unknown) => {
          throw error instanceof Refusal ? within(which, error) : error;
        });
      teachers.push({ participant: person, ...as });
    }
    if (teachers.length > 0) return teachers;
    throw new Refusal("invalid", "Name at least one teacher.");
  }

  private rolesOf(thing: Thing): readonly ParticipantRole[] {
    const prospectus = thing.what === "next-year" ? this.settings.catalogue.get(thing.prospectus) : null;
    return prospectus?.participants.roles.value ?? [];
  }

  /** Kept beside the answer, by ids alone: never the key that was tried. */
  private turnedAway(link: AnswerLink | null, code: LinkStanding | "unknown", request: string): void {
    this.security.noteBeside({
      what: "answer-refused",
      outcome: "refused",
      by: link === null ? null : { who: link.person },
      about: link === null ? null : `journey ${link.journey}`,
      code,
      request,
    });
  }
}

/** What is wrong with somebody's name or address, at the fields of that one. */
function within(which: (typeof TEACHERS)[number], { code, detail, errors = [] }: Refusal): Refusal {
  const found = errors.map((one) => ({ ...one, pointer: `/${which}${one.pointer}` }));
  return new Refusal(code, detail, found.length > 0 ? { errors: found } : {});
}

/** The command that a choice is, with the fields that are not the reader's to choose. */
function commandOf(
  thing: Thing,
  act: Act,
  commitment: Commitment | null,
  person: string,
): { name: RoutedCommand; fields: Readonly<Record<string, unknown>> } {
  switch (thing.what) {
    case "done":
      return saysDone(commitment, person);
    case "another-date":
      return { name: "AskForAnotherDate", fields: { commitment: thing.commitment } };
    case "place":
      return { name: act === "accept" ? "AcceptOffer" : "DeclineOffer", fields: {} };
    case "next-year":
      return { name: "ConfirmNextStage", fields: act === "same" ? { teachers: "same" } : {} };
    case "not-next-year":
      return { name: "DeclineOffer", fields: {} };
    case "no-reminders":
      return { name: "OptOutOfReminders", fields: { person } };
    case "not-me":
      return { name: "StopBeingContact", fields: { person } };
    default:
      return thing satisfies never;
  }
}

function saysDone(
  commitment: Commitment | null,
  person: string,
): { name: RoutedCommand; fields: Readonly<Record<string, unknown>> } {
  switch (commitment?.kind) {
    case "gap-task":
      return { name: "CompleteGapTask", fields: { commitment: commitment.code } };
    case "action-plan":
      return { name: "AgreeActionPlan", fields: {} };
    case "report":
      return { name: "SubmitReport", fields: {} };
    case "evaluation":
      return { name: "CompleteEvaluation", fields: {} };
    case "release-days":
      return { name: "RecordReleaseDays", fields: { participant: person } };
    default:
      throw new Refusal("invalid", "This is not said to be done from a letter.");
  }
}
