import { ApplicationFailure } from "@temporalio/common";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { application, command, freshStore, rules, type TestStore } from "../test/support/store.ts";
import type { Outcome } from "../libs/contract/journey.ts";
import type { Command } from "../libs/journey/commands.ts";
import { findCommand } from "../libs/store/command-log.ts";
import { load } from "../libs/store/events/event-store.ts";
import { lockStreams } from "../libs/store/events/streams.ts";
import { unclaimedAdvance } from "../test/support/claiming.ts";

const JUNE = "2020-06-02T08:00:00Z";

describe("advance, where something is wrong", () => {
  let store: TestStore;
  let advance: ReturnType<typeof unclaimedAdvance>;
  let schools = 100100;
  beforeAll(async () => {
    store = await freshStore({ poolSize: 10 });
    advance = unclaimedAdvance({ dataSource: store.app, rules });
  }, 60_000);
  afterAll(() => store.close());

  const types = async (journey: string): Promise<string[]> =>
    (await load(store.app, `journey/${journey}`)).map(({ type }) => type);
  const after: Partial<Record<Command["type"], string>> = {
    SubmitApplication: "applied",
    OfferPlace: "offered",
    AcceptOffer: "accepted",
    PlaceInWorkGroup: "participating",
    WaitlistApplication: "waitlisted",
    RequestInformation: "information-requested",
  };
  const accepted = (sent: Command, version: number): Outcome => ({
    command: sent.id,
    accepted: true,
    version,
    status: after[sent.type] ?? "no status is known of it",
  });
  const failureOf = async (work: Promise<unknown>): Promise<ApplicationFailure> => {
    const error: unknown = await work.catch((caught: unknown) => caught);
    if (!(error instanceof ApplicationFailure)) throw new Error(`no failure: ${String(error)}`);
    return error;
  };

  async function applied(): Promise<string> {
    const urn = String(schools++);
    const journey = `${urn}-primary`;
    await advance({ journey, now: JUNE, commands: [command("SubmitApplication", JUNE, application(urn))] });
    return journey;
  }

  it("gives a command that breaks the rules its own fault, without a trace; the others and time go on", async () => {
    const journey = await applied();
    const broken = { ...command("OfferPlace", JUNE, {}), data: null } as unknown as Command;
    const waitlist = command("WaitlistApplication", JUNE, {});
    const offer = command("OfferPlace", "2020-06-20T08:00:00Z", { respondBy: "2020-06-30" });
    const answer = await advance({ journey, now: "2020-07-01T08:00:00Z", commands: [waitlist, broken, offer] });
    expect(answer.outcomes).toEqual([
      accepted(waitlist, 2),
      { command: broken.id, fault: expect.stringMatching(/^TypeError at libs\/journey\//) },
      accepted(offer, 3),
    ]);
    expect(await types(journey)).toEqual([
      "ApplicationSubmitted",
      "ApplicationWaitlisted",
      "PlaceOffered",
      "OfferLapsed",
      "LettersDue",
    ]);
    expect(await findCommand(store.app, broken.id)).toBeNull();
    const mended = { ...broken, data: {} } as Command;
    expect((await advance({ journey, now: "2020-07-01T08:00:00Z", commands: [mended] })).outcomes).toMatchObject([
      { accepted: false },
    ]);
  });

  it("gives a command that PostgreSQL cannot keep its own fault, and keeps the others", async () => {
    const journey = await applied();
    const request = command("RequestInformation", JUNE, {});
    const poison = command("OfferPlace", JUNE, { workGroup: "ada@example.org \u0000" });
    const answer = await advance({ journey, now: JUNE, commands: [poison, request] });
    expect(answer.outcomes).toEqual([
      { command: poison.id, fault: expect.stringMatching(/^StoreError at libs\/store/) },
      accepted(request, 2),
    ]);
    expect(answer.version).toBe(2);
    expect(JSON.stringify(answer)).not.toContain("ada@");
  });

  it("lets a journey take commands when its clock is broken, and says so to the operator", async () => {
    const journey = await applied();
    await advance({
      journey,
      now: JUNE,
      commands: [
        command("OfferPlace", JUNE, {}),
        command("AcceptOffer", JUNE, {}),
        command("PlaceInWorkGroup", JUNE, {}),
      ],
    });
    const broken = (): never => {
      throw new Error("ada@example.org");
    };
    const stopped = unclaimedAdvance({
      dataSource: store.app,
      // A journey reads its programmes as its hub has them.
      rules: { ...rules, catalogue: { ...rules.catalogue, forHub: () => ({ ...rules.catalogue, get: broken }) } },
    });
    const nominate = command("NominateParticipant", "2020-09-02T08:00:00Z", {
      participant: "t-1",
      role: "lead-teacher",
    });
    const answer = await stopped({ journey, now: "2020-09-02T08:00:00Z", commands: [nominate] });
    expect(answer.outcomes).toHaveLength(1);
    expect(answer.details).toMatch(/^\*\*Stopped:\*\* what time should bring fails \(Error at activities\/advance/);
    expect(answer.details).not.toContain("ada@");
    // That the place was accepted is still to be told.
    expect(answer.due).toBe("2020-06-02T08:10:00Z");
    expect((await advance({ journey, now: "2020-09-02T08:00:00Z", commands: [] })).chapter).toBe("2020/21 readiness");
  });

  it("leaves a journey with an event that it does not know to a newer worker", async () => {
    const journey = await applied();
    await store.owner.query(
      `insert into events (stream, seq, type, at, data, actor, schema_version)
       values ($1, 2, 'SchoolTwinned', '2027-09-01T08:00:00Z', '{}', '{"who": "p-1", "role": "hub-lead"}', 1)`,
      [`journey/${journey}`],
    );
    const failure = await failureOf(advance({ journey, now: JUNE, commands: [] }));
    expect(failure).toMatchObject({
      type: "unknown-event",
      message: "unknown-event",
      nonRetryable: false,
      cause: undefined,
    });
  });

  it("says by code alone that PostgreSQL went away under it, and takes the command the next time", async () => {
    const journey = await applied();
    const runner = store.app.createQueryRunner();
    await runner.startTransaction();
    await lockStreams(runner.manager, [`journey/${journey}`]);
    const offer = command("OfferPlace", JUNE, {});
    const waiting = failureOf(advance({ journey, now: JUNE, commands: [offer] }));
    // The one that waits for the lock loses its connection, as when the server is stopped. Looked for outside of the
    // transaction: within one PostgreSQL shows the same activity as at its first look.
    for (let stopped = false; !stopped;) {
      const rows = await store.app.query<{ stopped: boolean }[]>(
        `select pg_terminate_backend(pid) as stopped from pg_stat_activity where wait_event = 'advisory' and datname =
          current_database()`,
      );
      stopped = rows.length > 0;
    }
    expect(await waiting).toMatchObject({
      type: "database-unavailable",
      message: "database-unavailable",
      nonRetryable: false,
      cause: undefined,
    });
    await runner.rollbackTransaction();
    await runner.release();
    expect((await advance({ journey, now: JUNE, commands: [offer] })).outcomes).toEqual([accepted(offer, 2)]);
  });
});
