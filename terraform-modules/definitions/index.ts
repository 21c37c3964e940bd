import { fargateService } from "./fargate-service";
import { frontDoor } from "./front-door";
import { network } from "./network";
import { webApplication } from "./web-application";

/** The modules that there are. */
export const definitions = [network, frontDoor, fargateService, webApplication];
