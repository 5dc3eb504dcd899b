import { describe, expect, it } from "@jest/globals";
import { concerning, inField, reject } from "../journey/rejection.ts";
import { invalid } from "../journey/wire.ts";
import { REASONS } from "./reasons/all.ts";
import { FAULTS } from "./reasons/faults.ts";
import { faultsInWords, passedOver, sentenceOfRejection } from "./rejection.ts";
import type { Say } from "./say.ts";

const TO_SOMEBODY: Say = {
  day: (date) => `the day ${date}`,
  money: (pence) => `£${pence / 100}`,
  workGroup: (id) => `the group ${id}`,
  either: (_toProgram, toPerson) => toPerson,
};
/** Whatever a sentence asks for. */
const ANYTHING = new Proxy({}, { get: () => ["thing."], has: () => true });
const REASONS_OF_CODES = Object.entries(REASONS).flatMap(([code, reasons]) =>
  Object.keys(reasons).map((why) => ({ code, why })),
);

describe("A rejection in words", () => {
  it.each(REASONS_OF_CODES.filter(({ code }) => code !== "invalid"))(
    "$code, $why: a whole sentence to a program and to a person",
    ({ code, why }) => {
      const rejection = { code, why, with: ANYTHING };
      expect(sentenceOfRejection(rejection)).toMatch(/^.{12,}[.!]$/su);
      expect(sentenceOfRejection(rejection, TO_SOMEBODY)).toMatch(/^.{12,}[.!]$/su);
      expect(sentenceOfRejection(rejection)).not.toContain("newer version");
    },
  );
  it.each(Object.keys(FAULTS))("a fault in a field, %s", (why) => {
    const [said] =
      faultsInWords({ code: "invalid", why: "fields", errors: [{ pointer: "/x", why, with: ANYTHING }] }) ?? [];
    expect(said).toEqual({ pointer: "/x", detail: expect.stringMatching(/^.{12,}[^ ]$/su) });
    expect(said?.detail).not.toContain("newer version");
  });

  it("has its dates, its money and the names of fields in its reader’s way", () => {
    const early = reject("in-the-future", "record", { on: "2026-12-01" }).rejection;
    expect(sentenceOfRejection(early)).toBe("2026-12-01 is still to come: record it once it has happened.");
    expect(sentenceOfRejection(early, TO_SOMEBODY)).toMatch(/^the day 2026-12-01 is/u);
    const lead = reject("lead-not-fit", "role", { ledBy: "Mastery Specialist", leadRole: "mastery-specialist" });
    expect(sentenceOfRejection(lead.rejection)).toBe(
      "This Work Group is led by a Mastery Specialist: leadRole mastery-specialist.",
    );
    expect(sentenceOfRejection(lead.rejection, TO_SOMEBODY)).toBe("This Work Group is led by a Mastery Specialist.");
  });

  it("names the school or payment it is of, and the first field that does not fit", () => {
    const { rejection } = concerning("100001-primary", reject("group-full", "meanwhile").rejection);
    expect(sentenceOfRejection(rejection)).toBe(
      "100001-primary: The Work Group has become full: place the school in another one.",
    );
    const faults = invalid([
      inField("/on", "on-in-the-year", { last: "2027-08-31" }),
      { pointer: "/x", detail: "No." },
    ]);
    expect(sentenceOfRejection(faults.rejection)).toBe(
      "The command does not have the right fields: The date lies between today and 2027-08-31, within the stage-year.",
    );
    expect(faultsInWords(faults.rejection)?.[1]).toEqual({ pointer: "/x", detail: "No." });
  });

  it("is said as it was recorded, where that was in words", () => {
    const told = { code: "invalid" as const, detail: "No.", errors: [{ pointer: "/on", detail: "Not then." }] };
    expect(sentenceOfRejection(told, TO_SOMEBODY)).toBe("No.");
    expect(faultsInWords(told, TO_SOMEBODY)).toEqual(told.errors);
    expect(sentenceOfRejection(concerning("100001-primary", told).rejection)).toBe("100001-primary: No.");
    expect(passedOver({ journey: "a", why: "group-full", detail: "Full." })).toEqual({
      journey: "a",
      why: "group-full",
      detail: "Full.",
    });
  });

  it("of a newer version is said by its code", () =>
    expect(sentenceOfRejection({ code: "group-full", why: "flooded" })).toBe(
      "The rules of a newer version turn this down: flooded.",
    ));
});
