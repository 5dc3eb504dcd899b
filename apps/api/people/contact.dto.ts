import { EMAIL_ADDRESS } from "../../../libs/journey/wire.ts";
import { Named, Text } from "../../../libs/service/shape/field.ts";

const NAME = { shape: /\S/u, most: 254 };

/** A contact as it is sent, by itself or within a command: it is checked with the command (libs/journey/wire.ts). */
@Named("Contact")
export class ContactBody {
  @Text({ ...NAME, example: "Grace" }) firstName: string;
  @Text({ ...NAME, example: "Example" }) lastName: string;
  @Text({ shape: EMAIL_ADDRESS, most: 254, says: "One e-mail address", example: "grace@example.org" }) email: string;
}
