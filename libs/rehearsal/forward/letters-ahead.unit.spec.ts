// What is shown of a letter that is to come is the very letter that goes when its time comes, if nothing comes in.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { draws, MAKE, type Draw } from "../../../test/support/drawn-commands.ts";
import {
  because,
  begun,
  offered,
  placed,
  RULES,
  SECONDARY_DEVELOPMENT,
  type Past,
} from "../../../test/support/journey.ts";
import { addSeconds, localDate, notBefore, parseWhen, type Instant } from "../../calendar/instants.ts";
import { due } from "../../journey/due.ts";
import { whoGets } from "../../journey/gather.ts";
import { ALL_BY_CODE } from "../../journey/sentences.ts";
import type { Begun, Journey } from "../../journey/state.ts";
import { noticesAsked } from "../../letters/gathered.ts";
import { aboutOf, letterFor, messagesOf, type Addressee, type Book } from "../../letters/messages.ts";
import { renderText } from "../../letters/render.ts";
import { nothingBeside, type Told } from "../../letters/told.ts";
import { lettersOfMoment, momentsAhead, type LetterAhead } from "./letters-ahead.ts";
import { sampled } from "../../../test/support/sampled.ts";

const JOURNEY = "100001-primary";
const KNOWN = { name: "Example Primary School", inbox: "hub@example.org", signature: null, publicUrl: undefined };

/** Everybody whom the journey knows has an address made of their id. */
const bookOf = (state: Begun): Book => ({
  for: ({ to, copies = [] }) =>
    [...new Set([...to, ...copies])].flatMap((role) =>
      whoGets(state, { to: [role] }).map((id): Addressee => ({
        ...{ key: id, person: id, id, address: `${id}@example.org` },
        reader: { name: `Name of ${id}`, role, standsInFor: [] },
      })),
    ),
});

/** A line a letter: its day, whom it goes to, and the whole of it. */
const asLine = (at: Instant, key: string, subject: string, text: string): string =>
  [localDate(at), key, subject, text].join("\n");

function ahead(past: Past, from: Instant, until: Instant): LetterAhead[] {
  return momentsAhead(past, RULES, { from, until }).flatMap((moment) =>
    lettersOfMoment(moment, {
      book: bookOf(moment.told.state),
      beside: nothingBeside(RULES),
      about: aboutOf(JOURNEY, moment.told, KNOWN),
      catalogue: RULES.catalogue,
      publicUrl: undefined,
      namingOf: ALL_BY_CODE,
    }),
  );
}

/** As the service does it: each letter is written when its time comes, and reported a little later. */
function sent(past: Past, from: Instant, until: Instant): string[] {
  const lines: string[] = [];
  let now = reported(past, from);
  for (let next = due(now.state); next !== null && next <= until; next = due(now.state)) {
    const at = notBefore(now.state, next > from ? next : from);
    const brought = now.decide(at, "Tick", {});
    now = now.follow("events" in brought ? brought.events : []);
    lines.push(...written(now));
    now = reported(now, addSeconds(at, 3));
  }
  return lines;
}

function written({ state, events }: Past): string[] {
  if (state.status === "none") return [];
  return state.effects.flatMap(({ seq, kind }) => {
    const event = events.find((one) => one.seq === seq);
    if (event === undefined || kind === "release-grant") return [];
    const told: Told = { event, events, state };
    return messagesOf(bookOf(state), noticesAsked(told, nothingBeside(RULES))).map((message) => {
      const about = aboutOf(JOURNEY, told, KNOWN);
      const letter = letterFor(message, about, { catalogue: RULES.catalogue, state, urls: new Map() });
      return asLine(event.at, message.key, letter.subject, renderText(letter));
    });
  });
}

function reported(past: Past, at: Instant): Past {
  const open = (state: Journey) => (state.status === "none" ? undefined : state.effects[0]);
  let now = past;
  for (let one = open(now.state); one !== undefined; one = open(now.state)) {
    const data = { effect: one.seq, outcome: "performed" as const, messageId: "<sent>" };
    const done = now.decide(notBefore(now.state, at), "RecordEffect", data);
    now = now.follow("events" in done ? done.events : []);
  }
  return now;
}

