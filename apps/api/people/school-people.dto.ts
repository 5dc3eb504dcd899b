// The people of schools, as a hub has them.

import { PEOPLE_AFTER } from "../../../libs/service/people/school-people.ts";
import { Flag, ListOf, Named, Nothing, Text } from "../../../libs/service/shape/field.ts";
import { PageQuery } from "../journeys/page.dto.ts";

export class PeopleQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Of schools with these words in their name; or with this URN or postcode",
    shape: /\S/u,
    most: 100,
    else: "q is part of a school’s name, a URN or a postcode.",
    example: "St Mary's",
  })
  q?: string;

  @Text({
    optional: true,
    says: "In this role",
    shape: /^[a-z-]{1,40}$/u,
    else: "role is a code such as headteacher.",
    example: "headteacher",
  })
  role?: string;

  @Text({
    optional: true,
    says: "The `next` of the page before",
    shape: PEOPLE_AFTER,
    else: "after is the `next` of the page before.",
  })
  after?: string;
}

@Named("SchoolPerson")
class SchoolPersonAnswer {
  @Text({ says: "An opaque id", example: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b" }) person: string;
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ says: "The school’s name; empty where the register has none", example: "Example Primary School" })
  school: string;
  @Text({ example: "headteacher" }) role: string;
  @Text({ example: "Grace" }) firstName: string;
  @Text({ example: "Example" }) lastName: string;
  @Text({ example: "grace@example.org" }) email: string;
  @Text({ optional: true, says: "Where they gave one", example: "01632 960 001" }) telephone?: string;
  @Flag({ says: "What is sent to them does not arrive, and somebody stands in for them", example: false })
  lettersComeBack: boolean;
}

@Named("SchoolPeople")
export class SchoolPeopleAnswer {
  @ListOf(SchoolPersonAnswer) items: SchoolPersonAnswer[];
  @Nothing() next: null;
}

@Named("SchoolPeoplePage")
export class SchoolPeoplePageAnswer {
  @ListOf(SchoolPersonAnswer) items: SchoolPersonAnswer[];
  @Text({ orNull: true, says: "Goes back in as `after`", example: null }) next: string | null;
}
