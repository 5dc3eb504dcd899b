import { expect, it } from "@jest/globals";
import { without } from "./redaction.ts";

it.each([
  ["Ada Example left; ADA  EXAMPLE's class waits.", "Ada Example", "[redacted] left; [redacted]'s class waits."],
  ["Ann taught the annual lesson with Anne", "ann", "[redacted] taught the annual lesson with Anne"],
  ["Zoe\u0301 was there", "Zoé", "[redacted] was there"],
  ["Zoe\u0301 was there", "Zoe", "Zoé was there"],
  ["(A. B.) and A+B", "A. B.", "([redacted]) and A+B"],
  ["Mr O'Neill$1", "o'neill", "Mr [redacted]$1"],
  ["Nothing", "Ada", "Nothing"],
])("of %j without %j stays %j", (text, words, left) => expect(without(text, words)).toBe(left));
