import {
  DoorAlarms,
  LoadBalancerAlarms,
  type DoorAlarmsProps,
  type LoadBalancerAlarmsProps,
} from "../../modules";

describe("earlier names of what is public", () => {
  it("are the same under the new ones", () => {
    const props: LoadBalancerAlarmsProps | undefined = undefined as DoorAlarmsProps | undefined;
    const alarms: DoorAlarms | undefined = undefined as LoadBalancerAlarms | undefined;
    expect([props, alarms]).toEqual([undefined, undefined]);
    expect(DoorAlarms).toBe(LoadBalancerAlarms);
  });
});
