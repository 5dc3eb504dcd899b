// Planted words, and where they are found: in the mail that people were sent, and nowhere else; after an erasure not
// even by who has the key-encryption key.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startInbox, type Inbox } from "../../apps/inbox/inbox.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { msOf, type Instant } from "../../libs/calendar/instants.ts";
import { makeMailer } from "../../libs/mail/mail.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { timeSkipping } from "../support/temporal.ts";
import { folderOfRun } from "../support/test-run.ts";
import { startApi, type ApiUnderTest, type Reply, type Send } from "../api/api-under-test.ts";
import { historiesOf } from "../workflows/histories.ts";
import { startService, type Service } from "../workflows/service.ts";
import { dumpOf, findings, recordLogs } from "./findings.ts";
import { DOMAINS, opened, WORDS } from "./planted.ts";

const SCHOOL: Send = { as: { role: "school-contact", urns: ["100001"] } };
const JOURNEY = "100001-primary";
const PATH = `/api/v1/journeys/${JOURNEY}`;
const STARTS = "2020-06-02T08:00:00Z";

let store: TestStore;
let inbox: Inbox;
let environment: TestWorkflowEnvironment;
let service: Service;
let api: ApiUnderTest;
let folder: string;
const logs = recordLogs();
/** Every address that was asked for, and what came back beside the body. */
const urls: string[] = [];
const people: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "canary-"));
  store = await freshStore();
  inbox = await startInbox({ folder: join(folder, "mail"), smtpPort: await freePort(), webPort: await freePort() });
  environment = await timeSkipping();
  const mailer = makeMailer({ smtpUrl: inbox.smtpUrl, from: "journeys@hubs.example" });
  const erasureLog = join(folder, "erasures.log");
  service = await startService({ env: environment, dataSource: store.app, startsAt: STARTS, mailer, erasureLog });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: environment.address,
    startsAt: STARTS,
    commandTimeoutMs: 15_000,
    sendsAgain: true,
    erasureLog,
  });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await service?.stop();
  await environment?.teardown();
  await inbox?.stop();
  await store?.close();
  await rm(folder, { recursive: true, force: true });
  logs.end();
}, 30_000);

/** Sends a command as the hub lead, on the journey's clock. */
async function send(path: string, body: object, send: Send = {}): Promise<Reply> {
  const reply = await api.post(path, body, send);
  urls.push(path, ...[...reply.headers].flat());
  return reply;
}

async function done(path: string, body: object, as?: Send): Promise<Record<string, unknown>> {
  const reply = await send(path, body, as);
  if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

async function until(at: Instant): Promise<void> {
  await service.until(at);
  await service.settled(JOURNEY);
  api.pass((msOf(await service.now()) - msOf(api.now())) / 1_000);
}

async function teacher(name: string, firstName: string, lastName: string): Promise<void> {
  const { person } = await done(`${PATH}/people`, {
    firstName,
    lastName,
    email: `${firstName}@teacher-canary.example`,
  });
  people[name] = String(person);
}

describe("a school’s journey with planted words", () => {
  it("goes from its application to a place", async () => {
    const contacts = [
      { role: "hub-lead", firstName: "Marchpaneva", lastName: "Oxtabyre", email: "lead@hub-canary.example" },
    ];
    expect((await api.put("/api/v1/hubs/great-north/contacts", { contacts })).status).toBe(200);
    await done(
      "/api/v1/applications",
      {
        ...APPLICATION_EXAMPLE,
        school: {
          ...APPLICATION_EXAMPLE.school,
          urn: "100001",
          headteacher: { name: "Hedwigand Oxtabyre", email: "hedwigand@head-canary.example" },
        },
        contact: { firstName: "Zebedeeva", lastName: "Quillfeather", email: "zebedeeva@applicant-canary.example" },
        reasons: "We feel marmaladeness.",
        group: { schools: [{ urn: "100002", relationship: "Oxtabyre’s gooseberrying partner" }] },
      },
      SCHOOL,
    );
    service.mailIsDown = true;
    await done(`${PATH}/request-information`, { reason: "Which tamarindesque year groups?" });
    const wrong = {
      ...APPLICATION_EXAMPLE,
      contact: { firstName: "Zebedeeva", lastName: "Quillfeather", email: "zebedeeva" },
    };
    const refused = await send("/api/v1/applications", wrong);
    expect([refused.status, findings({ refused: refused.body }, WORDS)]).toEqual([422, []]);
    service.mailIsDown = false;
    await service.settled(JOURNEY);
    await done(`${PATH}/provide-information`, { answer: "Quincelike ones." }, SCHOOL);
    await done(`${PATH}/offer-place`, { workGroup: "wg-1" });
    await done(`${PATH}/accept-offer`, {}, SCHOOL);
    await teacher("maths", "Mirabelotte", "Thistlewhit");
    await teacher("lead", "Ludomirex", "Brackenfold");
    const fit = { experienced: true, authority: true };
    await done(`${PATH}/nominate-participant`, { participant: people["maths"], role: "maths-lead", ...fit });
    await done(`${PATH}/nominate-participant`, { participant: people["lead"], role: "lead-teacher", ...fit });
    await done(`${PATH}/place-in-work-group`, { workGroup: "wg-1" });
    expect((await send(`${PATH}/withdraw-application`, { reason: "medlarish" })).status).toBe(409);
  }, 60_000);

  it("through its records, a reminder and an escalation to the headteacher", async () => {
    await until("2020-10-05T08:00:00Z");
    await teacher("third", "Perdixora", "Wolfsbanely");
    await done(`${PATH}/replace-participant`, {
      participant: people["lead"],
      by: people["third"],
      role: "lead-teacher",
      reason: "Ludomirex is damsonward ill",
    });
    await done(`${PATH}/record-attendance`, {
      session: "meeting-1",
      on: "2020-09-30",
      present: [people["maths"], people["lead"]],
      headteacher: true,
    });
    await done(`${PATH}/record-release-days`, { participant: people["maths"], days: 1.5, on: "2020-10-01" });
    await done(`${PATH}/record-support-visit`, {
      on: "2020-10-01",
      halfDays: 1,
      notes: "Thistlewhit taught damascenely",
    });
    await done(`${PATH}/raise-concern`, { reason: "Thistlewhit is bullacely" });
    const raised = (await service.events(JOURNEY)).flatMap((event) =>
      event.type === "ConcernRaised" ? [event.concern] : [],
    );
    await done(`${PATH}/agree-concern-steps`, { concern: raised[0], steps: "sloeberrian steps" });
    await until("2021-03-20T09:00:00Z");
    await done(`${PATH}/pause-journey`, { reason: "A mulberrious flood" });
    const types = (await service.events(JOURNEY)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        "ReminderDue",
        "CommitmentEscalated",
        "ParticipantReplaced",
        "JourneyPaused",
        "ConcernStepsAgreed",
      ]),
    );
    expect(
      (await service.events(JOURNEY)).some(
        (event) => event.type === "CommitmentEscalated" && event.to.includes("headteacher"),
      ),
    ).toBe(true);
  }, 90_000);

  it("sends mail, where the words are", async () => {
    const mail = { mail: (await inbox.messages()).map((message) => JSON.stringify(message)) };
    const found = findings(mail, WORDS).map((finding) => finding.slice("mail: ".length));
    expect(found).toEqual(
      expect.arrayContaining([
        "Zebedeeva",
        "Quillfeather",
        "Hedwigand",
        "Oxtabyre",
        "Mirabelotte",
        "Thistlewhit",
        "Perdixora",
        // The hub is written to in the morning alone.
        ...DOMAINS.filter((domain) => domain !== "hub-canary.example"),
        "tamarindesque",
      ]),
    );
  });
});

