import { deployment } from "./deployment";
import { domain } from "./domain";
import { fargate } from "./fargate";
import { fargateTask } from "./fargate-task";
import { listeners } from "./listeners";
import { loadBalancer } from "./load-balancer";
import { network } from "./network";
import { pipeline } from "./pipeline";
import { protection } from "./security";
import { routes } from "./routes";
import { scaling } from "./scaling";
import { securityGroup } from "./security-group";
import { stack } from "./foundation";
import { state } from "./state";
import { watching } from "./monitoring";

/**
 * Every code there is, with its text. FY0 stack, FY1 network, FY2 security group, FY3 load balancer, FY4 Fargate, FY6
 * domain, FY7 watching, FY8 protection, FY9 state and pipelines; FY5 are the traffic rules.
 */
export const codes = {
  ...stack,
  ...network,
  ...securityGroup,
  ...loadBalancer,
  ...routes,
  ...listeners,
  ...fargate,
  ...fargateTask,
  ...scaling,
  ...deployment,
  ...watching,
  ...protection,
  ...state,
  ...pipeline,
  ...domain,
};

export type Code = keyof typeof codes;
