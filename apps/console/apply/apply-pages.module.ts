import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { ApplicationController } from "./application.controller.ts";
import { ApplicationForms } from "./application-form.ts";
import { ApplyController } from "./apply.controller.ts";
import { InterestController } from "./interest.controller.ts";
import { MayApplyController } from "./may-apply.controller.ts";
import { PartnersController } from "./partners.controller.ts";

// The pages with a name of their own go before those that are named by a part of the form.
@Module({
  imports: [DeskModule],
  controllers: [ApplyController, MayApplyController, PartnersController, InterestController, ApplicationController],
  providers: [ApplicationForms],
})
export class ApplyPagesModule {}