/**
 * Everything that is kept but the mail: tables of any schema, histories, logs, addresses; what the API shows of the
 * journey.
 */
async function everywhere(): Promise<Record<string, unknown>> {
  const shown = await Promise.all(
    [PATH, `${PATH}/events`, "/api/v1/events", "/api/v1/journeys"].map(async (path) => (await api.get(path, {})).body),
  );
  return {
    ...(await dumpOf(store.owner)),
    histories: await historiesOf(environment.client, workflowIdOf(JOURNEY)),
    shown: JSON.stringify(shown),
    logs: logs.text(),
    postgresLog: await readFile(join(folderOfRun(), "postgres", "postgres.log"), "utf8"),
    urls: urls.join("\n"),
    erasureLog: await readFile(join(folder, "erasures.log"), "utf8").catch(() => ""),
  };
}

describe("the words", () => {
  it("are found nowhere else", async () => {
    const places = await everywhere();
    // The search does find what is there.
    expect(findings(places, [JOURNEY]).map((one) => one.split(":")[0])).toEqual(
      expect.arrayContaining([
        "public.events",
        "public.commands",
        "public.journeys",
        "public.commitments",
        "public.participants",
        "people.contacts",
        "people.sent_letters",
        "histories",
        "shown",
        "urls",
      ]),
    );
    expect(findings(places, ["/api/v1/journeys"]).map((one) => one.split(":")[0])).toContain("logs");
    expect(Object.keys(places)).toEqual(
      expect.arrayContaining(["public.ledger_entries", "public.effect_leases", "people.persons", "people.texts"]),
    );
    expect(findings(places, WORDS)).toEqual([]);
  }, 30_000);

  it("are there for who has the key", async () => {
    expect(findings({ opened: await opened(store.owner) }, WORDS)).toEqual(WORDS.map((word) => `opened: ${word}`));
  });

  it("of the people are gone for everybody once they are erased; history is what it was", async () => {
    const before = await store.owner.query<object[]>("select * from events order by position");
    const [{ ids }] = await store.owner.query<[{ ids: string[] }]>("select array_agg(id) as ids from people.persons");
    for (const id of ids) {
      const reply = await api.post(
        `/api/v1/people/${id}/erasure`,
        { reason: "Zebedeeva asked" },
        { key: `erase-${id}` },
      );
      const again = await api.post(
        `/api/v1/people/${id}/erasure`,
        { reason: "Zebedeeva asked" },
        { key: `erase-${id}` },
      );
      expect([reply.status, again.body]).toEqual([200, reply.body]);
      expect((await api.get(`/api/v1/people/${id}/export`, { as: { role: "operator" } })).body).toMatchObject({
        person: id,
        contact: null,
        texts: [],
      });
    }
    expect(findings(await everywhere(), WORDS)).toEqual([]);
    const left = findings({ opened: await opened(store.owner) }, WORDS).map((one) => one.slice("opened: ".length));
    // What the hub wrote of the journey is the journey's, until that is over for so long: only there a name may stand.
    for (const word of [
      "Quillfeather",
      "Mirabelotte",
      "Brackenfold",
      "Perdixora",
      ...DOMAINS,
      "marmaladeness",
      "gooseberrying",
      "damsonward",
    ])
      expect(left).not.toContain(word);
    expect(
      (await store.owner.query<object[]>("select * from events order by position")).slice(0, before.length),
    ).toEqual(before);
    expect((await readFile(join(folder, "erasures.log"), "utf8")).trim().split("\n")).toHaveLength(ids.length);
  }, 30_000);
});
