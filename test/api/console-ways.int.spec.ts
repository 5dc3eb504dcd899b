// What a school finds at the console where its way is not the plain one: it is sent to another programme.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { answered } from "../support/applying.ts";
import { Browser, leadsTo } from "../support/browser.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
let whole: WholeService;
let school: Browser;

beforeAll(async () => {
  whole = await startWhole("2024-06-03T08:00:00Z");
  school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const APPLICATION = {
  hub: "great-north",
  "school.name": "Example High School",
  "school.funding": "state",
  "earlier.stage": "development",
  "earlier.academicYear": "2023/24",
  understandsExpectations: "yes",
  address: "1 Example Street, Exampleton",
  postcode: "EX1 1EX",
  "contact.firstName": "Grace",
  "contact.lastName": "Example",
  "contact.email": "grace@example.org",
};

describe("a school that has another route", () => {
  it("is led to that programme’s form, with all that it typed, and nothing is sent on the way", async () => {
    const check = await answered(school, "/apply/2024-25/secondary-sustaining?urn=100001", APPLICATION);
    for (const typed of [APPLICATION, { ...APPLICATION, postcode: "" }]) {
      const there = await school.submit(check, typed);
      expect(there.status).toBe(409);
      expect(there.text).toContain("Apply for Embedding 2024/25 instead");
      expect(there.text).not.toContain("2024-25/secondary-embedding:");
    }
    const turned = await school.submit(check);
    const other = await school.submit(turned, {}, "/apply/2024-25/secondary-embedding?urn=100001");
    expect([other.status, new URL(other.address).pathname]).toEqual([200, "/apply/2024-25/secondary-embedding/check"]);
    expect(other.text).toContain("1 Example Street, Exampleton");
    expect(other.text).toContain("2023/24");
    expect(other.text).not.toContain("Nothing was sent yet");
    const supported = { ...APPLICATION, seniorLeaderSupports: "yes", "group.wished": "no" };
    const sent = await school.submit(other, supported);
    expect(new URL(sent.address).pathname).toBe("/apply/2024-25/secondary-embedding/sent");
    expect(leadsTo(sent, "/journeys/100001-secondary")).toBe(true);
  }, 60_000);
});
