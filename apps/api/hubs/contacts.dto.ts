import { Type } from "class-transformer";
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from "class-validator";
import { EMAIL_ADDRESS } from "../../../libs/journey/wire.ts";
import { HUB_CONTACT_ROLES, type HubContactRole } from "../../../libs/people/hub-contacts.ts";

class HubContactBody {
  @IsIn(HUB_CONTACT_ROLES)
  role: HubContactRole;

  @IsOptional()
  @IsString()
  @MaxLength(254)
  firstName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(254)
  lastName?: string | null;

  @IsString()
  @MaxLength(254)
  @Matches(EMAIL_ADDRESS, { message: "email is an address such as name@hub.example." })
  email: string;
}

export class HubContactsBody {
  @IsArray()
  @ArrayMaxSize(HUB_CONTACT_ROLES.length)
  @ArrayUnique((one: HubContactBody) => Object(one).role, { message: "contacts names each role once." })
  @ValidateNested({ each: true })
  @Type(() => HubContactBody)
  contacts: HubContactBody[];
}
