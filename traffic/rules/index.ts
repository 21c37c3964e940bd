import { applyGreenOverDeadService } from "./apply-green-over-dead-service";
import { executionRoleFallsShort } from "./execution-role-falls-short";
import { fargateNetworkMode } from "./fargate-network-mode";
import { healthCheckNeverPasses } from "./health-check-never-passes";
import { httpForwardsBesideHttps } from "./http-forwards-beside-https";
import { httpsOnUnvalidatedCertificate } from "./https-on-unvalidated-certificate";
import { httpsWithoutCertificate } from "./https-without-certificate";
import { inlineAndSeparateRules } from "./inline-and-separate-rules";
import { internetReachesAdminPort } from "./internet-reaches-admin-port";
import { internetReachesEveryPort } from "./internet-reaches-every-port";
import { internetReachesMoreOverIpv6 } from "./internet-reaches-more-over-ipv6";
import { invalidFargateSize } from "./invalid-fargate-size";
import { listenerPortTwice } from "./listener-port-twice";
import { listenerWithoutTargets } from "./listener-without-targets";
import { loadBalancerHalfOpenOverIpv6 } from "./load-balancer-half-open-over-ipv6";
import { loadBalancerInOneZone } from "./load-balancer-in-one-zone";
import { loadBalancerMayNotReachTargets } from "./load-balancer-may-not-reach-targets";
import { loadBalancerShutsListener } from "./load-balancer-shuts-listener";
import { loadBalancerSubnetTooSmall } from "./load-balancer-subnet-too-small";
import { loadBalancerSubnetsShareZone } from "./load-balancer-subnets-share-zone";
import { loadBalancerWithoutInternet } from "./load-balancer-without-internet";
import { nameOfAnotherStack } from "./name-of-another-stack";
import { namedServiceOnOtherPort } from "./named-service-on-other-port";
import { namedServiceShut } from "./named-service-shut";
import { natAcrossZones } from "./nat-across-zones";
import { natInstanceDoesNotForward } from "./nat-instance-does-not-forward";
import { natWithoutInternet } from "./nat-without-internet";
import { networkAclShutsLoadBalancer } from "./network-acl-shuts-load-balancer";
import { outdatedTlsPolicy } from "./outdated-tls-policy";
import { privilegedContainer } from "./privileged-container";
import { registrationWithoutContainer } from "./registration-without-container";
import { registrationWithoutPort } from "./registration-without-port";
import { roleMayDoEverything } from "./role-may-do-everything";
import { rulePriorityOutOfRange } from "./rule-priority-out-of-range";
import { rulePriorityTwice } from "./rule-priority-twice";
import { ruleShadowed } from "./rule-shadowed";
import { secretInEnvironment } from "./secret-in-environment";
import { securityGroupInOtherVpc } from "./security-group-in-other-vpc";
import { serviceBeforeListener } from "./service-before-listener";
import { serviceBeforeNetwork } from "./service-before-network";
import { subnetTooSmallForTasks } from "./subnet-too-small-for-tasks";
import { targetGroupInOtherVpc } from "./target-group-in-other-vpc";
import { targetGroupIrreplaceable } from "./target-group-irreplaceable";
import { targetGroupPortDiffers } from "./target-group-port-differs";
import { targetGroupWithoutListener } from "./target-group-without-listener";
import { targetProtocolMismatch } from "./target-protocol-mismatch";
import { targetTypeNotIp } from "./target-type-not-ip";
import { targetsOpenWiderThanLoadBalancer } from "./targets-open-wider-than-load-balancer";
import { targetsShutHealthCheckOut } from "./targets-shut-health-check-out";
import { targetsShutTrafficOut } from "./targets-shut-traffic-out";
import { tasksMayNotCallOut } from "./tasks-may-not-call-out";
import { tasksMayNotMount } from "./tasks-may-not-mount";
import { tasksNamedOverIpv6 } from "./tasks-named-over-ipv6";
import { tasksWithPublicAddresses } from "./tasks-with-public-addresses";
import { tasksWithoutWayOut } from "./tasks-without-way-out";
import { tooManyGroups } from "./too-many-groups";
import { tooManyRules } from "./too-many-rules";
import { tooManySubnets } from "./too-many-subnets";
import { weakTlsCiphers } from "./weak-tls-ciphers";
import type { Rule } from "./rule";

