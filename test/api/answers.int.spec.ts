// Answers from a letter, attacked: forged, guessed, used again, another's, after their day, by programs that look
// through mail. Each is harmless, and says what it is. Through the real API, worker and PostgreSQL.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Thing } from "../../libs/letters/answers.ts";
import { keepAnswerLinks } from "../../libs/store/answer-links.ts";
import { Browser } from "../support/browser.ts";
import { eventually } from "../workflows/service.ts";
import { another, answersWorld, done, HERE, NAME, THERE, type AnswersWorld } from "./answers-world.ts";
import { recordOutput } from "./api-under-test.ts";

const PLACE: Thing = { what: "place", prospectus: "2020-21/primary-readiness", respondBy: "2020-06-30" };
const output = recordOutput();
let world: AnswersWorld;
const linkOf: AnswersWorld["linkOf"] = (...of) => world.linkOf(...of);
const look: AnswersWorld["look"] = (url) => world.look(url);
const answer: AnswersWorld["answer"] = (...given) => world.answer(...given);
const eventsOf: AnswersWorld["eventsOf"] = (journey) => world.eventsOf(journey);
const nothingDone: AnswersWorld["nothingDone"] = (work) => world.nothingDone(work);

beforeAll(async () => {
  world = await answersWorld();
}, 90_000);

afterAll(async () => {
  await world?.whole.stop();
  const said = output.end();
  expect(world.secrets.length).toBeGreaterThan(5);
  for (const secret of world.secrets) expect(said).not.toContain(secret);
  expect(said).not.toContain(NAME);
}, 60_000);

