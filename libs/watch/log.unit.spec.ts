import { expect, it } from "@jest/globals";
import { faultOf } from "./log.ts";

it("of an error the log keeps kind, code, place and way, never the message", () => {
  const fault = faultOf(Object.assign(new TypeError("ada@example.org\n    is not a function"), { code: "E1" }));
  expect(fault).toMatchObject({ error: "TypeError", code: "E1", where: expect.stringMatching(/libs\/watch\/log/u) });
  expect(fault.stack).toContain("log.unit.spec.ts");
  expect(JSON.stringify(fault)).not.toContain("ada@");
});

it("says why, where a failure of an activity says it in codes or by a place in our code, and no word beside", () => {
  const why = (...details: unknown[]) =>
    faultOf(Object.assign(new Error("x"), { type: "mail-unavailable", details })).why;
  expect([why("ESOCKET ECONNREFUSED"), why("57P03"), why("TypeError at libs/book/keep.ts:12:3")]).toEqual([
    "ESOCKET ECONNREFUSED",
    "57P03",
    "TypeError at libs/book/keep.ts:12:3",
  ]);
  expect([why(), why("Ada Example"), why("550 ada@example.org"), why({ to: "ada@example.org" })]).toEqual(
    Array(4).fill(undefined),
  );
});

it("takes the code of a failure of an activity from its type, and anything else for what it is", () => {
  expect(faultOf(Object.assign(new Error("x"), { type: "mail-refused", code: 5 })).code).toBe("mail-refused");
  expect(faultOf("ada@example.org")).toEqual({ error: "string", code: null, where: "unknown", stack: "" });
});
