import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { OpenedLink } from "../../../libs/service/answers/answers.ts";
import { filledIn } from "../look/templates.ts";
import { answerLinksView } from "./answer-links-page.ts";
import { answerView, type Tried } from "./answer-page.ts";

const opened: OpenedLink = {
  standing: "open",
  thing: { what: "place", respondBy: "2020-06-30" },
  hub: "great-north",
  school: "Hillside School",
  urn: "100001",
  part: "headteacher",
  commitment: null,
  roles: [],
  today: "2020-06-02",
} as unknown as OpenedLink; // what the page reads of it
const at = { action: "/answer/secret", key: "key-of-form.1" };
const shown = (link: OpenedLink, tried: Tried | null = null, done: Parameters<typeof answerView>[3] = null) => {
  const { title, view } = answerView(link, at, tried, done);
  return { title, page: inOneLine(filledIn("answers/answer.njk", strictView(view)).text) };
};

describe("The page behind a link", () => {
  it("says as whom one answers, and has a form for each choice, with ids of its own", () => {
    const { title, page } = shown(opened);
    expect(title).toBe("The place for your school: answer by Tuesday 30 June 2020");
    expect(page).toMatch(/You are answering as the headteacher of Hillside School \(URN 100001\)/u);
    expect([...page.matchAll(/name="act" value="([a-z]+)"/gu)].map(([, act]) => act)).toEqual(["accept", "decline"]);
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("presets no day: a day would be evidence", () => {
    const commitment = { code: "gap-task-1", kind: "gap-task", by: "school", dueOn: "2020-12-08", target: null };
    const done = { ...opened, thing: { what: "done" }, commitment } as unknown as OpenedLink;
    const [day = ""] = /<input[^>]* name="on-day"[^>]*>/u.exec(shown(done).page) ?? [];
    expect(day).not.toBe("");
    expect(day).not.toMatch(/ value="[^"]/u);
  });

  it("says at its top what was wrong, and leads to the field of that choice", () => {
    const faults = [{ field: "reason", text: "Say why" }];
    const { page } = shown(opened, { act: "decline", typed: { reason: " " }, faults });
    expect(page).toMatch(/There is a problem.*href="#f-reason">Say why.*id="f-reason"/u);
  });

  it("says what has been done, or why there is nothing to do any more", () => {
    expect(shown({ ...opened, standing: "settled" }, null, "accept").page).toContain("The place is accepted");
    expect(shown({ ...opened, standing: "over" })).toMatchObject({ title: "This link has ended" });
    expect(shown({ ...opened, standing: "over" }).page).not.toContain("<form");
  });
});

it("the links of each person stand together, and can be revoked while one of them lets them answer", () => {
  const link = {
    id: "l-1",
    person: "p-1",
    what: "done",
    about: "gap-task-1",
    madeAt: "2020-10-01T08:00:00Z",
    revokedAt: null,
  };
  const links = [link, { ...link, person: "p-2", revokedAt: "2020-10-02T08:00:00Z" }] as Parameters<
    typeof answerLinksView
  >[0];
  const look = {
    journey: "100001-primary",
    school: "Hillside School",
    names: new Map([["p-1", "Ada"]]),
    token: "t",
    key: "k",
  };
  const page = inOneLine(
    filledIn("answers/answer-links.njk", strictView(answerLinksView(links, { ...look, done: true }))).text,
  );
  expect(page).toMatch(/answer nothing any more.*Ada.*Say that it is done: gap task 1.*Revoke all of these/u);
  expect(page).toMatch(/Somebody who is not a contact any more.*Revoked on 2 October 2020/u);
  expect(page.match(/Revoke all of these/gu)).toHaveLength(1);
});
