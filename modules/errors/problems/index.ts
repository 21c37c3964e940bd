import { deployment, deploymentLimits } from "./deployment";
import { domain } from "./domain";
import { fargateTask, fargateTaskLimits } from "./fargate-task";
import { fargate, fargateLimits } from "./fargate";
import { foundation } from "./foundation";
import { listeners, listenersLimits } from "./listeners";
import { loadBalancer, loadBalancerLimits } from "./load-balancer";
import { monitoring, monitoringLimits } from "./monitoring";
import { network } from "./network";
import { pipeline } from "./pipeline";
import { routes, routesLimits } from "./routes";
import { scaling, scalingLimits } from "./scaling";
import { securityGroup, securityGroupLimits } from "./security-group";
import { security, securityLimits } from "./security";
import { state, stateLimits } from "./state";

/**
 * Every problem that is found before anything is written, by its name. Codes by their first digit: FY0 stack, FY1 network,
 * FY2 security group, FY3 load balancer, FY4 Fargate, FY6 domain, FY7 monitoring, FY8 security, FY9 state and pipelines; FY5
 * are the traffic rules.
 */
export const problems = {
  ...deployment,
  ...domain,
  ...fargateTask,
  ...fargate,
  ...foundation,
  ...listeners,
  ...loadBalancer,
  ...monitoring,
  ...network,
  ...pipeline,
  ...routes,
  ...scaling,
  ...securityGroup,
  ...security,
  ...state,
};

/** Every range of a number, by the name of what is limited. */
export const limits = {
  ...deploymentLimits,
  ...fargateTaskLimits,
  ...fargateLimits,
  ...listenersLimits,
  ...loadBalancerLimits,
  ...monitoringLimits,
  ...routesLimits,
  ...scalingLimits,
  ...securityGroupLimits,
  ...securityLimits,
  ...stateLimits,
};

export type { Limit, LimitWithDefault, ProblemKind } from "./tables";

type Row = (typeof problems)[keyof typeof problems] | (typeof limits)[keyof typeof limits];
export type Code = Row["code"];

/** The texts of each code. */
export const codes = Object.fromEntries(
  [...Object.values(problems), ...Object.values(limits)].map((row) => [row.code, row]),
) as unknown as Readonly<Record<Code, Row>>;