describe("A link in a letter", () => {
  it("is the same each time its letter is written, and another for each school, person and thing", async () => {
    const link = await linkOf(done("gap-task-1"));
    expect(await linkOf(done("gap-task-1"))).toBe(link);
    const others = [
      await linkOf(another("gap-task-1")),
      await linkOf(done("gap-task-2")),
      await linkOf(done("gap-task-1"), "teacher-2"),
      await linkOf(done("gap-task-1"), "teacher-1", THERE),
    ];
    expect(new Set([link, ...others]).size).toBe(5);
    const rows = JSON.stringify(await world.whole.store.owner.query("select * from answer_links"));
    for (const secret of world.secrets) expect(rows).not.toContain(secret);
  });

  it("shows as whom, for which school and about what; no name, no address", async () => {
    const { status, text, headers } = await look(await linkOf(done("gap-task-1")));
    expect(status).toBe(200);
    expect(text).toMatch(/You are answering as the maths lead of [^<]*\(URN 100001\)/u);
    expect(text).toContain("Done: Task 1 between sessions");
    expect(text).not.toMatch(/Zephyrine|canary|teacher-1/u);
    expect([headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual(["no-store", "noindex, nofollow"]);
  });

  it("changes nothing where a program that looks through mail opens it, by GET, HEAD or an empty POST", async () => {
    const link = await linkOf(done("gap-task-1"));
    await nothingDone(async () => {
      for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(link, { method })).status).toBe(200);
      expect((await fetch(link, { method: "HEAD" })).headers.get("content-type")).toContain("text/html");
      expect((await world.stranger().go(link, {})).text).toContain("Say that it is done");
      expect((await world.stranger().go(link, { act: "done" })).text).toContain("Say that it is done");
    });
  });

  it("wants the day on which it was done, at its field: without one nothing is recorded", async () => {
    const link = await linkOf(done("gap-task-1"));
    await nothingDone(async () => {
      const { status, text } = await world.stranger().go(link, { act: "done", key: "abcdefgh.1" });
      expect([status, text.includes("<title>Error: ")]).toEqual([422, true]);
      expect(text).toMatch(/There is a problem[\s\S]*href="#f-on">Say on which day</u);
    });
  });

  it("is not answered for a page of another site", async () => {
    const link = await linkOf(done("gap-task-1"));
    await nothingDone(async () => {
      const headers = { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" };
      const body = "act=done&on=2020-10-09&key=abcdefgh.1";
      expect((await fetch(link, { method: "POST", headers, body })).status).toBe(403);
    });
  });

  it("that was guessed, cut off or made by another key does nothing, and says so", async () => {
    const link = await linkOf(done("gap-task-1"));
    const secret = link.slice(-43);
    const forged = [
      link.slice(0, -1),
      link.replace(secret, secret.split("").reverse().join("")),
      link.replace(secret, "A".repeat(43)),
      link.replace(secret, "x"),
      link.replace(secret, encodeURIComponent("' or 1=1 --")),
    ];
    await nothingDone(async () => {
      for (const url of forged) {
        const page = await look(url);
        expect([page.status, page.text.includes("This link does not work")]).toEqual([404, true]);
        const posted = await world.stranger().go(url, { act: "done", key: "abcdefgh.1", on: "2020-10-09" });
        expect([posted.status, posted.text.includes("This link does not work")]).toEqual([404, true]);
      }
    });
    // They are noted beside the answer, which does not wait for it.
    const noted = await eventually(async () => {
      const all = await world.turnedAway();
      expect(all.filter(({ code }) => code === "unknown").length).toBeGreaterThanOrEqual(forged.length);
      return all;
    });
    expect(JSON.stringify(noted)).not.toContain(secret.slice(0, 20));
  }, 30_000);

  it("does no more than the one thing it is for", async () => {
    const link = await linkOf(done("gap-task-1"));
    await nothingDone(async () => {
      for (const act of ["accept", "decline", "not-me", "stop", "same"])
        expect((await answer(link, { on: "2020-10-09" }, act)).status).toBe(422);
      expect((await answer(link, { on: "2020-10-09" }, "pay")).status).toBe(200);
    });
    // What the rules turn down is asked, and nothing comes of it: the form again, with why.
    const turnedDown = await answer(link, { on: "2020-12-09", commitment: "gap-task-2" }, "done");
    expect([turnedDown.status, turnedDown.text.includes("Nothing was")]).toEqual([409, true]);
    expect((await eventsOf()).some(({ actor }) => actor.via === "letter")).toBe(false);
  }, 30_000);
});

describe("Done on…", () => {
  it("is recorded as said by the reader from a letter, also where somebody else is signed in", async () => {
    const link = await linkOf(done("gap-task-1"));
    const lead = await Browser.signedIn(world.whole.api.origin, "hub-lead.great-north");
    const page = await lead.go(link);
    const typed = { on: "2020-10-09", reason: "The meeting was put off", commitment: "gap-task-2" };
    const thanks = await lead.submit(page, typed, new URL(link).pathname);
    expect([thanks.status, thanks.text.includes("It is recorded as done.")]).toEqual([200, true]);
    const told = (await eventsOf()).find(({ type }) => type === "GapTaskCompleted");
    expect(told).toMatchObject({
      data: { commitment: "gap-task-1", on: "2020-10-09" },
      actor: { who: "teacher-1", role: "school-contact", via: "letter" },
    });
    const { body } = await world.whole.api.get(`/api/v1/journeys/${HERE}/events?limit=200`);
    expect(JSON.stringify(body)).toContain('"via":"letter"');
    const shown = await lead.go(`/journeys/${HERE}`);
    expect(shown.text).toMatch(/Gap task 1 was done[^“]*by \S+ Example, at the school[^“]*>\s*From a letter/u);
  }, 30_000);

  it("used again does nothing more, and says that it is answered", async () => {
    const link = await linkOf(done("gap-task-1"));
    await nothingDone(async () => {
      expect((await look(link)).text).toContain("This has been answered already");
      const again = await world.stranger().go(link, { act: "done", key: "abcdefgh.1", on: "2020-10-08", reason: "x" });
      expect([again.status, again.text.includes("This has been answered already")]).toEqual([200, true]);
    });
  });

  it("twice by one form is one record", async () => {
    const link = await linkOf(done("action-plan"), "teacher-2");
    const send = () => world.stranger().go(link, { act: "done", key: "double-click.1", on: "2020-10-09", reason: "x" });
    await Promise.all([send(), send()]);
    await send();
    expect((await eventsOf()).filter(({ type }) => type === "ActionPlanAgreed")).toHaveLength(1);
  }, 30_000);

  it("is taken back by the hub, and then the link is open again", async () => {
    const event = (await eventsOf()).find(({ type }) => type === "GapTaskCompleted")?.seq;
    const back = { event, reason: "Somebody else had the letter" };
    expect((await world.whole.api.post(`/api/v1/journeys/${HERE}/correct-record`, back)).status).toBe(200);
    expect((await look(await linkOf(done("gap-task-1")))).text).toContain("Say that it is done");
  }, 30_000);

  it("is not said of meetings or visits, whatever a link was made for", async () => {
    await nothingDone(async () => {
      for (const code of ["meeting-1", "headteacher-first-workshop", "support-visit-autumn", "session-1"]) {
        const link = await linkOf(done(code));
        expect((await answer(link, { on: "2020-10-09" }, "done")).status).toBe(410);
      }
    });
  }, 30_000);

  it("of another year is over", async () => {
    const link = await linkOf({ ...done("report"), academicYear: "2019/20" } as Thing);
    await nothingDone(async () => {
      const page = await answer(link, { on: "2020-10-09" }, "done");
      expect([page.status, page.text.includes("The time for this answer has passed")]).toEqual([410, true]);
    });
  });
});

describe("Another date please", () => {
  it("becomes the hub's task; the date stays until it has answered", async () => {
    const link = await linkOf(another("report"), "teacher-2");
    const page = await answer(link, { dueOn: "2021-06-30", reason: "A teacher is away" }, "ask");
    expect(page.text).toContain("Until it answers, the date stays as it is.");
    const tasks = (await world.whole.api.get(`/api/v1/journeys/${HERE}`)).body["tasks"];
    expect(tasks).toContainEqual(
      expect.objectContaining({ about: "another-date", commitment: "report", status: "open" }),
    );
    expect((await look(link)).text).toContain("answered already");
  }, 30_000);
});

describe("No more reminders", () => {
  it("holds for this person and this school", async () => {
    const link = await linkOf({ what: "no-reminders", until: "2020-12-18" }, "teacher-2");
    expect((await answer(link, {}, "stop")).text).toContain("You get no more reminders about this school");
    const told = (await eventsOf()).find(({ type }) => type === "RemindersOptedOut");
    expect(told).toMatchObject({ data: { person: "teacher-2" }, actor: { who: "teacher-2", via: "letter" } });
    expect((await eventsOf(THERE)).some(({ type }) => type === "RemindersOptedOut")).toBe(false);
  }, 30_000);
});

describe("A link that comes too late", () => {
  const path = `/api/v1/journeys/${HERE}`;
  const api = (slug: string, body: object) => whole().api.post(`${path}/${slug}`, { reason: "Agreed", ...body });
  const whole = () => world.whole;
  const rows: [when: string, link: Thing, before: () => Promise<unknown>, status: number, says: string][] = [
    [
      "its school has recorded it",
      done("gap-task-2"),
      () => api("complete-gap-task", { commitment: "gap-task-2", on: "2020-10-09" }),
      200,
      "answered already",
    ],
    [
      "its hub has let it go",
      done("evaluation"),
      () => api("waive-commitment", { commitment: "evaluation" }),
      200,
      "answered already",
    ],
    ["another has asked for another date", another("report"), () => Promise.resolve(), 200, "answered already"],
    [
      "its term is over",
      { what: "no-reminders", until: "2020-07-17" },
      () => Promise.resolve(),
      410,
      "The time for this answer has passed",
    ],
    ["the place was taken long ago", PLACE, () => Promise.resolve(), 200, "answered already"],
    [
      "nobody is invited to that year any more",
      { what: "not-next-year", prospectus: "2021-22/primary-development" },
      () => Promise.resolve(),
      410,
      "The time for this answer has passed",
    ],
  ];
  it.each(rows)("because %s: it says so, and does nothing", async (_when, thing, before, status, says) => {
    await before();
    const link = await linkOf(thing, "teacher-1");
    await nothingDone(async () => {
      for (const act of ["done", "ask", "stop", "accept", "no"]) {
        const page = await answer(link, { on: "2020-10-09", reason: "x" }, act);
        expect([page.status, page.text.includes(says)]).toEqual([status, true]);
      }
    });
  });

  it("for somebody who is nobody at this school, or for a thing of which this release knows nothing", async () => {
    await nothingDone(async () => {
      const link = await linkOf(done("action-plan"), "stranger-1");
      expect((await answer(link, { on: "2020-10-09" }, "done")).status).toBe(410);
      const [secret, id] = ["x".repeat(43), "00000000-0000-8000-a000-000000000000"];
      const of = { journey: HERE, person: "teacher-1" };
      await keepAnswerLinks(whole().store.app, of, [{ id, thing: "pay|1000", secret }]);
      const page = await answer(`${whole().api.origin}/answer/${secret}`, { amount: "1000" }, "pay");
      expect([page.status, page.text.includes("This link does not work")]).toEqual([404, true]);
    });
  });
});
