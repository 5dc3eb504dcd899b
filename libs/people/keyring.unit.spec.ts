import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { decrypt, encrypt, makeKeyring, SealError } from "./keyring.ts";

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
  return "opened";
};

describe("what is sealed", () => {
  const key = randomBytes(32);

  it.each(["", "Zoë Ångström", "x".repeat(100_000), "😀 \u0000"])(
    "opens as it was, and shows nothing of it: %#",
    (text) => {
      const sealed = encrypt(key, text, "people.texts.sealed/t-1");
      expect(decrypt(key, sealed, "people.texts.sealed/t-1").toString("utf8")).toBe(text);
      if (text.length > 3) expect(sealed.includes(Buffer.from(text, "utf8"))).toBe(false);
      expect(sealed.length).toBe(1 + 12 + Buffer.byteLength(text) + 16);
    },
  );

  it("never looks the same twice", () => {
    const all = Array.from({ length: 50 }, () => encrypt(key, "Ada", "here").toString("hex"));
    expect(new Set(all).size).toBe(50);
  });

  it("does not open where any one bit of it is another", () => {
    const sealed = encrypt(key, "Ada Archer", "here");
    for (let at = 0; at < sealed.length * 8; at++) {
      const other = Buffer.from(sealed);
      other[at >> 3]! ^= 1 << (at & 7);
      expect(codeOf(() => decrypt(key, other, "here"))).toBe("people-sealed-otherwise");
    }
  });

  it("does not open in another row or column, under another key, or cut short", () => {
    const sealed = encrypt(key, "Ada Archer", "people.persons.sealed/p-1");
    expect(codeOf(() => decrypt(key, sealed, "people.persons.sealed/p-2"))).toBe("people-sealed-otherwise");
    expect(codeOf(() => decrypt(key, sealed, "people.texts.sealed/p-1"))).toBe("people-sealed-otherwise");
    expect(codeOf(() => decrypt(randomBytes(32), sealed, "people.persons.sealed/p-1"))).toBe("people-sealed-otherwise");
    for (const length of [0, 1, 12, 28, sealed.length - 1]) {
      expect(codeOf(() => decrypt(key, sealed.subarray(0, length), "people.persons.sealed/p-1"))).toBe(
        "people-sealed-otherwise",
      );
    }
  });
});

describe("a keyring", () => {
  const [old, young] = [randomBytes(32), randomBytes(32)];

  it("wraps a data key of each owner’s own", () => {
    const ring = makeKeyring([old]);
    const [ada, ben] = [ring.newKey("ada"), ring.newKey("ben")];
    expect(ring.unwrap("ada", ada)).toHaveLength(32);
    expect(ring.unwrap("ada", ada)).not.toEqual(ring.unwrap("ben", ben));
    expect(codeOf(() => ring.unwrap("ben", ada))).toBe("people-sealed-otherwise");
  });

  it("is rotated: the first wraps, all unwrap, and what was rewrapped needs the old one no more", () => {
    const before = makeKeyring([old]);
    const both = makeKeyring([young, old]);
    const after = makeKeyring([young]);
    const kept = before.newKey("ada");
    expect(both.unwrap("ada", kept)).toEqual(before.unwrap("ada", kept));
    expect(codeOf(() => after.unwrap("ada", kept))).toBe("people-key-unknown");
    const again = both.rewrap("ada", kept);
    expect(again.kek).toBe(after.names[0]);
    expect(after.unwrap("ada", again)).toEqual(before.unwrap("ada", kept));
    expect(codeOf(() => before.unwrap("ada", both.newKey("ada")))).toBe("people-key-unknown");
  });

  it("takes keys of 32 bytes alone", () => {
    for (const keys of [[], [randomBytes(16)], [old, randomBytes(31)]])
      expect(() => makeKeyring(keys)).toThrow("32 bytes");
  });

  it("says nothing of what it could not open", () => {
    const error = new SealError("people-key-unknown");
    expect(`${error.name}: ${error.message}`).toBe("SealError: people-key-unknown");
  });
});
