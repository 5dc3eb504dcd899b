import { Named, Only, Text, Texts } from "../../../libs/service/shape/field.ts";

@Named("HubSignature")
export class SignatureAnswer {
  @Text({ says: "Empty where the hub does not sign", example: "Hella Example" }) name: string;
  @Text({ example: "01632 960 001" }) telephone: string;
  @Text({ example: "We answer within two days." }) paragraph: string;
  @Text({
    orNull: true,
    says: "An opaque id, by which it is erased",
    example: "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70",
  })
  person: string | null;
  @Texts({
    says: "As letters have it, line by line",
    example: ["Hella Example, Great North Maths Hub", "Telephone: 01632 960 001", "We answer within two days."],
  })
  lines: string[];
  @Only(true, { optional: true, says: "Nothing was kept" }) preview?: true;
}
