import { describe, expect, it } from "@jest/globals";
import { TEST_KEYRING } from "../../test/support/people-keys.ts";
import { makeKeyring } from "./keyring.ts";
import { Opened, type SealedRow } from "./opened.ts";

interface Words {
  name: string;
}
const row = (id: string, sealed = "sealed", wrapped = "wrapped"): SealedRow => ({
  id,
  sealed: Buffer.from(sealed),
  wrapped: Buffer.from(wrapped),
});

/** Answers a name, and counts how often it had to be opened. */
function opener(opened: Opened<Words>) {
  const seen = { times: 0 };
  const look = (one: SealedRow, keyring = TEST_KEYRING): string =>
    opened.of(keyring, one, () => {
      seen.times += 1;
      return { name: one.sealed.toString() };
    }).name;
  return { seen, look };
}

describe("what was opened of people", () => {
  it("is opened once while its row is as it was", () => {
    const { seen, look } = opener(new Opened());
    expect([look(row("p-1")), look(row("p-1")), seen.times]).toEqual(["sealed", "sealed", 1]);
  });

  it("is opened again where it was sealed anew, its key was wrapped anew, or other keys ask", () => {
    const { seen, look } = opener(new Opened());
    look(row("p-1"));
    expect(look(row("p-1", "corrected"))).toBe("corrected");
    look(row("p-1", "corrected", "rewrapped"));
    look(row("p-1", "corrected", "rewrapped"), makeKeyring([Buffer.alloc(32, 9)]));
    expect(seen.times).toBe(4);
  });

  it("cannot be changed by who was given it", () => {
    const opened = new Opened<Words>();
    const given = opened.of(TEST_KEYRING, row("p-1"), () => ({ name: "Ada" }));
    given.name = "Eve";
    const again = opened.of(TEST_KEYRING, row("p-1"), () => ({ name: "opened again" }));
    expect(again.name).toBe("Ada");
  });

  it("is kept no longer than its time, however often it is asked for", () => {
    let now = 0;
    const { seen, look } = opener(new Opened(10, 100, () => now));
    for (now of [0, 50, 99, 100]) look(row("p-1"));
    expect(seen.times).toBe(2);
  });

  it("makes room for others: the one kept longest goes", () => {
    const opened = new Opened<Words>(2);
    const { seen, look } = opener(opened);
    for (const id of ["p-1", "p-2", "p-3", "p-2"]) look(row(id));
    expect([opened.size, seen.times]).toEqual([2, 3]);
    look(row("p-1"));
    expect(seen.times).toBe(4);
  });

  it("is forgotten at once with whoever is erased", () => {
    const opened = new Opened<Words>();
    const { seen, look } = opener(opened);
    look(row("p-1"));
    opened.forget(["p-1", "p-9"]);
    expect(opened.size).toBe(0);
    look(row("p-1"));
    expect(seen.times).toBe(2);
  });
});
