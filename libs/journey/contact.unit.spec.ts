import { describe, expect, it } from "@jest/globals";
import { addressAsSeen, asCompared, EMAIL_ADDRESS, faultOfAddress, nameAsSeen, readContact } from "./contact.ts";

describe("an address", () => {
  it.each([
    ["head@school", "address-no-dot"],
    ["grace@localhost", "address-no-dot"],
    ["grace@example.org.", "address-domain-dots"],
    ["grace@example..org", "address-domain-dots"],
    ["grace@.example.org", "address-domain-dots"],
    ["a..b@example.org", "address-dots"],
    [".grace@example.org", "address-dots"],
    ["grace.@example.org", "address-dots"],
    ["böb@example.com", "address-before"],
    ["o’brien@example.org", "address-apostrophe"],
    ["o’brïen@example.org", "address-before"],
    ["😀@example.org", "address-before"],
    ["grace hopper@example.org", "address-before"],
    ['"grace"@example.org', "address-before"],
    ["grace;ada@example.org", "address-before"],
    ["grace@-example.org", "address-domain"],
    ["grace@example-.org", "address-domain"],
    ["grace@exa---mple.org", "address-domain"],
    ["grace@exa_mple.org", "address-domain"],
    ["grace@example.org/", "address-domain"],
    ["grace@example.org?", "address-domain"],
    ["grace@exa mple.org", "address-domain"],
    [`grace@${"x".repeat(64)}.org`, "address-domain"],
    ["grace@example.c", "address-ending"],
    ["grace@192.168.0.1", "address-ending"],
    ["grace@example.org1", "address-ending"],
    [`${"x".repeat(65)}@example.org`, "address-long"],
    [`x@${"example.".repeat(32)}org`, "address-long"],
    ["grace", "address-one-at"],
    ["grace@example.org@example.org", "address-one-at"],
    ["@example.org", "address-one-at"],
    ["grace@", "address-one-at"],
  ])("that no letter reaches is turned away with what is wrong: %j", (address, why) => {
    expect(faultOfAddress(address)).toBe(why);
  });

  it.each([
    "o'brien@example.org",
    "Grace.Hopper+maths@Example.ORG",
    "grace&co@example.org",
    "ada@school.sch.uk",
    "ada@my-school.example",
    "ada@xn--bcher-kva.example",
    "ada@bücher.example",
    "ada@1st-school.example",
    "ada@example.xn--p1ai",
    `${"x".repeat(64)}@example.org`,
  ])("that Notify and SMTP take is taken: %s", (address) => {
    expect([faultOfAddress(address), EMAIL_ADDRESS.test(address)]).toEqual([null, true]);
  });

  it("loses what nobody sees", () => {
    for (const typed of [
      "grace\u200b@example.org",
      "grace@example.org\u200b",
      "\u202agrace@example.org\u202c",
      " grace@\u00a0example.org\ufeff",
    ])
      expect(addressAsSeen(typed)).toBe("grace@example.org");
  });
});

describe("a name", () => {
  it.each(["", " ", "\u200b", "\u00a0\u2007", "\u202e\u2066", "\u3164", "\u2800", "\u00ad", "\u034f\ufe0f", "\u0301"])(
    "of nothing visible is none: %j",
    (typed) => expect(nameAsSeen(typed)).toBe(""),
  );

  it("is kept as it is seen", () => {
    expect(nameAsSeen("\u200b Zoe\u0301\u00a0")).toBe("Zoé");
    expect(nameAsSeen("Ana\u202e Maria")).toBe("Ana Maria");
    expect(nameAsSeen("می\u200cخواهم")).toBe("می\u200cخواهم");
  });

  it("is enough alone; none is none", () => {
    const pointers = (given: object) =>
      readContact({ email: "a@example.org", ...given }, "").faults.map(({ pointer }) => pointer);
    expect(readContact({ lastName: "Sukarno", email: "a@example.org" }, "")).toEqual({
      contact: { firstName: "", lastName: "Sukarno", email: "a@example.org" },
      faults: [],
    });
    expect(pointers({ firstName: "Cher", lastName: null })).toEqual([]);
    expect(pointers({ firstName: "\u200b", lastName: " " })).toEqual(["/firstName", "/lastName"]);
    expect(pointers({ firstName: 7, lastName: "x".repeat(255) })).toEqual(["/firstName", "/lastName"]);
    expect(pointers({ firstName: "Cher", email: undefined })).toEqual(["/email"]);
  });

  it("is the same in another case, and however its accents are written", () => {
    expect(asCompared("ZOE\u0301  Example ")).toBe(asCompared("zoé example"));
    expect(asCompared("Zoe Example")).not.toBe(asCompared("Zoé Example"));
  });
});

describe("a telephone number", () => {
  const read = (telephone: unknown) => readContact({ firstName: "Ada", email: "a@example.org", telephone }, "/contact");

  it.each(["01632 960 001", "+44 (0)1632 960001", "01632-960001 ext 12", " 01632\u00a0960001 "])(
    "is a number to call, as people write it: %j",
    (telephone) => {
      const { contact, faults } = read(telephone);
      expect([contact.telephone, faults]).toEqual([telephone.replace("\u00a0", " ").trim(), []]);
    },
  );

  it.each(["call the office", "12345", "------", 1632960001, `0${"1".repeat(40)}`])("is not: %j", (telephone) => {
    expect(read(telephone)).toMatchObject({ faults: [{ pointer: "/contact/telephone" }] });
  });

  it.each([undefined, null, "", "  "])("need not be given: %j", (telephone) => {
    expect(read(telephone)).toEqual({
      contact: { firstName: "Ada", lastName: "", email: "a@example.org" },
      faults: [],
    });
  });
});
