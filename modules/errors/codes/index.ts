import { fargate } from "./fargate";
import { loadBalancer } from "./load-balancer";
import { network } from "./network";
import { protection } from "./protection";
import { securityGroup } from "./security-group";
import { stack } from "./stack";

/** Every code there is, with its text. FY0 stack, FY1 network, FY2 security group, FY3 load balancer, FY4 Fargate, FY8 protection. */
export const codes = { ...stack, ...network, ...securityGroup, ...loadBalancer, ...fargate, ...protection };

export type Code = keyof typeof codes;
