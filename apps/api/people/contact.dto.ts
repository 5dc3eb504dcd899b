import { Email, Name, Telephone } from "../../../libs/service/shape/contact-fields.ts";
import { Named } from "../../../libs/service/shape/field.ts";

const NAME = { most: 254, optional: true as const };

/** A contact as it is sent, by itself or within a command: it is checked with the command (libs/journey/wire.ts). */
@Named("Contact")
export class ContactBody {
  @Name({ ...NAME, says: "One of the two names is enough", example: "Grace" }) firstName?: string | null;
  @Name({ ...NAME, example: "Example" }) lastName?: string | null;
  @Email({ says: "One e-mail address", example: "grace@example.org" }) email: string;
  @Telephone({ optional: true, says: "A number to call", example: "01632 960 001" }) telephone?: string | null;
}
