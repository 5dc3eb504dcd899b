// What does not fit in a field of a command, where the rules say so. (What is of the wrong shape is said where it is
// read: journey/wire.ts.)

import type { Say } from "../say.ts";
import type { Sentence } from "./reason.ts";

interface Within {
  from: string;
  last: string;
}

/** What an address should look like, and what is wrong with the one that was sent. */
const address = (wrong: string) => (): string => `email is an address such as name@school.example: ${wrong}`;

export const FAULTS = {
  "address-one-at": address("it has one @, with something before and after it."),
  "address-apostrophe": address(
    "its apostrophe is a curly one, and no mail server takes that; type a straight one (').",
  ),
  "address-before": address(
    "before the @ stand letters a to z, digits and . ! # $ % & ' * + / = ? ^ _ ` { | } ~ - alone.",
  ),
  "address-dots": address("before the @ no dot comes first, last, or right after another."),
  "address-long": address("it is too long; 64 characters before the @ and 254 in all are the most."),
  "address-no-dot": address("after the @ comes a whole domain, with a dot in it."),
  "address-domain-dots": address("after the @ no dot comes first, last, or right after another."),
  "address-domain": address("after the @ stand letters, digits, dots, and hyphens within words alone."),
  "address-ending": address("after the last dot come two letters at least."),
  "address-missing": () => "email of the contact is missing.",
  telephone: () => "telephone is a number to call, such as 01632 960 001.",
  "name-text": () => "A name is text.",
  "name-missing": () => "firstName and lastName are missing: one of them is enough.",
  "name-unseen": () => "There is nothing to see in this name: leave it out, and it stays as it is.",
  "nothing-to-correct": () =>
    "Enter what is otherwise: a first name, a last name, an e-mail address or a telephone number.",
  "name-long": () => "A name has 254 characters at most.",
  "contact-missing": () => "first name, last name and e-mail address",
  "before-the-year": ({ first }: { first: string }, say: Say) =>
    `A record of this stage-year is of ${say.day(first)} or later.`,
  "before-the-group": ({ first }: { first: string }, say: Say) =>
    `A session of this Work Group is of ${say.day(first)} or later.`,
  "part-of-a-grant": ({ amountPence }: { amountPence: number }, say: Say) =>
    `Say how much: more than nothing, and at most ${say.money(amountPence)}.`,
  "more-than-asked-back": ({ amountPence }: { amountPence: number }, say: Say) =>
    `${say.money(amountPence)} were asked back: more cannot have come of it.`,
  "respond-by": ({ last }: { last: string }, say: Say) =>
    `The last day to answer lies between today and the end of the academic year, ${say.day(last)}.`,
  "due-in-the-year": ({ last }: { last: string }, say: Say) =>
    `The new date lies between today and ${say.day(last)}, within the stage-year.`,
  "on-in-the-year": ({ last }: { last: string }, say: Say) =>
    `The date lies between today and ${say.day(last)}, within the stage-year.`,
  "on-in-the-group-year": ({ from, last }: Within, say: Say) =>
    `The date lies between ${say.day(from)} and ${say.day(last)}, within the academic year.`,
  "day-to-decide-past": () => "The day by which it is to be decided has passed already.",
  "until-when": (_given: unknown, say: Say) => say.either("Say until when: dueOn.", "Say until when."),
  "present-and-absent": () => "Nobody is both present and absent.",
  "absence-code": ({ codes }: { codes: readonly string[] }) =>
    `Why somebody was not there is one of ${codes.join(", ")}: nothing of anybody’s health is kept.`,
  "visit-did": ({ codes }: { codes: readonly string[] }) => `What a visit does is some of ${codes.join(", ")}.`,
  "late-present": () => "Who came late was there: name them in present too.",
  "pause-past": () => "The last day of the pause has passed already.",
  "urn-already": () => "The journey goes under that URN already.",
  payments: ({ most }: { most: number }) => `Name 1 to ${most} payments at a time.`,
  "statement-unknown": ({ codes }: { codes: readonly string[] }) => `The page’s statements are ${codes.join(", ")}.`,
  "partner-itself": () => "Your own school is part of its application already: name another school.",
  "partner-twice": () => "This school is named already.",
  "partner-how": () => "Say how the two schools know each other.",
  partners: ({ most }: { most: number }) => `Name up to ${most} schools.`,
  "two-schools": () => "Name two schools at least, each once; a single one is offered its place by offer-place.",
  places: ({ least, most }: { least: number; most: number }) =>
    `A Work Group of this programme holds ${least === most ? `exactly ${most}` : `${least} to ${most}`} schools.`,
  "group-to-join": (_given: unknown, say: Say) =>
    say.either(
      "Say which Work Group its schools are to join: workGroup.",
      "Say which Work Group its schools are to join.",
    ),
  "year-end-question": ({ questions }: { questions: readonly string[] }) =>
    `The programme asks: ${questions.join(", ") || "nothing"}.`,
  "answered-twice": () => "That question is answered twice.",
  "quote-missing": () => "Write what may be passed on: quote.",
  "letter-subject": () => "Say in a few words what the letter is about: subject.",
  "hold-past": () => "A letter is held to a day that is still to come, or until the hold is lifted.",
  "letter-text": () => "Write the letter: text.",
  "letter-to": ({ roles }: { roles: readonly string[] }) => `Say to whom it goes: some of ${roles.join(", ")}.`,
  "also-with": () =>
    "A Work Group holds programmes of one year together: Embedding with Sustaining of one phase, or, where all its " +
    "schools are special schools, any.",
  "time-begins": () => "Say when it begins too: startsAt.",
  "time-ends": ({ startsAt }: { startsAt: string }) => `It ends after it begins, which is at ${startsAt}.`,
  "nothing-moved": () => "Say what is otherwise: the day, the times, the place or the link.",
  "session-code": () => "A session is session-1, session-2 and so on.",
  sessions: ({ number }: { number: number }) => `The programme has the sessions session-1 to session-${number}.`,
  "of-the-year": ({ academicYear }: { academicYear: string }) =>
    `The date lies within the academic year ${academicYear}.`,
  "each-school": () => "Say of each school who was there; of one from which nobody came, present is an empty list.",
  "not-in-the-group": () => "That school is not in this Work Group.",
  "named-twice": () => "That school is named twice.",
  "after-the-year": ({ last }: { last: string }, say: Say) =>
    `A session would come after ${say.day(last)}, the end of the academic year.`,
  "no-application": () => "This hub has no application of a school with that journey.",
  "not-in-the-turn": () => "That school is not in this turn.",
  // `because`: what the turn says of it; null of a school that is not in it.
  "not-invited": ({ because }: { because: string | null }) =>
    `That school cannot be invited: ${because ?? "it is not in this turn."}`,
  "no-such-group": () => "No group of this id is proposed: to form one more, name its prospectus.",
  "group-id": () => "An id is small letters, numbers and hyphens.",
  "led-already": () => "That group is formed already: give it another lead with change-lead.",
  "goes-elsewhere": () => "That school does not go on to this programme in this turn, or is named twice.",
} satisfies Readonly<Record<string, Sentence>>;
