import type {
  ClusterProps,
  Container,
  ExistingNetworkProps,
  FargateServiceProps,
  HttpsListenerProps,
  LoadBalancerAttributes,
  NetworkProps,
  RouteProps,
  State,
  TargetGroupProps,
  WebAclProps,
} from "../modules";

/** The name of a load balancer on the internet, which turns HTTPS on. */
export interface Domain {
  /** Such as `voice.example.com`, or the apex `example.com`. */
  readonly name: string;
  /**
   * Hosted zone of Route 53 that the name lies in; it stands already.
   * @default the name itself
   */
  readonly hostedZone?: string;
  /**
   * Makes the hosted zone.
   * @default false
   */
  readonly newHostedZone?: boolean;
  /**
   * A certificate that stands already, in the region of the load balancer.
   * @default one is made, and proven through the hosted zone
   */
  readonly certificateArn?: string;
  /**
   * Further names on the certificate, in the same zone.
   * @default none
   */
  readonly alternativeNames?: readonly string[];
  /** @default ELBSecurityPolicy-TLS13-1-2-Res-2021-06 */
  readonly tlsPolicy?: HttpsListenerProps["tlsPolicy"];
  /** @default no Strict-Transport-Security header */
  readonly hstsMaxAgeSec?: number;
}

/** Who gets requests that fit conditions; without an answer or a redirect it is the service behind the load balancer. */
export type Routes = Readonly<Record<string, RouteProps>>;

/** What can be said of a service whose names, port and image are the walkthrough's. */
export interface ServiceSettings extends Pick<
  FargateServiceProps,
  "scaling" | "deployment" | "capacity" | "task" | "exec" | "releases" | "sidecars" | "logRetentionDays"
> {
  /** What its container is told beside its image and port. */
  readonly container?: Partial<Omit<Container, "name" | "image" | "port">>;
}

/** Alarms on the load balancer and its services, a topic, and a dashboard. */
export interface Watching {
  /**
   * Who is written to.
   * @default nobody
   */
  readonly emails?: readonly string[];
}

/** The network in a stack of its own, with a state of its own. */
export interface Split {
  /**
   * Path in the SSM Parameter Store, such as `/voice-agent/network`, for readers that may not read the network's state.
   * @default none: outputs alone
   */
  readonly parameterPath?: string;
}

/** What a reference stack can be asked for beside its walkthrough (docs/production.md). Nothing is on that was not asked for. */
export interface Settings {
  /**
   * Region of every resource.
   * @default us-east-1
   */
  readonly region?: string;
  /**
   * Put before every exact name in AWS, those that settings tell included, so that a second stack can stand beside the
   * first in an account and region: `staging-`. Letters, digits and hyphens; at most 21 characters for the voice agent,
   * 13 for the learning app. A change replaces what has an exact name, the load balancer and the cluster among it.
   * @default none
   */
  readonly namePrefix?: string;
  readonly network?: Partial<NetworkProps>;
  /** A network that stands already, in place of one of the stack's own. */
  readonly existingNetwork?: ExistingNetworkProps;
  /**
   * Puts the network into a stack beside this one, `<id>-network`, which is deployed before and destroyed after
   * (docs/state.md). Both keep their states in the same way.
   * @default false: network and application in one stack
   */
  readonly split?: boolean | Split;
  /**
   * Where Terraform keeps the state; FRONTYARD_STATE goes over it. In the file an address, as that variable has it.
   * @default a local file
   */
  readonly state?: State;
  readonly cluster?: Omit<ClusterProps, "network">;
  readonly door?: LoadBalancerAttributes;
  readonly domain?: Domain;
  /** Routes of the listener, by their ids. */
  readonly routes?: Routes;
  /** Of the load balancer's target group, beside what the walkthrough says. */
  readonly targets?: Omit<TargetGroupProps, "network" | "name" | "port">;
  /** A web application firewall in front of the load balancer; `{}` is one with its defaults. */
  readonly firewall?: WebAclProps;
  /** Of the service behind the load balancer. */
  readonly service?: ServiceSettings;
  /** Of the service behind that one, where there is one. */
  readonly backend?: ServiceSettings;
  readonly watching?: Watching;
}
