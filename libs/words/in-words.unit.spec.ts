import { describe, expect, it } from "@jest/globals";
import { inWords, low } from "./in-words.ts";

describe("A code in words", () => {
  it("reads as it is spelt, with its first letter large", () => {
    expect([inWords("support-visit-autumn"), low("gap-task-1")]).toEqual(["Support visit autumn", "gap task 1"]);
  });

  it("is written as people write it where its words alone are no English", () => {
    expect(["headteachers-session", "headteacher-meeting-autumn", "headteacher-first-workshop"].map(inWords)).toEqual([
      "Headteachers’ session",
      "Headteacher’s autumn meeting",
      "Headteacher at the first workshop",
    ]);
    expect(low("headteachers-session")).toBe("headteachers’ session");
  });
});
