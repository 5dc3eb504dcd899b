import { expect, it } from "@jest/globals";
import { faultOf } from "./log.ts";

it("of an error the log keeps kind, code, place and way, never the message", () => {
  const fault = faultOf(Object.assign(new TypeError("ada@example.org\n    is not a function"), { code: "E1" }));
  expect(fault).toMatchObject({ error: "TypeError", code: "E1", where: expect.stringMatching(/libs\/watch\/log/u) });
  expect(fault.stack).toContain("log.unit.spec.ts");
  expect(JSON.stringify(fault)).not.toContain("ada@");
});

it("takes the code of a failure of an activity from its type, and anything else for what it is", () => {
  expect(faultOf(Object.assign(new Error("x"), { type: "mail-refused", code: 5 })).code).toBe("mail-refused");
  expect(faultOf("ada@example.org")).toEqual({ error: "string", code: null, where: "unknown", stack: "" });
});
