import { dependable, TerraformOutput, TerraformVariable, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import {
  AwsStack,
  Cluster,
  FargateService,
  LoadBalancer,
  Network,
  secretsManagerSecret,
  ssmParameter,
  TargetGroup,
} from "../../modules";
import type { Variation } from "../engine/decisions";
import { listen } from "./listeners";
import { SAMPLE } from "./samples";

/** A web application of one service, in the shape that some inputs ask for, and with variables for all others. */
export class ApplicationTemplate extends AwsStack {
  public constructor(scope: Construct, at: Variation, { networkOnly = false } = {}) {
    super(scope, SAMPLE.name, { region: SAMPLE.region, tags: {} });
    const network = this.addNetwork(at);
    if (networkOnly) return;
    const targets = this.addTargets(network, at);
    const door = this.addDoor(network, at);
    const url = listen(this, door, targets, at);
    this.tell({ url });
    this.tell({ target_group_arn: targets.arn }, targets.forwarders);
    this.addService(network, targets, at);
  }

  /** A Terraform variable as text; its type and rules are those of the module's input. */
  public text(name: string): string {
    return this.variable(name).stringValue;
  }

  public number(name: string): number {
    return this.variable(name).numberValue;
  }

  /** Outputs, for whom some resources have to stand first. */
  public tell(values: Readonly<Record<string, unknown>>, after: readonly ITerraformDependable[] = []): void {
    for (const [name, value] of Object.entries(values)) {
      const output = new TerraformOutput(this, name, { value });
      if (after.length > 0) output.addOverride("depends_on", after.map(dependable));
    }
  }

  private addNetwork({ nat }: Variation): Network {
    const network = new Network(this, "Network", {
      zones: SAMPLE.zones,
      cidrBlock: this.text("cidr_block"),
      nat: nat as "single",
    });
    const { vpcId, publicSubnetIds, privateSubnetIds } = network;
    this.tell({ vpc_id: vpcId });
    this.tell({ public_subnet_ids: publicSubnetIds }, network.internetReady);
    this.tell({ private_subnet_ids: privateSubnetIds }, network.egressReady);
    return network;
  }

  private addTargets(network: Network, { named }: Variation): TargetGroup {
    return new TargetGroup(this, "Targets", {
      network,
      port: this.number("port"),
      ...(named === "yes" && { name: this.text("target_group_name") }),
      deregistrationDelaySec: this.number("deregistration_delay"),
      healthCheck: {
        path: this.text("health_check_path"),
        matcher: this.text("health_check_matcher"),
        intervalSec: this.number("health_check_interval"),
        timeoutSec: this.number("health_check_timeout"),
        healthyThreshold: this.number("health_check_healthy_threshold"),
        unhealthyThreshold: this.number("health_check_unhealthy_threshold"),
      },
    });
  }

  private addDoor(network: Network, { scheme }: Variation): LoadBalancer {
    const door = new LoadBalancer(this, "LoadBalancer", {
      network,
      name: this.text("load_balancer_name"),
      scheme: scheme as "internal",
      securityGroupName: this.text("load_balancer_security_group_name"),
      idleTimeoutSec: this.number("idle_timeout"),
    });
    this.tell({
      load_balancer_arn: door.arn,
      load_balancer_dns_name: door.dnsName,
      load_balancer_zone_id: door.hostedZoneId,
      load_balancer_security_group_id: door.securityGroup.groupId,
    });
    return door;
  }

  private addService(network: Network, targetGroup: TargetGroup, { scaled }: Variation): void {
    const cluster = new Cluster(this, "Cluster", { network });
    const service = new FargateService(this, SAMPLE.service, {
      cluster,
      targetGroup,
      securityGroupName: this.text("service_security_group_name"),
      desiredCount: this.number("desired_count"),
      healthCheckGraceSec: this.number("health_check_grace_period"),
      logRetentionDays: this.number("log_retention_days"),
      task: { architecture: this.text("cpu_architecture") as "X86_64" },
      container: {
        image: this.text("image"),
        command: [SAMPLE.command],
        user: this.text("user"),
        environment: { [SAMPLE.variable]: SAMPLE.value },
        secrets: {
          [SAMPLE.secret]: secretsManagerSecret(SAMPLE.secretArn),
          [SAMPLE.parameter]: ssmParameter(SAMPLE.parameterArn),
        },
      },
      ...(scaled === "yes" && {
        scaling: {
          minimum: this.number("scaling_minimum"),
          maximum: this.number("scaling_maximum"),
          cpuPercent: this.number("scaling_cpu_percent"),
          requestsPerTarget: this.number("scaling_requests_per_target"),
        },
      }),
    });
    this.tell({ cluster_arn: cluster.arn }, cluster.ready);
    this.tell({
      service_name: service.serviceName,
      service_security_group_id: service.securityGroup.groupId,
    });
  }

  private variable(name: string): TerraformVariable {
    const known = this.node.tryFindChild(name);
    return known instanceof TerraformVariable ? known : new TerraformVariable(this, name, {});
  }
}
