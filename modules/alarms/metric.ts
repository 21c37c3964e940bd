/** One series of numbers in CloudWatch. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html */
export interface Metric {
  /** Such as `AWS/ApplicationELB`. */
  readonly namespace: string;
  /** Such as `RequestCount`. */
  readonly metricName: string;
  /** Whose numbers they are, such as a load balancer's. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** What is made of the numbers of a minute: `Sum`, `Average`, `Minimum`, `Maximum`, `SampleCount` or `p90`. */
  readonly stat: string;
}

/** How a metric's numbers of a minute may be put together: the five statistics, percentiles from p0 to p100. */
export const STATISTIC = /^(Sum|Average|Minimum|Maximum|SampleCount|p(\d{1,2}(\.\d{1,10})?|100))$/;

/** Percentiles have an argument of their own in an alarm. */
export function isPercentile(stat: string): boolean {
  return stat.startsWith("p");
}

/** By what CloudWatch knows a target group behind its load balancer. */
export interface GroupDimensions {
  readonly LoadBalancer: string;
  readonly TargetGroup: string;
}

/** By what CloudWatch knows a service. */
export interface ServiceDimensions {
  readonly ClusterName: string;
  readonly ServiceName: string;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
export function balancing(metricName: string, stat: string, dimensions: Partial<GroupDimensions>): Metric {
  return { namespace: "AWS/ApplicationELB", metricName, stat, dimensions };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html */
export function utilization(of: "CPU" | "Memory", dimensions: ServiceDimensions): Metric {
  return {
    namespace: "AWS/ECS",
    metricName: `${of}Utilization`,
    stat: "Average",
    dimensions: { ...dimensions },
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html */
export function insight(metricName: string, dimensions: ServiceDimensions): Metric {
  return { namespace: "ECS/ContainerInsights", metricName, stat: "Average", dimensions: { ...dimensions } };
}