/** From a journey on, with the first of the commands drawn that fits at each step; and when that is. */
function lived(start: Past, steps: readonly Draw[]): { past: Past; now: Instant } {
  let past = start;
  let now = start.state.status === "none" ? "2020-06-01T09:00:00Z" : start.state.lastAt;
  for (const draw of steps) {
    now = addSeconds(now, Math.min(draw.wait, 15 * 86_400));
    past = past.until(now);
    for (const name of draw.names) {
      const decision = past.decide(now, name, MAKE[name](past.state, draw, localDate(now)));
      if (!("events" in decision) || decision.events.length === 0) continue;
      past = past.follow(decision.events);
      break;
    }
  }
  return { past, now };
}

const shown = (letters: readonly LetterAhead[]): string[] =>
  letters
    .filter(({ held }) => held.length === 0)
    .map(({ at, to, letter }) => asLine(at, to.key, letter.subject, renderText(letter)));
const FOUR_WEEKS = 28 * 86_400;
const runs = sampled(60);

describe("A letter ahead", () => {
  it("is, byte for byte, what is sent when its time comes, wherever a journey stands", () => {
    let letters = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(offered(), placed(), begun(), begun(SECONDARY_DEVELOPMENT)),
        fc.array(draws, { maxLength: 40, size: "max" }),
        (start, steps) => {
          const { past, now } = lived(start, steps);
          const until = addSeconds(now, FOUR_WEEKS);
          const seen = shown(ahead(past, now, until));
          letters += seen.length;
          expect(seen).toEqual(sent(past, now, until));
        },
      ),
      runs,
    );
    // It would hold of nothing too.
    expect(letters).toBeGreaterThan(runs.numRuns);
  }, 600_000);

  const [from, until] = [parseWhen("2020-12-09T10:00"), parseWhen("2020-12-31", "end")];
  const subjects = (past: Past) => ahead(past, from, until).map(({ letter }) => letter.subject);

  it("says why it goes and what would cancel it; what comes in does cancel it", () => {
    const past = begun().until("2020-12-09T09:59");
    const [first] = ahead(past, from, until);
    expect(first).toMatchObject({ at: "2020-12-15T09:00:00Z", cause: "chaser", kind: "missed", held: [] });
    expect(first?.tells).toEqual([
      {
        codes: ["2020/21/missed/gap-task-1/1"],
        why: "Nothing has come in for gap-task-1, which was due on 8 December 2020: the first letter about it.",
        unless:
          "gap-task-1 is recorded as done, given another day or let go before 15 December 2020, or the school pauses " +
          "or withdraws",
      },
    ]);
    expect(subjects(past.on("2020-12-09T10:00", "CompleteGapTask", { commitment: "gap-task-1" }))).toEqual([]);
    expect(subjects(past.on("2020-12-09T10:00", "PauseJourney", because)).join()).not.toContain("Task 1");
  });

  it("is only computed: the journey is left as it was", () => {
    const past = begun();
    const before = JSON.stringify(past);
    ahead(past, parseWhen("2020-09-01T09:00"), parseWhen("2021-08-31"));
    expect(JSON.stringify(past)).toBe(before);
  });

  it("that the hub holds is still shown, by its hold, and does not go", () => {
    const past = begun().until("2020-12-09T09:59");
    const held = past.on("2020-12-09T10:00", "HoldLetter", { tells: ["2020/21/missed/gap-task-1/1"], ...because });
    const hold = held.seqOf("LetterHeld");
    const [free, kept] = [past, held].map((one) => ahead(one, from, parseWhen("2020-12-16")));
    expect(kept?.map((one) => one.held)).toEqual([[hold], [hold]]);
    // But for its number, the letter that would go.
    const words = (all: readonly LetterAhead[] = []) =>
      all.map(({ to, letter: { subject, blocks } }) => [to.key, subject, blocks]);
    expect(words(kept)).toEqual(words(free));
    expect(sent(held, from, parseWhen("2020-12-16"))).toEqual([]);
    // The headteacher is told on the day of the second level, and not that anybody was written to before.
    const toHead = (one: Past) =>
      ahead(one, from, parseWhen("2021-01-05"))
        .filter(({ to }) => to.reader.role === "headteacher")
        .map(({ at, letter }) => [localDate(at), renderText(letter).includes("we wrote to")]);
    expect([toHead(past), toHead(held)]).toEqual([[["2021-01-04", true]], [["2021-01-04", false]]]);
  });
});
