// Once, under a lease, failing in codes: real PostgreSQL, real SMTP, real time.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ApplicationFailure } from "@temporalio/common";
import pg from "pg";
import { makeMailer } from "../libs/mail/mail.ts";
import type { JourneyEvent } from "../libs/journey/events.ts";
import { poolBehind } from "../libs/store/data-source.ts";
import { StoreError } from "../libs/store/errors.ts";
import { applied, effectsWorld, offered, underWay, type EffectsWorld } from "../test/support/effects-world.ts";
import { makeReleaseGrant } from "./release-grant.ts";
import { makeSendNotice, makeSendReminder } from "./send-letter.ts";

let world: EffectsWorld;
beforeAll(async () => {
  world = await effectsWorld();
  for (const id of ["applicant", "maths", "lead"]) await world.person(id);
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => {
  world.mail.arrived.length = 0;
});

async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error = await work.then(
    () => null,
    (rejected: unknown) => rejected,
  );
  if (!(error instanceof ApplicationFailure)) throw new Error("no ApplicationFailure");
  return error;
}
const lease = async (id: string) =>
  (await world.dataSource.query("select * from effect_leases where effect_id = $1", [id]))[0];
/** The other worker died long ago. */
const runOut = (id: string) =>
  world.dataSource.query(
    `update effect_leases set leased_until = clock_timestamp() - interval '1 second' where effect_id = $1`,
    [id],
  );

describe("an effect", () => {
  test("is performed by one worker at a time, and answered from the record ever after", async () => {
    const sendNotice = makeSendNotice(world.deps);
    const asked = await world.happened(applied, offered);
    const letGo = world.mail.hold();
    const first = sendNotice(asked);
    while (!(await lease(asked.id))) await new Promise((resolve) => setImmediate(resolve));
    const second = await failureOf(sendNotice(asked));
    expect([second.type, second.message, second.nonRetryable]).toEqual(["effect-leased", "effect-leased", false]);
    // Temporal waits just until the lease would have run out.
    expect(Number(second.nextRetryDelay)).toBeGreaterThan(50_000);
    letGo();
    const result = await first;
    expect(await sendNotice(asked)).toEqual(result);
    expect(world.mail.arrived).toHaveLength(1);
  });

  test("many at once: one message", async () => {
    const asked = await world.happened(applied, offered);
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => makeSendNotice(world.deps)(asked)));
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    expect(world.mail.arrived).toHaveLength(1);
  });

  test("a lease that has run out is taken over", async () => {
    const asked = await world.happened(applied, offered);
    await world.dataSource.query(
      `insert into effect_leases (effect_id, holder, leased_until, attempts) values ($1, 'dead', clock_timestamp() +
        interval '1 hour', 1)`,
      [asked.id],
    );
    expect((await failureOf(makeSendNotice(world.deps)(asked))).type).toBe("effect-leased");
    await runOut(asked.id);
    expect(await makeSendNotice(world.deps)(asked)).toMatchObject({ outcome: "performed" });
    expect(await lease(asked.id)).toMatchObject({ attempts: 2, result: { outcome: "performed" } });
  });

  test("who has lost the lease sends nothing more", async () => {
    const asked = await world.happened(...(await underWay()), reminder);
    const letGo = world.mail.hold();
    const first = failureOf(makeSendReminder(world.deps)(asked));
    while (!(await lease(asked.id))) await new Promise((resolve) => setImmediate(resolve));
    await world.dataSource.query(`update effect_leases set holder = 'another' where effect_id = $1`, [asked.id]);
    letGo();
    expect((await first).type).toBe("effect-leased");
    expect(world.mail.arrived.length).toBeLessThanOrEqual(1);
  });

  test("nothing goes out, nor is kept, once another has the lease", async () => {
    const asked = await world.happened(applied, offered);
    const pool = poolBehind(world.dataSource);
    const query = pool.query.bind(pool) as (statement: unknown) => Promise<never>;
    pool.query = (async (statement: unknown) => {
      if (Object(statement).name === "letter_is_kept")
        await world.dataSource.query("update effect_leases set holder = 'another' where effect_id = $1", [asked.id]);
      return query(statement);
    }) as typeof pool.query;
    try {
      expect((await failureOf(makeSendNotice(world.deps)(asked))).type).toBe("effect-leased");
    } finally {
      pool.query = query as typeof pool.query;
    }
    expect(world.mail.arrived).toEqual([]);
    const kept = "select from people.sent_letters where effect = $1";
    expect(await world.dataSource.query(kept, [asked.id])).toEqual([]);
  });

  test("that a letter is out is noted with more than one try", async () => {
    const asked = await world.happened(applied, offered);
    const pool = poolBehind(world.dataSource);
    const query = pool.query.bind(pool) as (statement: unknown) => Promise<never>;
    let away = 2;
    const noting = (statement: unknown): boolean => Object(statement).name === "letter_is_out";
    pool.query = ((statement: unknown) =>
      noting(statement) && away-- > 0
        ? Promise.reject(new StoreError("database-unavailable"))
        : query(statement)) as typeof pool.query;
    try {
      expect(await makeSendNotice(world.deps)(asked)).toMatchObject({ outcome: "performed" });
    } finally {
      pool.query = query as typeof pool.query;
    }
    expect(away).toBe(-1);
    expect(world.mail.arrived).toHaveLength(1);
    expect((await lease(asked.id)).sent).toHaveLength(1);
  });

  test("an event of another kind, or none, is refused by code", async () => {
    const asked = await world.happened(applied, offered);
    expect((await failureOf(makeSendReminder(world.deps)(asked))).type).toBe("wrong-effect");
    expect((await failureOf(makeSendReminder(world.deps)({ ...asked, seq: 9, id: `${asked.journey}:9` }))).type).toBe(
      "unknown-effect",
    );
  });
});

