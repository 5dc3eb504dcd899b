import type { DataSource } from "typeorm";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import { makeMailer } from "../../libs/mail/mail.ts";
import type { PerformEffect } from "../../libs/contract/journey.ts";
import { beginYear } from "../../libs/journey/commitments.ts";
import type { Rules } from "../../libs/journey/rules.ts";
import type { EventOf, JourneyEvent } from "../../libs/journey/events.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { append } from "../../libs/store/events/event-store.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { streamOf } from "../../libs/store/events/streams.ts";
import type { LetterDeps } from "../../activities/deliver.ts";
import { hubInboxes } from "../../libs/mail/hub-inboxes.ts";
import { catalogueOfTests } from "./catalogue.ts";
import { migratedDatabase } from "./database.ts";
import { NEW_HERE } from "./journey.ts";
import { TEST_KEYRING } from "./people-keys.ts";
import { startMailServer, type MailServer } from "./mail-server.ts";

export interface EffectsWorld {
  dataSource: DataSource;
  ownerUrl: string;
  appUrl: string;
  mail: MailServer;
  deps: LetterDeps & Rules;
  /** Keeps what happened to a new journey; answers how its last event is performed. */
  happened(...events: JourneyEvent[]): Promise<PerformEffect>;
  /** And more of the same journey; answers how the last of these is performed. */
  later(journey: string, ...events: JourneyEvent[]): Promise<PerformEffect>;
  /** A person with an address at the school: `ada` has ada@example-primary.example.org. */
  person(id: string, role?: string, journey?: string): Promise<void>;
  stop(): Promise<void>;
}

/** A database, a mail server and what the letters of a made-up school need. */
export async function effectsWorld(): Promise<EffectsWorld> {
  const database = await migratedDatabase();
  const dataSource = unlockPeople(await openDatabase(database.appUrl), TEST_KEYRING);
  const mail = await startMailServer();
  await putSchools(dataSource, [
    {
      urn: "100001",
      name: "Example Primary School",
      phase: "primary",
      funding: "state",
      open: true,
      address: null,
      postcode: null,
      source: "import",
    },
  ]);
  const deps: EffectsWorld["deps"] = {
    dataSource,
    catalogue,
    calendar: ENGLAND,
    hubInbox: hubInboxes("hub-{hub}@hubs.example.invalid"),
    publicUrl: "https://journeys.example.org",
    mailer: makeMailer({
      smtpUrl: mail.smtpUrl,
      from: "School Journeys <no-reply@journeys.example.org>",
      deadline: 3_000,
    }),
  };
  let count = 0;
  const versions = new Map<string, number>();
  const later = async (journey: string, ...events: JourneyEvent[]): Promise<PerformEffect> => {
    const actor = { who: "test", role: "operator" as const };
    const seq = await dataSource.transaction((manager) =>
      append(
        manager,
        streamOf(journey),
        versions.get(journey) ?? 0,
        events.map((event) => ({ event, actor, commandId: null })),
      ),
    );
    versions.set(journey, seq);
    return { journey, seq, id: `${journey}:${seq}` };
  };
  return {
    dataSource,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    mail,
    deps,
    later,
    happened: (...events) => later(`j${++count}-primary`, ...events),
    async person(id, role, journey) {
      await putPerson(dataSource, {
        id,
        firstName: `First-${id}`,
        lastName: "Example",
        email: `${id}@example-primary.example.org`,
      });
      if (role !== undefined && journey !== undefined) await putContact(dataSource, { journey, role, person: id });
    },
    async stop() {
      await dataSource.destroy();
      await mail.stop();
      await database.drop();
    },
  };
}

const READINESS = "2020-21/primary-readiness";
const catalogue = catalogueOfTests();

/** An application of the made-up school for Mastery Readiness in 2020/21; its contact is the person `applicant`. */
export const applied: EventOf<"ApplicationSubmitted"> = {
  type: "ApplicationSubmitted",
  at: "2020-06-02T08:00:00Z",
  hub: "great-north",
  prospectus: READINESS,
  criteria: ["poor-progress-or-attainment"],
  school: { urn: "100001", phase: "primary", funding: "state", open: true, headteacher: true, history: [] },
  reasonsId: null,
  reasonsWords: 10,
  contactId: "applicant",
  group: [],
};

export const offered: EventOf<"PlaceOffered"> = {
  type: "PlaceOffered",
  at: "2020-06-05T08:00:00Z",
  workGroup: "wg-1",
  respondBy: "2020-07-03",
};

export const placedInGroup: EventOf<"SchoolPlaced"> = {
  type: "SchoolPlaced",
  at: "2020-07-01T08:00:00Z",
  workGroup: "wg-1",
  stage: "readiness",
  academicYear: "2020/21",
  prospectus: READINESS,
};

/** From the application to the first day of the Readiness year, with the teachers `maths` and `lead`. */
export async function underWay(): Promise<JourneyEvent[]> {
  const prospectus = catalogue.get(READINESS);
  if (!prospectus) throw new Error(`the catalogue has no ${READINESS}`);
  const fitness = { experienced: true, authority: true, releasedForAllSessions: true };
  return [
    applied,
    offered,
    { type: "OfferAccepted", at: "2020-06-10T08:00:00Z" },
    { type: "ParticipantNominated", at: "2020-06-10T08:00:00Z", participant: "maths", role: "maths-lead", ...fitness },
    { type: "ParticipantNominated", at: "2020-06-10T08:00:00Z", participant: "lead", role: "lead-teacher", ...fitness },
    placedInGroup,
    ...beginYear(prospectus, { calendar: ENGLAND, catalogue }, {}, "2020-08-31T23:00:00Z", "wg-1", NEW_HERE),
  ];
}
