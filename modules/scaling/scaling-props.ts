/**
 * How many tasks of a service run, and what decides it. At least one of the targets or schedules is needed. Application
 * Auto Scaling and the alarms it makes for itself are free of charge.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html
 */
export interface Scaling {
  /** Tasks at the least, 0 to 5000. */
  readonly minimum: number;

  /** Tasks at the most, 0 to 5000: the ceiling of what the service can cost. */
  readonly maximum: number;

  /**
   * Share of the CPU, in percent of all tasks, 1 to 100, that tasks are added and taken away to hold.
   * @default CPU decides nothing
   */
  readonly cpuPercent?: number;

  /**
   * Share of the memory, in percent of all tasks, 1 to 100, that tasks are added and taken away to hold.
   * @default memory decides nothing
   */
  readonly memoryPercent?: number;

  /**
   * Requests a minute that each task behind the load balancer is to get; tasks are added and taken away to hold it.
   * @default requests decide nothing
   */
  readonly requestsPerTarget?: number;

  /**
   * Seconds after tasks were taken away in which no more are, 0 to 86400.
   * @default 300
   */
  readonly scaleInCooldownSec?: number;

  /**
   * Seconds after tasks were added in which no more are for the same reason, 0 to 86400.
   * @default 60
   */
  readonly scaleOutCooldownSec?: number;

  /**
   * Times at which minimum and maximum change, by a name that is unique in the service. From its first run on, it is
   * schedules that own the two: say both in each of a pair, such as Nights and Mornings.
   * @default none
   */
  readonly schedules?: Readonly<Record<string, Schedule>>;
}

/** https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html */
export interface Schedule {
  /** `cron(0 20 ? * MON-FRI *)` (minute hour day month weekday year), `rate(12 hours)` or `at(2027-01-31T18:00:00)`. */
  readonly when: string;

  /**
   * Time zone of cron and at, such as `Europe/Berlin`; it knows daylight saving time.
   * @default "Etc/UTC"
   */
  readonly timezone?: string;

  /**
   * Tasks at the least from then on, 0 to 5000.
   * @default the minimum stays as it is
   */
  readonly minimum?: number;

  /**
   * Tasks at the most from then on, 0 to 5000.
   * @default the maximum stays as it is
   */
  readonly maximum?: number;
}
