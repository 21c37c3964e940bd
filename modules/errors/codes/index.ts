import { fargate } from "./fargate";
import { fargateTask } from "./fargate-task";
import { loadBalancer } from "./load-balancer";
import { network } from "./network";
import { securityGroup } from "./security-group";
import { stack } from "./stack";

/** Every code there is, with its text. FY0 stack, FY1 network, FY2 security group, FY3 load balancer, FY4 Fargate. */
export const codes = { ...stack, ...network, ...securityGroup, ...loadBalancer, ...fargate, ...fargateTask };

export type Code = keyof typeof codes;
