import { addDays, weekday, type LocalDate } from "./dates.ts";
import { remember } from "./memo.ts";

/** A day on which England's schools are shut by law or proclamation; `substitute` when it stands in for a weekend. */
export interface BankHoliday {
  date: LocalDate;
  name: string;
  substitute: boolean;
}

/**
 * Where the days come from: the list for England and Wales on GOV.UK, https://www.gov.uk/bank-holidays (years it has
 * published), and for every other year the rules behind that list: the Banking and Financial Dealings Act 1971
 * with the days added since by proclamation. The test holds 2019 to 2028 against a literal table.
 */

/** What a proclamation changed in one year. A day that has moved is named in `instead` by its ordinary date. */
interface OneOff {
  date: LocalDate;
  name: string;
  instead?: LocalDate;
}

const ONE_OFFS: readonly OneOff[] = [
  { date: "2020-05-08", name: "Early May bank holiday (VE day)", instead: "2020-05-04" },
  { date: "2022-06-02", name: "Spring bank holiday", instead: "2022-05-30" },
  { date: "2022-06-03", name: "Platinum Jubilee bank holiday" },
  { date: "2022-09-19", name: "Bank Holiday for the State Funeral of Queen Elizabeth II" },
  { date: "2023-05-08", name: "Bank holiday for the coronation of King Charles III" },
];

const holidays = new Map<number, readonly BankHoliday[]>();
const dates = new Map<number, ReadonlySet<LocalDate>>();

/** Easter Sunday of a year by the Gregorian reckoning (Meeus, Jones, Butcher). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  // Counted from 22 March, the earliest day on which Easter can fall.
  return addDays(`${yearText(year)}-03-22`, epact + toSunday - 7 * late);
}

/**
 * England's bank holidays in a calendar year, in order of date. One that falls on a weekend appears as its
 * substitute, the next weekday that is not itself a bank holiday, as on GOV.UK. Throws RangeError outside 0 to 9999.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  return remember(holidays, year, () => {
    const text = yearText(year);
    const movable = movableHolidays(year).filter(({ date }) => !ONE_OFFS.some(({ instead }) => instead === date));
    const extra = ONE_OFFS.filter(({ date }) => date.startsWith(text));
    const observed: BankHoliday[] = [...movable, ...extra].map(({ date, name }) => ({ date, name, substitute: false }));
    const fixed = [
      { date: `${text}-01-01`, name: "New Year's Day" },
      { date: `${text}-12-25`, name: "Christmas Day" },
      { date: `${text}-12-26`, name: "Boxing Day" },
    ];
    const onWeekend = fixed.filter(({ date }) => weekday(date) > 5);
    for (const day of fixed) if (weekday(day.date) <= 5) observed.push({ ...day, substitute: false });
    // After those that keep their day: when Christmas is a Sunday its substitute comes after Boxing Day, on the 27th.
    for (const { date, name } of onWeekend) {
      let on = addDays(date, 1);
      while (weekday(on) > 5 || observed.some((other) => other.date === on)) on = addDays(on, 1);
      observed.push({ date: on, name, substitute: true });
    }
    return observed.sort((a, b) => (a.date < b.date ? -1 : 1));
  });
}

/** Whether a day is a bank holiday in England (as observed: the substitute, not the weekend it stands in for). */
export function isBankHoliday(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4));
  return remember(dates, year, () => new Set(bankHolidays(year).map((holiday) => holiday.date))).has(date);
}

/** Those that follow Easter or a day of the week, before any proclamation. */
function movableHolidays(year: number): { date: LocalDate; name: string }[] {
  const easter = easterSunday(year);
  return [
    { date: addDays(easter, -2), name: "Good Friday" },
    { date: addDays(easter, 1), name: "Easter Monday" },
    { date: mondayFrom(`${yearText(year)}-05-01`), name: "Early May bank holiday" },
    { date: mondayFrom(`${yearText(year)}-05-25`), name: "Spring bank holiday" },
    { date: mondayFrom(`${yearText(year)}-08-25`), name: "Summer bank holiday" },
  ];
}

/** The first Monday on or after a day; from the 25th of a month of 31 days it is the month's last. */
function mondayFrom(date: LocalDate): LocalDate {
  return addDays(date, (8 - weekday(date)) % 7);
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}