const reminder: JourneyEvent = {
  type: "ReminderDue",
  at: "2020-09-14T08:00:00Z",
  dueAt: "2020-09-14T08:00:00Z",
  term: "autumn",
  academicYear: "2020/21",
  to: ["maths-lead", "lead-teacher"],
  outstanding: [],
  comingUp: [],
};

describe("a mail server that fails", () => {
  test("is away: a code, no address, and the next try sends under the same Message-ID", async () => {
    const asked = await world.happened(applied, offered);
    const away = makeMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "no-reply@journeys.example.org", deadline: 1_000 });
    const failed = await failureOf(makeSendNotice({ ...world.deps, mailer: away })(asked));
    expect([failed.type, failed.message, failed.cause]).toEqual(["mail-unavailable", "mail-unavailable", undefined]);
    expect(JSON.stringify(failed) + failed.stack).not.toContain("@example-primary");
    const { messageId } = await makeSendNotice(world.deps)(asked);
    expect(messageId).toBe(`<${asked.journey}.2.applicant@school-journeys.invalid>`);
  });

  test("takes one copy and not the other: the next try sends only the other", async () => {
    const asked = await world.happened(...(await underWay()), reminder);
    world.mail.answer("lead@example-primary.example.org", 450);
    expect((await failureOf(makeSendReminder(world.deps)(asked))).type).toBe("mail-unavailable");
    world.mail.answer("lead@example-primary.example.org", null);
    const result = await makeSendReminder(world.deps)(asked);
    expect(world.mail.arrived.map(({ to }) => to.join())).toEqual([
      "maths@example-primary.example.org",
      "lead@example-primary.example.org",
    ]);
    expect(result.messageId?.split(" ")).toEqual(world.mail.arrived.map(({ email }) => email.messageId));
    expect(result.code).toBeUndefined();
  });

  test("takes one copy, and the rest is superseded before the next try: who had it is on record", async () => {
    const asked = await world.happened(...(await underWay()), reminder);
    world.mail.answer("lead@example-primary.example.org", 450);
    expect((await failureOf(makeSendReminder(world.deps)(asked))).type).toBe("mail-unavailable");
    world.mail.answer("lead@example-primary.example.org", null);
    await world.later(asked.journey, { type: "RemindersOptedOut", at: "2020-09-14T08:10:00Z", until: "2020-12-18" });
    const result = await makeSendReminder(world.deps)(asked);
    expect(world.mail.arrived).toHaveLength(1);
    expect(result).toEqual({
      seq: asked.seq,
      outcome: "performed",
      code: "superseded",
      messageId: world.mail.arrived[0]?.email.messageId,
    });
  });
});

