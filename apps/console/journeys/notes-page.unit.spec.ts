// A hub's notes on a school's page: who wrote what, what is to be followed up, and what can still be done about it.

import { expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import type { JourneyNote } from "../../../libs/service/journeys/notes.ts";
import { filledIn } from "../look/templates.ts";
import { beforeWithdrawal, notesView, type NotesLook } from "./notes-page.ts";

const LOOK: NotesLook = {
  journey: "100001-primary",
  here: true,
  today: "2021-03-02",
  called: (id) => (id === "p-1" ? "You" : "Jo Example"),
  token: "t",
  newKey: () => "key-of-form.1",
};
const note = (change: Partial<JourneyNote> = {}): JourneyNote => ({
  id: "n-1",
  at: "2021-03-01T09:05:00Z",
  by: { who: "p-2", role: "hub-coordinator" },
  text: "Ask who follows.\r\n\r\nShe <leaves>.",
  followUpOn: null,
  followedUp: null,
  changed: null,
  ...change,
});
const followedUp = { at: "2021-03-02T10:00:00Z", by: { who: "p-1", role: "hub-lead" } };
const shown = (notes: JourneyNote[], look = LOOK): string =>
  filledIn("journeys/notes.njk", strictView(notesView(notes, look))).text;

it("each note says by whom and when, line by line, and nothing in it is markup", () => {
  expect(notesView([note()], LOOK).notes).toEqual([
    {
      id: "n-1",
      when: "1 March 2021, 09:05",
      by: "Jo Example",
      lines: ["Ask who follows.", "She <leaves>."],
      changed: null,
      day: null,
      late: false,
      done: null,
      change: "/journeys/100001-primary/notes/n-1/amend",
      takeBack: "/journeys/100001-primary/notes/n-1/withdraw",
    },
  ]);
  expect(shown([note()])).toContain("She &lt;leaves&gt;.");
});

it("who may not read names of the hub's staff reads their roles", () => {
  const [one] = notesView([note({ followUpOn: "2021-03-02", followedUp })], { ...LOOK, called: null }).notes;
  expect([one?.by, one?.day]).toEqual(["Hub coordinator", "Followed up on 2 March 2021, 10:00, by hub lead"]);
});

it("a note that was changed says by whom and when", () => {
  const by = { who: "p-1", role: "hub-lead" };
  const changed = { at: "2021-03-02T10:00:00Z", by } as const;
  const [own, others] = notesView(
    [note({ changed }), note({ changed: { ...changed, by: { ...by, who: "p-2" } } })],
    LOOK,
  ).notes;
  expect([own?.changed, others?.changed]).toEqual([
    "Changed by you on 2 March 2021, 10:00",
    "Changed by Jo Example on 2 March 2021, 10:00",
  ]);
  expect(shown([note({ changed })])).toContain("Changed by you on 2 March 2021, 10:00");
});

it("before a note is taken back it is read once more, and what becomes of it", () => {
  const { text } = beforeWithdrawal(note());
  expect(text).toContain("She &lt;leaves&gt;.");
  expect(text).toContain("kept nowhere");
});

it("a note to follow up has its day and a button until it was; late is one whose day is past", () => {
  const days = ["2021-03-01", "2021-03-02", "2021-03-03"];
  const { notes } = notesView(
    days.map((followUpOn) => note({ followUpOn })),
    LOOK,
  );
  expect(notes.map(({ late }) => late)).toEqual([true, false, false]);
  expect(notes[0]).toMatchObject({
    day: "To be followed up on Monday 1 March 2021",
    done: { action: "/journeys/100001-primary/notes/n-1/followed-up" },
  });
  const after = notesView([note({ followUpOn: "2021-03-01", followedUp })], LOOK).notes;
  expect(after).toMatchObject([{ day: "Followed up on 2 March 2021, 10:00, by you", late: false, done: null }]);
});

it("of a school that has left, they are read and no more", () => {
  const view = notesView([note({ followUpOn: "2021-03-01" })], { ...LOOK, here: false });
  const [one] = view.notes;
  expect([view.write, one?.done, one?.change, one?.takeBack]).toEqual([null, null, null, null]);
  expect(shown([note({ followUpOn: "2021-03-01" })], { ...LOOK, here: false })).not.toMatch(
    /<form|Write a note|Change|Take back/u,
  );
});

it("the template asks for what its view has, and has no code in its words", () => {
  const all = shown([note(), note({ followUpOn: "2021-03-01" }), note({ followUpOn: "2021-03-01", followedUp })]);
  for (const words of ["Write a note", "Late", "Mark as followed up", "Change", "Take back", 'value="key-of-form.1"'])
    expect(all).toContain(words);
  expect(shown([])).toContain("None yet.");
});
