import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { mailTurns, type MailTurns } from "./mail-turns.ts";

const RATE = 5;

describe("The mail server’s turns", () => {
  let store: TestStore;
  let turns: MailTurns;
  beforeAll(async () => {
    store = await freshStore();
    turns = mailTurns(store.app, RATE);
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(() => store.owner.query("delete from effect_leases"));

  /** Every turn up to `seconds` from now is taken. */
  const takenFor = (seconds: number) =>
    store.owner.query("update effect_leases set leased_until = clock_timestamp() + make_interval(secs => $1)", [
      seconds,
    ]);
  const takenUntil = async (): Promise<number> => {
    const rows: { left: string }[] = await store.owner.query(
      "select extract(epoch from leased_until - clock_timestamp()) as left from effect_leases",
    );
    return Number(rows[0]?.left);
  };

  it("come at once where the server has time, a second’s worth of them together", async () => {
    expect(await turns.take("j:1")).toBe(0);
    await takenFor(-3_600);
    expect(await turns.take("j:2")).toBe(0);
    // What was not taken in an hour is not owed now.
    expect(await takenUntil()).toBeLessThanOrEqual(1 / RATE);
    await takenFor(0.5);
    expect(await turns.take("j:3")).toBe(0);
  });

  it("are waited for, but not for long", async () => {
    await turns.take("j:1");
    const asked = performance.now();
    await takenFor(1.5);
    const wait = await turns.take("j:2");
    // Its turn comes 700 ms after that was said, whenever it asks; however long a busy machine took to ask.
    expect(wait).toBeGreaterThanOrEqual(Math.max(0, 690 - (performance.now() - asked)));
    expect(wait).toBeLessThanOrEqual(700);
    await takenFor(3_600);
    expect(await turns.take("j:3")).toBeNull();
    expect(await takenUntil()).toBeLessThanOrEqual(3_600);
  });

  it("are counted of each letter of the queue, of those that come together too", async () => {
    await Promise.all(Array.from({ length: 20 }, () => turns.count()));
    expect(await takenUntil()).toBeGreaterThan(20 / RATE - 1);
    expect(await takenUntil()).toBeLessThanOrEqual(20 / RATE);
  });

  it("are no more than the rate, however many ask together", async () => {
    const began = Date.now();
    const waits = await Promise.all(Array.from({ length: 60 }, (_, letter) => turns.take(`j:${letter + 1}`)));
    const seconds = (Date.now() - began) / 1_000;
    const had = waits.filter((wait) => wait !== null);
    expect(had.length).toBeGreaterThanOrEqual(2 * RATE);
    expect(had.length).toBeLessThanOrEqual(Math.ceil((2 + seconds) * RATE));
    // A second's worth goes together, and nobody waits for longer than another.
    expect(had.filter((wait) => wait === 0).length).toBeLessThanOrEqual(Math.ceil((1 + seconds) * RATE));
    expect(Math.max(...had)).toBeLessThanOrEqual(1_000);
  });

  it("are taken by the letters of the queue too, so that both together keep the rate", async () => {
    for (let letter = 1; letter <= 12 * RATE; letter++) await turns.count();
    expect(await turns.take("j:1")).toBeNull();
    // However long the queue takes more than its share, the rest have their turns again soon after.
    expect(await takenUntil()).toBeLessThanOrEqual(10);
  });

  it("are not spent on a letter that is somebody’s already", async () => {
    await store.app.query(
      "insert into effect_leases (effect_id, holder, leased_until, attempts) values ('j:1', 'another', now(), 1)",
    );
    expect(await turns.take("j:1")).toBeNull();
    expect(await turns.take("j:2")).toBe(0);
  });
});
