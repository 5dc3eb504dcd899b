// That what we give to components is what they take: each type in options.ts, against the component's own list.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, type TsInterfaceDeclaration, type TsType } from "@swc/core";
import { expect, it } from "@jest/globals";
import { PACKAGES } from "./assets.ts";

interface Option {
  name: string;
  type: string;
  required: boolean;
  params?: Option[];
}

const source = readFileSync(new URL("./options.ts", import.meta.url), "utf8");
const declared = new Map(
  parseSync(source, { syntax: "typescript" }).body.flatMap((item): [string, TsInterfaceDeclaration][] => {
    const one = item.type === "ExportDeclaration" ? item.declaration : item;
    return one.type === "TsInterfaceDeclaration" ? [[one.id.value, one]] : [];
  }),
);

interface Member {
  type: string;
  optional: boolean;
}

/** Every member of a type, its own and those that it has from others. */
function membersOf(name: string): Map<string, Member> {
  const one = declared.get(name);
  if (one === undefined) throw new Error(`options.ts has no type ${name}.`);
  const inherited = one.extends.flatMap(({ expression }) =>
    expression.type === "Identifier" ? [...membersOf(expression.value)] : [],
  );
  const own = one.body.body.flatMap((member): [string, Member][] =>
    member.type === "TsPropertySignature" && member.key.type === "Identifier"
      ? [[member.key.value, { type: typeNamed(member.typeAnnotation?.typeAnnotation), optional: member.optional }]]
      : [],
  );
  return new Map([...inherited, ...own]);
}

function typeNamed(type: TsType | undefined): string {
  if (type?.type === "TsKeywordType") return type.kind;
  return type?.type === "TsTypeOperator" || type?.type === "TsArrayType" ? "array" : "object";
}

const COMPONENTS = [...declared.keys()]
  .filter((name) => name.endsWith("Options"))
  .map(
    (name) =>
      [
        name,
        name
          .slice(0, -"Options".length)
          .split(/(?=[A-Z])/u)
          .join("-")
          .toLowerCase(),
      ] as const,
  );

it.each(COMPONENTS)(
  "%s has only what %s takes, of the type that it takes, and all that it wants",
  (name, component) => {
    const file = join(PACKAGES, "govuk-frontend/dist/govuk/components", component, "macro-options.json");
    const options = JSON.parse(readFileSync(file, "utf8")) as Option[];
    const members = membersOf(name);
    for (const [member, { type }] of members)
      expect({ member, type: options.find((one) => one.name === member)?.type }).toEqual({ member, type });
    // Text or HTML, so many words or letters: the list says that each is wanted, and means one of the two.
    const oneOf = /text$|html$|^max/iu;
    const wanted = options.filter((one) => one.required && !oneOf.test(one.name)).map((one) => one.name);
    expect(wanted.filter((one) => members.get(one)?.optional ?? true)).toEqual([]);
  },
);
