import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, text } from "../../../test/support/journey.ts";
import type { CommandData } from "../commands.ts";
import { effectOf } from "../effects.ts";

const AT = "2020-11-20T13:00";
const WORDS = { subject: { id: "text-1", words: 2 }, text: { id: "text-2", words: 9 } };
const write = (data: Partial<CommandData["WriteLetter"]> = {}, past = begun()) =>
  given(past).when(AT, "WriteLetter", { ...WORDS, to: ["teachers"], ...data });

describe("a letter of the hub's own", () => {
  it("stands in the record with whom it is for, by the roles of now, and the ids of its words", () => {
    const addressees = ["headteacher", "p-1", "p-1"];
    write({ to: ["headteacher", "teachers"], letter: "l-1", addressees }).brings({
      type: "LetterWritten",
      letter: "l-1",
      subjectId: "text-1",
      textId: "text-2",
      to: ["maths-lead", "lead-teacher", "headteacher"],
      addressees: ["headteacher", "p-1"],
    });
  });

  it("asks for letters to go out, unless all its people have it by another school of theirs", () => {
    const asks = (addressees?: string[]) => {
      const { decision } = write(addressees && { addressees });
      return "events" in decision ? decision.events.map(effectOf) : [];
    };
    expect([asks(), asks(["p-1"]), asks([])]).toEqual([["send-notice"], ["send-notice"], [null]]);
  });

  it("reaches a school that has paused only as news of a session, and one that left never", () => {
    const paused = begun().on("2020-11-20T12:00", "PauseJourney", because);
    const left = begun().on("2020-11-20T12:00", "WithdrawSchool", because);
    write({}, paused).rejects("not-in-this-state");
    write({ session: "session-3" }, paused).accepted();
    write({ session: "session-3" }, left).rejects("not-in-this-state");
  });

  it("has a subject, a text, and somebody to go to", () => {
    const { subject, text: words } = WORDS;
    for (const data of [
      { to: ["teachers"], text: words },
      { to: ["teachers"], subject },
      { ...WORDS, to: [] },
      { ...WORDS, to: ["teachers", "everybody"] },
    ])
      given(begun()).when(AT, "WriteLetter", data).rejects("invalid");
    write({ subject: text(1) }).accepted();
  });
});
