import { deployment } from "./deployment";
import { fargate } from "./fargate";
import { loadBalancer } from "./load-balancer";
import { network } from "./network";
import { scaling } from "./scaling";
import { securityGroup } from "./security-group";
import { stack } from "./stack";
import { watching } from "./watching";

/** Every code there is, with its text. FY0 stack, FY1 network, FY2 security group, FY3 load balancer, FY4 Fargate, FY7 watching. */
export const codes = {
  ...stack,
  ...network,
  ...securityGroup,
  ...loadBalancer,
  ...fargate,
  ...scaling,
  ...deployment,
  ...watching,
};

export type Code = keyof typeof codes;
