// What made-up people, places and schools are called. Nobody here is anybody.

const FIRST_NAMES = [
  ..."Aisha Alice Amelia Anita Beth Bridget Caroline Catherine Charlotte Chloe Claire Deborah Eleanor Emma".split(" "),
  ..."Fatima Fiona Gemma Grace Hannah Harriet Helen Ifeoma Imogen Jasmine Jo Karen Kate Laura Leanne Lucy".split(" "),
  ..."Maryam Megan Naomi Natasha Nicola Olivia Priya Rachel Rebecca Ruth Samantha Sarah Shabnam Sophie".split(" "),
  ..."Tamsin Victoria Yasmin Zoe Adam Alex Andrew Ben Callum Chris Daniel David Ed Faisal Gareth Harry".split(" "),
  ..."Imran Jack James Joseph Kwame Liam Luke Mark Matthew Michael Nathan Oliver Patrick Paul Peter Rajesh".split(" "),
  ..."Robert Sam Simon Stephen Tariq Thomas Tom Will".split(" "),
];
const LAST_NAMES = [
  ..."Abbott Adeyemi Ahmed Akhtar Armstrong Ashworth Bailey Barker Begum Bell Bennett Bradshaw Brennan Carr".split(" "),
  ..."Chapman Charlton Chowdhury Clarke Cole Cooper Cowell Dawson Dixon Dodds Elliott Evans Farrell Fenwick".split(" "),
  ..."Fletcher Forster Foster Gallagher Gibson Gill Graham Hall Harrison Hedley Henderson Hewitt Holt Hussain".split(
    " ",
  ),
  ..."Iqbal Jackson Johnson Kaur Kelly Khan Lambert Lawson Maddison Mason Mensah Milburn Mistry Moore".split(" "),
  ..."Nixon Nolan Okafor Oliver Patel Pearson Pickering Potts Price Rahman Reed Ridley Robson Rutherford".split(" "),
  ..."Saunders Sharma Shaw Singh Stobart Stokes Swift Taylor Telford Thirlwell Turnbull Underwood Walker".split(" "),
  ..."Ward Waters Watson Webb Whitfield Wilkes Winter Wood Wright Young".split(" "),
];

/** Two parts of what a made-up place is called. */
const PLACES_BEFORE = [
  ..."Alder Amber Ash Barley Birch Black Bracken Bramble Brook Cherry Clover Cross Dale Elm Fair Fern Field".split(" "),
  ..."Fox Frost Green Hazel Heather Holly Ivy Kestrel Lark Lime Linden Long Maple Marl Meadow Mill Moss Oak".split(" "),
  ..."Orchard Otter Raven Reed River Rook Rose Rowan Rush Sand Sorrel Spring Stone Thorn Wheat Willow Yew".split(" "),
];
const PLACES_AFTER =
  "bank beck bridge croft dene field ford gate hill hurst ley mere moor side stead thorpe well".split(" ");
const PRIMARY = ["Primary School", "Primary School", "Community Primary School", "Primary Academy", "Junior School"];
const CHURCH = ["Church of England Primary School", "Catholic Primary School"];
const SECONDARY = ["High School", "Academy", "Community School", "School", "Grammar School"];
const SAINTS = "Aelred Alban Bede Chad Cuthbert Edith Hild Martin Oswin Wilfrid".split(" ");

/** Draws a number from 0 up to 1. */
export type Chance = () => number;

/** A person, at an address that no mail server has (RFC 2606). */
export interface MadeUp {
  firstName: string;
  lastName: string;
  email: string;
}

/** One of them. */
export function drawn<T>(chance: Chance, all: readonly [T, ...T[]]): T {
  return all[Math.floor(chance() * all.length)] ?? all[0];
}

/** Somebody at a school or a hub whose addresses end in `domain`. */
export function personAt(chance: Chance, domain: string): MadeUp {
  const firstName = drawn(chance, FIRST_NAMES as [string, ...string[]]);
  const lastName = drawn(chance, LAST_NAMES as [string, ...string[]]);
  return { firstName, lastName, email: `${firstName}.${lastName}@${domain}`.toLowerCase() };
}

/** A place, and a school in it: never the same twice, where `taken` is kept. */
export function schoolName(
  chance: Chance,
  kind: "primary" | "secondary" | "special",
  taken: Set<string>,
): { town: string; name: string } {
  for (;;) {
    const town = drawn(chance, PLACES_BEFORE as [string, ...string[]]) + drawn(chance, PLACES_AFTER as [string]);
    if (taken.has(town)) continue;
    taken.add(town);
    if (kind === "special") return { town, name: `${town} Special School` };
    if (kind === "secondary") return { town, name: `${town} ${drawn(chance, SECONDARY as [string, ...string[]])}` };
    if (chance() < 0.25) {
      const saint = drawn(chance, SAINTS as [string, ...string[]]);
      return { town, name: `St ${saint}'s ${drawn(chance, CHURCH as [string, ...string[]])}, ${town}` };
    }
    return { town, name: `${town} ${drawn(chance, PRIMARY as [string, ...string[]])}` };
  }
}

/** A name as part of an address of the internet. */
export function asDomain(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll("'", "")
    .replaceAll(/[^a-z0-9]+/gu, "-");
  return `${words}.example`;
}
