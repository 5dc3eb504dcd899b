// How a sentence is said to those who read it: the rules hand on dates, pence and codes; their reader has a way to see
// them.

/** A reader's way: of dates (`2020-10-14`), of pence, and where a program is told something else than a person. */
export interface Say {
  day(date: string): string;
  money(pence: number): string;
  /** A Work Group, by its id. */
  workGroup(id: string): string;
  either(toProgram: string, toPerson: string): string;
}

/** To a program, and to whoever reads what it was answered: dates and pence as they are, fields by their names. */
export const TO_PROGRAM: Say = {
  day: (date) => date,
  money: (pence) => `${pence} pence`,
  workGroup: (id) => id,
  either: (toProgram) => toProgram,
};