describe("release-grant", () => {
  const released: JourneyEvent = {
    type: "GrantReleased",
    at: "2020-11-02T10:00:00Z",
    stage: "readiness",
    academicYear: "2020/21",
    amountPence: 100_000,
    approvers: ["a", "b"],
  };
  const grantDue: JourneyEvent = {
    type: "GrantDue",
    at: "2020-09-01T00:00:00Z",
    stage: "readiness",
    academicYear: "2020/21",
    amountPence: 100_000,
  };

  test("twice in parallel, and again: one posting that balances, one payable, one letter", async () => {
    const asked = await world.happened(...(await underWay()), grantDue, released);
    const release = makeReleaseGrant(world.deps);
    await Promise.allSettled([release(asked), release(asked)]);
    await runOut(asked.id);
    await release(asked);
    const entries = await world.dataSource.query(
      "select account, amount_pence::int as pence from ledger_entries where transaction = $1 order by line",
      [asked.id],
    );
    expect(entries).toEqual([
      { account: "hub:great-north:grants-committed", pence: 100_000 },
      { account: `journey:${asked.journey}:grant-payable`, pence: -100_000 },
    ]);
    expect(
      await world.dataSource.query(
        "select id, stage, academic_year, amount_pence::int as pence, status from payables where journey = $1",
        [asked.journey],
      ),
    ).toEqual([{ id: asked.id, stage: "readiness", academic_year: "2020/21", pence: 100_000, status: "awaiting-run" }]);
    expect(new Set(world.mail.arrived.map(({ email }) => email.messageId)).size).toBe(world.mail.arrived.length);
    expect(world.mail.arrived[0]?.email.subject).toBe("Your school’s grant of £1,000 has been released");
  });

  test("even with no lease between them, and with mail away: one posting", async () => {
    const asked = await world.happened(...(await underWay()), grantDue, released);
    const away = makeMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "no-reply@journeys.example.org", deadline: 1_000 });
    const release = makeReleaseGrant({ ...world.deps, mailer: away });
    for (let n = 0; n < 3; n++) expect((await failureOf(release(asked))).type).toBe("mail-unavailable");
    const [{ count, sum }] = await world.dataSource.query(
      "select count(*)::int as count, sum(amount_pence)::int as sum from ledger_entries where transaction = $1",
      [asked.id],
    );
    expect([count, sum]).toEqual([2, 0]);
  });
});

describe("the ledger", () => {
  const post = (...entries: [string, number][]) =>
    world.dataSource.transaction(async (manager) => {
      const [{ id }] = await manager.query(
        `insert into ledger_transactions (id, kind, journey) values (gen_random_uuid()::text, 'test', 'j') returning
          id`,
      );
      for (const [line, [account, pence]] of entries.entries()) {
        await manager.query(
          "insert into ledger_entries (transaction, line, account, amount_pence) values ($1, $2, $3, $4)",
          [id, line + 1, account, pence],
        );
      }
    });

  test("takes what balances and nothing else", async () => {
    await post(["a", 500], ["b", -500]);
    await expect(post(["a", 500], ["b", -499])).rejects.toMatchObject({ code: "SJ005" });
    await expect(post(["a", 500])).rejects.toMatchObject({ code: "SJ005" });
    await expect(post()).rejects.toMatchObject({ code: "SJ005" });
  });

  test("takes no entry into what was posted", async () => {
    await post(["a", 500], ["b", -500]);
    await expect(
      world.dataSource.query(
        `insert into ledger_entries (transaction, line, account, amount_pence) select id, 3, 'c', 1 from
          ledger_transactions limit 1`,
      ),
    ).rejects.toMatchObject({ code: "SJ004" });
  });

  test.each([
    "update ledger_entries set amount_pence = 1",
    "delete from ledger_entries",
    "update payables set amount_pence = 1",
    "truncate ledger_transactions cascade",
  ])("the service may not: %s", async (statement) =>
    expect(world.dataSource.query(statement)).rejects.toMatchObject({ code: "42501" }),
  );

  test("nor may its owner", async () => {
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await expect(owner.query("delete from ledger_entries")).rejects.toMatchObject({ code: "SJ003" });
    await owner.end();
  });
});
