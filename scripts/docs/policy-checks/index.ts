import { door } from "./door";
import { network } from "./network";
import type { PolicyCheck } from "./policy-check";
import { storage } from "./storage";
import { tasks } from "./tasks";

export type { PolicyCheck, Standing } from "./policy-check";

/** Every check of the scanners that applies to what our constructs make, by what it looks at. */
export const policyChecks: Readonly<Record<string, readonly PolicyCheck[]>> = {
  "Network and security groups": network,
  "Load balancer, certificates and web ACL": door,
  "Tasks, logs and roles": tasks,
  "Buckets, keys, topics, file systems, images and state": storage,
};