export { SEVERITIES, type Fault, type Rule, type Severity } from "./rule";

/**
 * Every rule by its id, which is the name of its file, in the order of the codes: FY50 load balancers, FY51 and FY52
 * targets, FY53 tasks and their network, FY54 listeners, FY55 services, FY56 security groups
 * and what scanners of such files overlook, which FY57 goes on with; from FY576 what contradicts something else in the file;
 * from FY590 limits of AWS.
 */
export const rules = {
  "load-balancer-without-internet": loadBalancerWithoutInternet,
  "load-balancer-in-one-zone": loadBalancerInOneZone,
  "load-balancer-subnets-share-zone": loadBalancerSubnetsShareZone,
  "load-balancer-subnet-too-small": loadBalancerSubnetTooSmall,
  "load-balancer-shuts-listener": loadBalancerShutsListener,
  "load-balancer-may-not-reach-targets": loadBalancerMayNotReachTargets,
  "network-acl-shuts-load-balancer": networkAclShutsLoadBalancer,
  "load-balancer-half-open-over-ipv6": loadBalancerHalfOpenOverIpv6,
  "targets-shut-traffic-out": targetsShutTrafficOut,
  "targets-shut-health-check-out": targetsShutHealthCheckOut,
  "targets-open-wider-than-load-balancer": targetsOpenWiderThanLoadBalancer,
  "target-type-not-ip": targetTypeNotIp,
  "registration-without-container": registrationWithoutContainer,
  "registration-without-port": registrationWithoutPort,
  "target-group-port-differs": targetGroupPortDiffers,
  "target-protocol-mismatch": targetProtocolMismatch,
  "health-check-never-passes": healthCheckNeverPasses,
  "target-group-without-listener": targetGroupWithoutListener,
  "listener-without-targets": listenerWithoutTargets,
  "target-group-irreplaceable": targetGroupIrreplaceable,
  "target-group-in-other-vpc": targetGroupInOtherVpc,
  "tasks-named-over-ipv6": tasksNamedOverIpv6,
  "tasks-without-way-out": tasksWithoutWayOut,
  "tasks-may-not-call-out": tasksMayNotCallOut,
  "tasks-with-public-addresses": tasksWithPublicAddresses,
  "nat-without-internet": natWithoutInternet,
  "nat-across-zones": natAcrossZones,
  "invalid-fargate-size": invalidFargateSize,
  "subnet-too-small-for-tasks": subnetTooSmallForTasks,
  "fargate-network-mode": fargateNetworkMode,
  "tasks-may-not-mount": tasksMayNotMount,
  "nat-instance-does-not-forward": natInstanceDoesNotForward,
  "listener-port-twice": listenerPortTwice,
  "rule-priority-twice": rulePriorityTwice,
  "rule-priority-out-of-range": rulePriorityOutOfRange,
  "rule-shadowed": ruleShadowed,
  "https-without-certificate": httpsWithoutCertificate,
  "https-on-unvalidated-certificate": httpsOnUnvalidatedCertificate,
  "outdated-tls-policy": outdatedTlsPolicy,
  "http-forwards-beside-https": httpForwardsBesideHttps,
  "service-before-listener": serviceBeforeListener,
  "service-before-network": serviceBeforeNetwork,
  "apply-green-over-dead-service": applyGreenOverDeadService,
  "execution-role-falls-short": executionRoleFallsShort,
  "inline-and-separate-rules": inlineAndSeparateRules,
  "too-many-rules": tooManyRules,
  "too-many-groups": tooManyGroups,
  "internet-reaches-admin-port": internetReachesAdminPort,
  "internet-reaches-every-port": internetReachesEveryPort,
  "internet-reaches-more-over-ipv6": internetReachesMoreOverIpv6,
  "privileged-container": privilegedContainer,
  "secret-in-environment": secretInEnvironment,
  "weak-tls-ciphers": weakTlsCiphers,
  "role-may-do-everything": roleMayDoEverything,
  "security-group-in-other-vpc": securityGroupInOtherVpc,
  "named-service-shut": namedServiceShut,
  "named-service-on-other-port": namedServiceOnOtherPort,
  "name-of-another-stack": nameOfAnotherStack,
  "too-many-subnets": tooManySubnets,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;
