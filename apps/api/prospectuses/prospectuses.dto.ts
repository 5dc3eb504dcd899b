// What is answered of programmes.

import { Anything, Day, Further, ListOf, Named } from "../../../libs/service/shape/field.ts";
import { Nothing, One, Only, Pence, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { PHASES, STAGES } from "../../../libs/prospectus/prospectus.ts";

const ID = "2020-21/primary-readiness";

class GrantAnswer {
  @Pence({ example: 100_000 }) amount: number;
  @Only("GBP") currency: "GBP";
}

class NamedProgramme {
  @Text({ example: ID }) id: string;
  @Text({ example: "2020/21" }) academicYear: string;
  @Word(PHASES, { example: "primary" }) phase: string;
  @Word(STAGES, { example: "readiness" }) stage: string;
  @Text({ example: "Mastery Readiness" }) title: string;
}

@Named("ProspectusLine")
class LineAnswer extends NamedProgramme {
  @Text({ says: "The hub whose page it is, or `any`", example: "any" }) hub: string;
  @Anything({ example: { page: "004_efe6209787d21d48.txt" } }) basis: object;
  @Day({ example: "2020-01-01" }) opensOn: string;
  @Day({ example: "2020-08-31" }) closesOn: string;
  @One(GrantAnswer, { orNull: true, example: null }) grant: GrantAnswer | null;
}

@Named("ProspectusPage")
export class ProspectusPageAnswer {
  @ListOf(LineAnswer) items: LineAnswer[];
  @Nothing() next: null;
}

@Named("Prospectus")
@Further(
  'Further fields are figures: {value, source: "seed", page, at: {under, sentence, finds}, says} (`at`: the place in ' +
    'the page; `says`: in our words) or {value, source: "assumption", because?}. Amounts in pence.',
)
export class ProspectusAnswer extends NamedProgramme {
  @Whole({ example: 1 }) revision: number;
}
